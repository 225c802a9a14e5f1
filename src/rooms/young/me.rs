//! Me: what I am good at, and the way to any day.

use askelma_diary::effort::effort;
use askelma_diary::entries::Moment;
use askelma_diary::id::Id;
use leptos::prelude::*;

use super::days::AnyDay;
use crate::components::{
    Build, EmptyState, HelpLink, LinkButton, Page, PageHeader, Pill, RowLink, Tint, TintCard,
    dynamic, in_base, when,
};
use crate::rooms::{Place, keeper, say};
use crate::text::{me as t, moment, nav, routine, schooltime};

/// How far back the newest moments are listed.
const SHOWN: usize = 30;
const WINDOW_DAYS: i32 = 28;

/// The room.
pub fn me() -> AnyView {
    let keeper = keeper();
    let today = keeper.now.get_untracked().day();
    let moments = Memo::new(move |_| {
        keeper.diary.with(|diary| {
            let mut all: Vec<(Id, Moment)> = Vec::new();
            let mut count = 0;
            for day in diary.days() {
                for (id, moment) in diary.moments(day) {
                    count += 1;
                    if all.len() < SHOWN {
                        all.push((id, moment.clone()));
                    }
                }
            }
            (count, all)
        })
    });
    let effort = Memo::new(move |_| {
        keeper.diary.with(|diary| effort(diary, today.plus(1 - WINDOW_DAYS), today))
    });
    let above = moments.with_untracked(|(count, _)| moment::count(*count));
    let list = move || {
        let (_, all) = moments.get();
        if all.is_empty() {
            return view! {
                <EmptyState
                    icon=icondata_lu::LuSparkles
                    title=moment::none_title()
                    sentence=moment::none()
                    tint=Tint::Dawn
                />
            }
            .built();
        }
        all.into_iter().map(|(id, moment)| card(id, moment)).collect::<Vec<_>>().built()
    };
    view! {
        <Page>
            <PageHeader title=t::title() above>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            {when(
                move || effort.with(|sum| sum.did_something > 0),
                move || effort.with(|sum| {
                let said = t::effort(&sum.days.to_string(), &sum.did_something.to_string());
                view! {
                    <TintCard tint=Tint::Moss>
                        <p class="lead">{said}</p>
                        <p class="quiet">{t::effort_hint()}</p>
                    </TintCard>
                }
                }),
            )}
            <LinkButton
                href=Place::NewMoment(today).href()
                label=moment::add()
                icon=icondata_lu::LuPlus
            />
            {dynamic(list)}
            <RowLink
                href=Place::Routine.href()
                title=routine::title()
                icon=icondata_lu::LuListChecks
                tint=Tint::Moss
            />
            <RowLink
                href=Place::School.href()
                title=schooltime::title()
                icon=icondata_lu::LuSchool
                tint=Tint::Spruce
            />
            <AnyDay />
        </Page>
    }
    .built()
}

fn card(id: Id, moment: Moment) -> AnyView {
    let tint = moment.strengths.first().map_or(Tint::Dawn, |first| say::strength_tint(*first));
    let listed = moment
        .strengths
        .iter()
        .map(|strength| (say::strength(*strength).to_owned(), say::strength_icon(*strength)));
    let own =
        moment.own_strengths.iter().map(|own| (own.as_str().to_owned(), icondata_lu::LuSparkles));
    let pills =
        listed.chain(own).map(|(text, icon)| view! { <Pill text icon tint /> }).collect::<Vec<_>>();
    let words = moment.words.as_ref().map(|words| words.as_str().to_owned());
    let from = moment.gift_from.as_ref().map(|from| moment::from(from.as_str()));
    let when = from.unwrap_or_else(|| say::short(moment.day));
    let href = in_base(Place::Moment(moment.day, id).href());
    view! {
        <a class="plain" href=href>
            <TintCard tint>
                <div class="row-between">
                    <div class="pills">{pills}</div>
                    <span class="quiet">{when}</span>
                </div>
                {words.map(|words| view! { <p class="own-words">{words}</p> })}
            </TintCard>
        </a>
    }
    .built()
}
