//! My days: a calendar to any of them, all of them in a list, and search in words.

use askelma_diary::days::excerpt::excerpt;
use askelma_diary::days::pages::{DaySummary, diary_days};
use askelma_diary::days::search::{Found, FoundIn, search};
use askelma_diary::entries::ReasonSort;
use askelma_diary::time::Day;
use askelma_diary::values::Mood;

use crate::browser::intl::{self, DateStyle};
use crate::browser::js;
use crate::pages::diary::any_day::AnyDay;
use crate::pages::layout::ReadPage;
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::text::diary as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Face, Icon, Kind, TextField, Tile, Tint, in_base};

/// Days on a page of the list.
const PAGE: usize = 21;
/// Found entries that are shown at once.
const MAX_FOUND: usize = 50;
/// Characters of one's own words in a row.
const EXCERPT: usize = 110;
const BRIEF: usize = 70;

/// The page: search, and below it the calendar and the list of days.
pub fn page() -> AnyView {
    let words = RwSignal::new(String::new());
    let searching = move || words.with(|words| !words.trim().is_empty());
    view! {
        <ReadPage title=t::title() back=back_to(Route::Me)>
            <TextField label=t::search() hint=t::search_hint() value=words inputmode="search" />
            <Show when=searching fallback=days>
                {found(words)}
            </Show>
        </ReadPage>
    }
}

/// What was found, newest first.
fn found(words: RwSignal<String>) -> AnyView {
    let store = store();
    let hits = Memo::new(move |_| {
        let words = words.get();
        store.diary.with(|diary| search(diary, &words, MAX_FOUND + 1, js::composed))
    });
    let count = move || match hits.with(Vec::len) {
        0 => t::found_none().to_owned(),
        many if many > MAX_FOUND => t::found_many(&MAX_FOUND.to_string()),
        some => t::found(some),
    };
    let rows = move || {
        let words = words.get_untracked();
        hits.with(|hits| {
            hits.iter().take(MAX_FOUND).map(|hit| hit_row(hit, &words)).collect::<Vec<_>>()
        })
    };
    view! {
        <p class="quiet" aria-live="polite">
            {count}
        </p>
        {rows}
    }
}

fn hit_row(hit: &Found, words: &str) -> AnyView {
    let (route, kind, icon, tint) = match hit.place {
        FoundIn::Mood => {
            (Route::Mood(hit.day, hit.id), t::in_mood(), icondata_lu::LuSmile, Tint::Sky)
        }
        FoundIn::Night => (Route::Night(hit.day), t::in_night(), icondata_lu::LuMoon, Tint::Night),
        FoundIn::School => {
            (Route::Day(hit.day), t::in_school(), icondata_lu::LuSchool, Tint::Spruce)
        }
        FoundIn::Moment => {
            (Route::Moment(hit.day, hit.id), t::in_moment(), icondata_lu::LuSparkles, Tint::Dawn)
        }
        FoundIn::Try => {
            (Route::TryNow(hit.id), t::in_try(), icondata_lu::LuFootprints, Tint::Spruce)
        }
        FoundIn::Reason => (reason(hit), t::in_reason(), icondata_lu::LuLayers, Tint::Moss),
    };
    let (text, words) = (js::composed(hit.words.as_str()), js::composed(words));
    let pieces = excerpt(&text, &words, EXCERPT).into_iter().map(|piece| {
        if piece.found {
            view! { <mark>{piece.text}</mark> }
        } else {
            piece.text.into_any()
        }
    });
    let pieces = pieces.collect::<Vec<_>>();
    let when = format!("{} · {kind}", dated(hit.day));
    let tile = view! { <Tile icon tint /> };
    row(route, tile, view! { <span>{pieces}</span> }, when)
}

/// The card that was spoken of.
fn reason(hit: &Found) -> Route {
    store().diary.with_untracked(|diary| match diary.find::<ReasonSort>(hit.id) {
        Some(sort) => Route::Reason(sort.card),
        None => Route::Day(hit.day),
    })
}

