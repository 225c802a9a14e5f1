//! The calm week: what the young person chose to show, on one simple page.

use askelma_diary::id::Id;
use askelma_diary::sharing::sheet::{CalmDay, calm_week, meeting_sheet, tries_in_calm_week};
use askelma_diary::sharing::summary::Summary;
use askelma_diary::values::SchoolMode;

use crate::browser::intl::{self, DateStyle};
use crate::pages::layout::ReadPage;
use crate::pages::received::case::{read, removal};
use crate::pages::received::cases::{case_lines, case_link, received};
use crate::pages::received::sheet_path;
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::text::{calm_week as t, meeting_sheet, nav, receive};
use crate::ui::prelude::*;
use crate::ui::{Card, EmptyState, Face, LinkButton, Pill, Tint, TintCard};

/// The page of the case in the address, or of the one with the newest summary.
pub fn page(wanted_case: Option<Id>) -> AnyView {
    let store = store();
    let page = move || {
        let lines = case_lines(store);
        let case_id = wanted_case.or_else(|| lines.first().map(|line| line.id));
        let summary = case_id
            .and_then(|id| received(store, id).first().and_then(|(_, item)| read(&item.message)));
        let others = lines
            .into_iter()
            .filter(|line| Some(line.id) != case_id)
            .map(|line| {
                let hint = line.newest.map(|at| wording::short(at.day())).unwrap_or_default();
                case_link(&line, hint)
            })
            .collect::<Vec<_>>();
        match (case_id, summary) {
            (Some(id), Some(summary)) => week_page(id, &summary, others.into_any()),
            _ => nothing_yet(),
        }
    };
    view! { {page} }
}

fn nothing_yet() -> AnyView {
    view! {
        <ReadPage title=t::title_plain()>
            <EmptyState
                icon=icondata_lu::LuSunrise
                title=t::none_title()
                sentence=t::none()
                tint=Tint::Dawn
            >
                <LinkButton
                    href=Route::Receive.href()
                    label=nav::receive()
                    icon=icondata_lu::LuScanLine
                />
            </EmptyState>
        </ReadPage>
    }
}

fn week_page(id: Id, summary: &Summary, others: AnyView) -> AnyView {
    let name = summary.name.as_str().to_owned();
    let (made_day, made_time) =
        (wording::short(summary.made_at.day()), intl::time(summary.made_at));
    let week = week(summary);
    let (title, above) = (t::title(&name), t::above(&name));
    view! {
        <ReadPage title above>
            {others}
            {week}
            <p class="quiet">{receive::made(&made_day, &made_time)}</p>
            {removal(id, name)}
        </ReadPage>
    }
}

/// The calm week itself, drawn the same before and after it is kept.
pub fn week(summary: &Summary) -> AnyView {
    let whole = meeting_sheet(summary);
    let strengths = whole
        .strengths
        .iter()
        .take(4)
        .map(|(strength, _)| {
            view! {
                <Pill
                    text=wording::named_strength(strength)
                    icon=icondata_lu::LuSparkles
                    tint=Tint::Dawn
                />
            }
        })
        .collect::<Vec<_>>();
    let strengths_card = (!strengths.is_empty()).then(|| {
        view! {
            <TintCard tint=Tint::Strength>
                <h2>{t::strengths()}</h2>
                <div class="pills">{strengths}</div>
            </TintCard>
        }
    });
    let good = match whole.strengths.first() {
        Some((strength, _)) => t::good_strength(&wording::named_strength(strength).to_lowercase()),
        None => t::good_plain().to_owned(),
    };
    let days = calm_week(summary).into_iter().map(day_row).collect::<Vec<_>>();
    let tries = tries_in_calm_week(summary).map(|n| view! { <p class="quiet">{t::tries(n)}</p> });
    let purpose = summary.purpose.as_ref().map(|words| {
        view! { <p class="quiet">{meeting_sheet::purpose(words.as_str())}</p> }
    });
    view! {
        {purpose}
        {strengths_card}
        <Card title=t::from_to(
            &wording::short(summary.to.plus(-6).max(summary.from)),
            &wording::short(summary.to),
        )>
            <ul class="calm-week">{days}</ul>
            {tries}
        </Card>
        {sheet_path::cards(&whole)}
        <TintCard tint=Tint::Water>
            <h2>{t::good()}</h2>
            <p>{good}</p>
        </TintCard>
        <p class="quiet">{t::calm()}</p>
    }
}

fn day_row(day: CalmDay) -> AnyView {
    let mut words = Vec::new();
    if let Some(minutes) = day.night_min {
        words.push(t::night(&wording::length(u32::from(minutes))));
    }
    if let Some((row, logged)) = day.school.and_then(|row| Some((row, row.logged?))) {
        words.push(match logged.mode {
            SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed => t::school(
                &wording::length(u32::from(logged.attended_min.min(row.planned_min).get())),
            ),
            SchoolMode::AtHome => t::school_at_home().to_owned(),
            SchoolMode::Ill => t::school_ill().to_owned(),
            SchoolMode::NotToday => t::school_not().to_owned(),
            SchoolMode::NoSchool => t::school_none().to_owned(),
        });
    }
    if let Some((done, due)) = day.routine {
        words.push(t::routine(&done.to_string(), &due.to_string()));
    }
    let face = match day.mood {
        Some(mood) => {
            let name = askelma_diary::values::Mood::new(mood).map_or("", wording::mood);
            view! {
                <span class="calm-face" role="img" aria-label=name>
                    <Face mood />
                </span>
            }
        }
        None => view! { <span class="calm-face calm-blank"></span> },
    };
    let text = if words.is_empty() && day.mood.is_none() {
        t::day_none().to_owned()
    } else {
        words.join(" · ")
    };
    view! {
        <li class="calm-day">
            {face}
            <div>
                <h3>{wording::capital(&intl::date(day.day, DateStyle::Weekday))}</h3>
                <p class="quiet">{text}</p>
            </div>
        </li>
    }
}
