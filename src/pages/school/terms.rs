//! Terms and days off.

use askelma_diary::entries::Term;
use askelma_diary::id::Id;
use askelma_diary::school::edit::{PlanError, terms as listed};
use askelma_diary::time::Day;
use askelma_diary::values::{TermKind, Words};

use crate::pages::drafts::{Drafts, drafts};
use crate::pages::layout::{ReadPage, RemoveButton};
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::store::{actions, school};
use crate::text::{app, terms as t, timetable};
use crate::ui::prelude::*;
use crate::ui::{
    Button, ChipOption, DateField, Kind, Notice, RowButton, Segments, Sheet, TextField, Tint,
};

/// How far back those that are over are listed.
const SHOWN_DAYS: i32 = 400;

/// What is open in the sheet: a new one, or one to be mended.
type Open = Option<(Option<Id>, Option<Term>)>;

/// The page: the list of terms and days off, and the sheet that edits one.
pub fn page() -> AnyView {
    let store = store();
    let open = RwSignal::new(None::<Open>.flatten());
    let page_drafts = drafts();
    let all = Memo::new(move |_| {
        let since = store.today().plus(-SHOWN_DAYS);
        store.diary.with(|diary| listed(diary, since))
    });
    let rows =
        move || all.get().into_iter().map(|(id, term)| row(id, term, open)).collect::<Vec<_>>();
    view! {
        <ReadPage title=t::title() back=back_to(Route::School)>
            <p class="quiet">{t::hint()}</p>
            <Show when=move || all.with(Vec::is_empty)>
                <p>{t::none()}</p>
            </Show>
            {rows}
            <Button
                label=t::add()
                kind=Kind::Soft
                icon=icondata_lu::LuPlus
                on_press=move |()| open.set(Some((None, None)))
            />
            {move || {
                open.get()
                    .map(|(id, term)| {
                        let part = id.map_or_else(|| "new".to_owned(), Id::hex);
                        sheet(id, term, open, page_drafts.part(&part))
                    })
            }}
        </ReadPage>
    }
}

fn kind_name(kind: TermKind) -> &'static str {
    match kind {
        TermKind::Term => t::term(),
        TermKind::Off => t::off(),
    }
}

fn row(id: Id, term: Term, open: RwSignal<Open>) -> AnyView {
    let kind = kind_name(term.kind);
    let title = term.name.as_ref().map_or_else(|| kind.to_owned(), |name| name.as_str().to_owned());
    let span = if term.from == term.to {
        wording::short(term.from)
    } else {
        timetable::span(&wording::short(term.from), &wording::short(term.to))
    };
    let hint = if title == kind { span } else { format!("{kind} · {span}") };
    let (icon, tint) = match term.kind {
        TermKind::Term => (icondata_lu::LuSchool, Tint::Spruce),
        TermKind::Off => (icondata_lu::LuTreePine, Tint::Sky),
    };
    let press = move |()| open.set(Some((Some(id), Some(term.clone()))));
    view! { <RowButton title hint icon tint on_press=press /> }
}

fn sheet(
    id: Option<Id>,
    saved_term: Option<Term>,
    open: RwSignal<Open>,
    drafts: Drafts,
) -> AnyView {
    let store = store();
    let kind = drafts.keep("kind", saved_term.as_ref().map_or(TermKind::Off, |term| term.kind));
    let name = saved_term.as_ref().and_then(|term| Some(term.name.as_ref()?.as_str().to_owned()));
    let name = drafts.keep("name", name.unwrap_or_default());
    let date = |draft: &str, date: Option<Day>| {
        drafts.keep(draft, date.map(|day| day.to_string()).unwrap_or_default())
    };
    let from = date("from", saved_term.as_ref().map(|term| term.from));
    let to = date("to", saved_term.as_ref().map(|term| term.to));
    let drafts_removed = drafts.clone();
    let problem = RwSignal::new(None::<String>);
    let save = move |()| match read(kind, name, from, to) {
        Ok(term) => match school::keep_term(store, id, term) {
            Ok(()) => {
                drafts.saved();
                open.set(None);
            }
            Err(PlanError::TooLong) => problem.set(Some(t::too_long().to_owned())),
            Err(_) => problem.set(Some(t::ends_early().to_owned())),
        },
        Err(sentence) => problem.set(Some(sentence.to_owned())),
    };
    let remove = id.map(|id| {
        let press = move |()| {
            actions::remove(store, id);
            drafts_removed.saved();
            open.set(None);
        };
        view! { <RemoveButton label=t::remove() on_press=press /> }
    });
    let options =
        vec![ChipOption::new(TermKind::Off, t::off()), ChipOption::new(TermKind::Term, t::term())];
    let title = if id.is_some() { t::edit_title() } else { t::add() };
    view! {
        <Sheet title close_label=app::close() on_close=move |()| open.set(None)>
            <Segments
                label=t::kind()
                options
                chosen=kind
                on_choose=move |chosen| kind.set(chosen)
            />
            {move || named(kind.get(), name)}
            {bound(t::from(), from, None)}
            {move || bound(t::to(), to, Some(from.get()).filter(|date| !date.is_empty()))}
            <Notice text=problem />
            <Button label=app::save() on_press=save />
            {remove}
        </Sheet>
    }
}

fn read(
    kind: RwSignal<TermKind>,
    name: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
) -> Result<Term, &'static str> {
    let name = Words::new(&name.get_untracked()).map_err(|_| app::too_long())?;
    let day = |date: RwSignal<String>| Day::parse(&date.get_untracked()).map_err(|_| t::no_date());
    Ok(Term { from: day(from)?, to: day(to)?, kind: kind.get_untracked(), name })
}

fn named(kind: TermKind, name: RwSignal<String>) -> AnyView {
    let suggestions: &[&str] = match kind {
        TermKind::Term => &[t::autumn_term(), t::spring_term()],
        TermKind::Off => &[t::autumn(), t::christmas(), t::winter(), t::easter(), t::summer()],
    };
    let suggestions = suggestions.iter().map(|&word| word.to_owned()).collect();
    view! { <TextField label=t::name() value=name limit=60 suggestions /> }
}

fn bound(label: &'static str, value: RwSignal<String>, min: Option<String>) -> AnyView {
    let change = move |date: String| value.set(date);
    match min {
        Some(min) => view! { <DateField label value min on_change=change /> },
        None => view! { <DateField label value on_change=change /> },
    }
}
