//! Hard morning: one small thing at a time.

use askelma_diary::values::{Minutes, SchoolMode};
use leptos::prelude::*;

use crate::components::{
    Build, Button, Card, Ground, HelpLink, Kind, Page, PageHeader, RowButton, RowLink, Tint,
    either, when,
};
use crate::rooms::{Place, close_to, keeper};
use crate::state::actions;
use crate::text::{hard as t, help, nav};

/// The room.
pub fn hard() -> AnyView {
    let smallest = [t::smallest_1(), t::smallest_2(), t::smallest_3(), t::smallest_4()];
    let at = RwSignal::new(0_usize);
    let did = RwSignal::new(false);
    let staying = RwSignal::new(false);
    let thing = move || smallest.get(at.get() % smallest.len()).copied().unwrap_or_default();
    view! {
        <Page ground=Ground::Sky>
            <PageHeader title=t::title() back=close_to(Place::Start)>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <p class="quiet">{t::hint()}</p>
            <Card title=t::smallest()>
                <p class="lead">{thing}</p>
                {either(
                    move || did.get(),
                    move || view! { <p aria-live="polite">{t::did_said()}</p> }.built(),
                    move || view! {
                        <div class="pair">
                            <Button label=t::did() on_press=move |()| did.set(true) />
                            <Button
                                label=t::other()
                                kind=Kind::Outline
                                on_press=move |()| at.update(|at| *at += 1)
                            />
                        </div>
                    }.built(),
                )}
            </Card>
            <RowLink
                href=Place::Help.href()
                title=nav::help()
                hint=help::above()
                icon=icondata_lu::LuLifeBuoy
                tint=Tint::Berry
            />
            {either(
                move || staying.get(),
                move || view! { <StillPossible /> }.built(),
                move || view! {
                    <Button
                        label=t::not_now()
                        kind=Kind::Outline
                        on_press=move |()| staying.set(true)
                    />
                }.built(),
            )}
        </Page>
    }
    .built()
}

/// What is still possible when not going in now.
#[component]
fn StillPossible() -> impl IntoView {
    let keeper = keeper();
    let chosen = RwSignal::new(false);
    let later = move |()| chosen.set(true);
    let words = js_sys::encode_uri_component(t::sms());
    let sms = format!("sms:?&body={words}");
    let at_home = move |()| {
        let day = keeper.now.get_untracked().day();
        let planned = keeper
            .diary
            .with_untracked(|diary| askelma_diary::school::planned_min(diary, day))
            .unwrap_or(Minutes::MIN);
        actions::keep_school_day(keeper, day, SchoolMode::AtHome, planned, Minutes::MIN);
        chosen.set(true);
    };
    view! {
        <Card title=t::possible()>
            <RowButton title=t::later() icon=icondata_lu::LuClock tint=Tint::Dawn on_press=later />
            <RowButton title=t::one_lesson() icon=icondata_lu::LuBookOpen tint=Tint::Sky on_press=later />
            <RowButton title=t::remote() icon=icondata_lu::LuLaptop tint=Tint::Spruce on_press=later />
            <RowLink
                href=sms
                title=t::contact()
                icon=icondata_lu::LuMessageCircle
                tint=Tint::Berry
            />
            <RowButton title=t::at_home() icon=icondata_lu::LuHouse tint=Tint::Moss on_press=at_home />
            {when(move || chosen.get(), move || view! { <p aria-live="polite">{t::chosen()}</p> })}
        </Card>
    }
    .built()
}