/// A date with its year where it is not this year's.
fn dated(day: Day) -> String {
    let today = store().now.get_untracked().day();
    let date = intl::date(day, DateStyle::WeekdayShort);
    let year = day.ymd().0;
    if year == today.ymd().0 { date } else { format!("{date} {year}") }
}

/// A row that leads to a day or an entry.
fn row(route: Route, picture: AnyView, title: AnyView, hint: String) -> AnyView {
    view! {
        <a class="row-link" href=in_base(route.href())>
            {picture}
            <span class="words">
                <span class="row-title">{title}</span>
                <span class="row-hint">{hint}</span>
            </span>
            <span class="chevron">
                <Icon icon=icondata_lu::LuChevronRight />
            </span>
        </a>
    }
}

/// The calendar, and the days with something written, page by page.
fn days() -> AnyView {
    let store = store();
    let pages = RwSignal::new(1_usize);
    let list = Memo::new(move |_| {
        let count = pages.get() * PAGE;
        // One more than shown tells whether there are more.
        let mut days = store.diary.with(|diary| diary_days(diary, None, count + 1));
        let more = days.len() > count;
        days.truncate(count);
        (days, more)
    });
    let months = move || {
        list.with(|(days, _)| {
            let by_month = days.chunk_by(|a, b| month(a.day) == month(b.day));
            by_month.map(month_list).collect::<Vec<_>>()
        })
    };
    let more = move || {
        list.with(|(_, more)| *more).then(|| {
            let on_press = move |()| pages.update(|pages| *pages += 1);
            view! { <Button label=t::earlier() kind=Kind::Outline on_press /> }
        })
    };
    view! {
        <AnyDay />
        {months}
        {more}
    }
}

fn month(day: Day) -> (i32, u32) {
    let (year, month, _) = day.ymd();
    (year, month)
}

fn month_list(days: &[DaySummary]) -> AnyView {
    let title = days.first().map(|day| wording::capital(&intl::date(day.day, DateStyle::Month)));
    let rows = days.iter().map(day_row).collect::<Vec<_>>();
    view! {
        <section class="stack">
            <h2 class="large">{title.unwrap_or_default()}</h2>
            {rows}
        </section>
    }
}

fn day_row(summary: &DaySummary) -> AnyView {
    let today = store().now.get_untracked().day();
    let route = if summary.day == today { Route::Home } else { Route::Day(summary.day) };
    let face = match summary.mood.map(Mood::get) {
        Some(mood) => view! {
            <span class="calm-face">
                <Face mood />
            </span>
        },
        None => view! { <span class="calm-face calm-blank"></span> },
    };
    let title = wording::capital(&intl::date(summary.day, DateStyle::WeekdayShort));
    row(route, face, title.into_any(), line(summary))
}

/// One line that says what stands there.
fn line(summary: &DaySummary) -> String {
    let school = summary.school.as_ref().and_then(|school| {
        let logged = school.logged?;
        Some(wording::school_day(logged.mode, school.planned_min, logged.attended_min))
    });
    let quote = summary.words.as_ref().map(|words| {
        let brief = excerpt(words.as_str(), "", BRIEF);
        t::quoted(&brief.into_iter().map(|piece| piece.text).collect::<String>())
    });
    // The line stays short: counts stand only where there is nothing more to say.
    let counts = [
        (summary.ticks > 0).then(|| t::ticks(summary.ticks)),
        (summary.tries > 0).then(|| t::tries(summary.tries)),
        (summary.moments > 0).then(|| t::moments(summary.moments)),
    ];
    let counts = counts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let counted = (school.is_none() && quote.is_none() && !counts.is_empty()).then_some(counts);
    let parts = [
        summary.mood.map(|mood| wording::mood(mood).to_owned()),
        summary.night_min.map(|min| t::night(&wording::length(u32::from(min.get())))),
        school,
        counted,
        quote,
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>();
    if parts.is_empty() { t::something().to_owned() } else { parts.join(" · ") }
}
