//! Settings: name, language, colours, how it looks, role, data.

use askelma_diary::diary::Diary;
use askelma_diary::sleep::age_on;
use askelma_diary::values::Words;

use crate::pages::data::leaving;
use crate::pages::drafts::drafts;
use crate::pages::help::region::{self, ELSEWHERE};
use crate::pages::layout::ReadPage;
use crate::pages::settings::language_field::language_field;
use crate::pages::{back_to, session, store};
use crate::routes::Route;
use crate::store::{Role, Session, actions};
use crate::text::{app, choices as c, data, reminders, school, settings as t};
use crate::ui::prelude::*;
use crate::ui::{
    Button, Card, Kind, Notice, RowButton, RowLink, SelectField, Switch, TextField, Tint,
};

/// The page: name, language and colours, choices, region, role and data.
pub fn page() -> AnyView {
    let session = session();
    let role: Role = expect_context();
    let back = (role == Role::Young).then(|| back_to(Route::People));
    let themes = vec![
        (String::new(), t::theme_system().to_owned()),
        ("light".to_owned(), t::theme_light().to_owned()),
        ("dark".to_owned(), t::theme_dark().to_owned()),
    ];
    view! {
        <ReadPage title=t::title() nostrip:back>
            <Card>
                {name_field()}
                {language_field()}
                <SelectField
                    label=t::theme()
                    options=themes
                    value=Signal::derive(move || session.theme().unwrap_or_default())
                    on_change=move |theme: String| {
                        session.choose_theme((!theme.is_empty()).then_some(theme.as_str()));
                    }
                />
            </Card>
            {(role == Role::Young).then(looks)}
            {(role == Role::Young).then(region_field)}
            {ways()}
            {(!session.example()).then(|| look_around(session, role))}
            <RowLink
                href=Route::About.href()
                title=t::about()
                hint=t::not_medical()
                icon=icondata_lu::LuInfo
                tint=Tint::Plain
            />
        </ReadPage>
    }
}

/// Ages that are offered; the sleep of the youngest and the oldest is read like their neighbours'.
const AGES: std::ops::RangeInclusive<u8> = 6..=20;

/// What a young person may choose beside the rest.
fn looks() -> AnyView {
    let store = store();
    let choices = Memo::new(move |_| store.diary.with(Diary::choices));
    let today = store.now.get_untracked().day();
    let ages = std::iter::once((String::new(), c::age_none().to_owned()))
        .chain(AGES.map(|years| (years.to_string(), c::age_years(&years.to_string()))))
        .collect::<Vec<_>>();
    let age = move || {
        choices
            .with(|choices| age_on(choices, today).map(|age| age.to_string()).unwrap_or_default())
    };
    let choose_age = move |age: String| {
        let age = age.parse().ok();
        actions::choose_age(store, age);
    };
    view! {
        <Card title=c::title()>
            <Switch
                label=c::three_faces()
                hint=c::three_faces_hint()
                on=Signal::derive(move || choices.with(|choices| choices.three_faces == Some(true)))
                on_change=move |on: bool| {
                    actions::choose(store, |choices| choices.three_faces = Some(on));
                }
            />
            <Switch
                label=c::plain()
                hint=c::plain_hint()
                on=Signal::derive(move || choices.with(|choices| choices.plain_words == Some(true)))
                on_change=move |on: bool| {
                    actions::choose(store, |choices| choices.plain_words = Some(on));
                }
            />
            <SelectField
                label=c::age()
                hint=c::age_hint()
                options=ages
                value=Signal::derive(age)
                on_change=choose_age
            />
        </Card>
    }
}

/// Whose lines are shown under "Someone to talk to now".
fn region_field() -> AnyView {
    let store = store();
    let regions = LocalResource::new(|| async {
        let mut regions_and_elsewhere = region::all().await;
        regions_and_elsewhere.push((ELSEWHERE.to_owned(), t::region_elsewhere().to_owned()));
        regions_and_elsewhere
    });
    let chosen = Signal::derive(move || store.diary.with(|diary| region::chosen(&diary.choices())));
    let choose = move |name: String| {
        // The name of a data file is never too long.
        let region = Words::new(&name).ok().flatten();
        actions::choose(store, |choices| choices.region = region);
    };
    let field = move || {
        regions.get().map(|options| {
            view! {
                <Card>
                    <SelectField
                        label=t::region()
                        hint=t::region_hint()
                        options
                        value=chosen
                        on_change=choose
                    />
                </Card>
            }
        })
    };
    view! { {field} }
}

/// The example, with a way back to one's own diary.
fn look_around(session: Session, role: Role) -> AnyView {
    let store = store();
    view! {
        <RowButton
            title=t::example()
            hint=t::example_hint()
            icon=icondata_lu::LuEye
            tint=Tint::Plain
            on_press=move |()| leaving::look_around(store, session, role)
        />
    }
}

fn name_field() -> AnyView {
    let store = store();
    let role: Role = expect_context();
    if role == Role::Worker {
        return ().into_any();
    }
    let profile_name = store.diary.with_untracked(|diary| {
        diary.profile().and_then(|profile| Some(profile.name.as_ref()?.as_str().to_owned()))
    });
    let drafts = drafts().part("name");
    let name = drafts.keep("name", profile_name.clone().unwrap_or_default());
    let saved_name = RwSignal::new(profile_name.unwrap_or_default());
    let problem = RwSignal::new(None::<String>);
    let save = move |()| match Words::new(&name.get()) {
        Ok(words) => {
            problem.set(None);
            saved_name.set(name.get());
            actions::rename(store, words);
            drafts.saved();
        }
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    view! {
        <TextField label=t::name() value=name limit=60 autocapitalize="words" />
        <Notice text=problem />
        <Show when=move || name.get() != saved_name.get()>
            <Button label=app::save() kind=Kind::Soft on_press=save.clone() />
        </Show>
    }
}

fn ways() -> AnyView {
    let (store, session) = (store(), session());
    let role: Role = expect_context();
    view! {
        <Card title=t::role()>
            <p class="quiet">{t::role_hint()}</p>
            <Button
                label=t::role_change()
                kind=Kind::Outline
                on_press=move |()| leaving::change_role(store, session)
            />
        </Card>
        {(role == Role::Young)
            .then(|| {
                view! {
                    <RowLink
                        href=Route::Reminders.href()
                        title=reminders::title()
                        hint=reminders::row_hint()
                        icon=icondata_lu::LuBell
                        tint=Tint::Plain
                    />
                    <RowLink
                        href=Route::Thresholds.href()
                        title=school::to_marks()
                        hint=school::to_marks_hint()
                        icon=icondata_lu::LuMessageCircle
                        tint=Tint::Plain
                    />
                }
            })}
        <RowLink
            href=Route::Data.href()
            title=data::title()
            hint=data::row_hint()
            icon=icondata_lu::LuDatabase
            tint=Tint::Plain
        />
    }
}
