//! Someone to talk to now: lines of the region, those open now first.

use askelma_diary::help_lines::{Hours, Opening, State, state};
use askelma_diary::order::by_number;
use askelma_diary::time::Instant;
use leptos::prelude::*;
use serde::Deserialize;

use crate::components::{
    Build, Card, Kind, LinkButton, Page, PageHeader, Pill, Tint, TintCard, dynamic,
};
use crate::platform::intl::{self, DateStyle};
use crate::platform::{clock, data_files};
use crate::rooms::{Place, back_to};
use crate::state::Keeper;
use crate::text::{self, Language, help as t};

/// A region's lines, as its data file says them.
#[derive(Debug, Clone, Deserialize)]
struct RegionPack {
    lines: Vec<Line>,
}

#[derive(Debug, Clone, Deserialize)]
struct Line {
    name: InThree,
    for_whom: InThree,
    phone: Option<String>,
    phone_shown: Option<String>,
    web: Option<String>,
    web_shown: Option<String>,
    opening: OpeningData,
    note: Option<InThree>,
    checked: Option<String>,
    #[serde(default)]
    never_first: bool,
    /// Empty when its source does not say.
    #[serde(default)]
    languages: Vec<String>,
}

impl Line {
    fn speaks_mine(&self) -> bool {
        let mine = text::language().code();
        self.languages.is_empty() || self.languages.iter().any(|language| language == mine)
    }
}

/// A sentence of a data file in the three languages.
#[derive(Debug, Clone, Deserialize)]
struct InThree {
    en: String,
    fi: String,
    sv: String,
}

impl InThree {
    fn here(&self) -> String {
        match text::language() {
            Language::En => self.en.clone(),
            Language::Fi => self.fi.clone(),
            Language::Sv => self.sv.clone(),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
struct OpeningData {
    kind: String,
    #[serde(default)]
    hours: Vec<HoursData>,
}

#[derive(Debug, Clone, Deserialize)]
struct HoursData {
    weekdays: Vec<u8>,
    opens: String,
    closes: String,
}

impl OpeningData {
    fn read(&self) -> Opening {
        match self.kind.as_str() {
            "always" => Opening::Always,
            "hours" => Opening::Hours(self.hours.iter().filter_map(HoursData::read).collect()),
            _ => Opening::Unsure,
        }
    }
}

impl HoursData {
    fn read(&self) -> Option<Hours> {
        let clock = |text: &str| {
            let (hour, minute) = text.split_once('.')?;
            Some(hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok()?)
        };
        let weekdays = self.weekdays.iter().filter(|day| (1..=7).contains(*day));
        Some(Hours {
            weekdays: weekdays.fold(0, |bits, day| bits | (1 << (day - 1))),
            opens_min: clock(&self.opens)?,
            closes_min: clock(&self.closes)?,
        })
    }
}

/// The room.
pub fn help() -> AnyView {
    // Before the first choice there is no diary, and so no clock of its own.
    let now =
        use_context::<Keeper>().map_or_else(|| RwSignal::new(clock::now()), |keeper| keeper.now);
    let pack = RwSignal::new(None::<Option<RegionPack>>);
    leptos::task::spawn_local(async move {
        let text = data_files::fetch_text("regions/finland.json").await.ok();
        pack.try_set(Some(text.and_then(|text| serde_json::from_str(&text).ok())));
    });
    let list = move || match pack.get() {
        None => view! { <p class="quiet" aria-live="polite">{t::loading()}</p> }.built(),
        Some(None) => view! { <p role="status">{t::unavailable()}</p> }.built(),
        Some(Some(pack)) => lines(pack, now.get()),
    };
    view! {
        <Page>
            <PageHeader title=t::title() above=t::above() back=back_to(Place::Start) />
            <TintCard tint=Tint::Berry>
                <h2>{t::danger()}</h2>
                <p>{t::danger_hint()}</p>
                <LinkButton href="tel:112" label=t::call("112") icon=icondata_lu::LuPhone />
            </TintCard>
            {dynamic(list)}
            <p class="quiet">{t::hidden()}</p>
        </Page>
    }
    .built()
}

fn lines(pack: RegionPack, now: Instant) -> AnyView {
    let mut lines: Vec<(State, Line)> =
        pack.lines.into_iter().map(|line| (state(&line.opening.read(), now), line)).collect();
    // The reader's own language comes first and then the file's order, within one state; a line that rarely answers is never the first.
    by_number(&mut lines, |(state, line)| {
        let foreign = !line.speaks_mine();
        i64::from(line.never_first) << 8 | i64::from(rank(*state)) << 4 | i64::from(foreign)
    });
    let cards = lines.into_iter().map(|(state, line)| card(state, &line, now)).collect::<Vec<_>>();
    view! { <div class="stack">{cards}</div> }.built()
}

/// Open ones first, then those of uncertain hours, then those that open later.
fn rank(state: State) -> u8 {
    match state {
        State::Always | State::OpenUntil(_) => 0,
        State::Unsure => 1,
        State::Opens(..) => 2,
        State::Closed => 3,
    }
}

fn card(state: State, line: &Line, now: Instant) -> AnyView {
    let open = rank(state) == 0;
    let phone = line.phone.clone().zip(line.phone_shown.clone()).map(|(phone, shown)| {
        view! {
            <LinkButton
                href=format!("tel:{phone}")
                label=t::call(&shown)
                icon=icondata_lu::LuPhone
                kind=if open { Kind::Primary } else { Kind::Outline }
            />
        }
    });
    let web = line.web.clone().zip(line.web_shown.clone()).map(|(href, shown)| {
        view! {
            <LinkButton
                href
                label=shown
                icon=icondata_lu::LuExternalLink
                kind=Kind::Outline
            />
        }
    });
    let note = line.note.as_ref().map(|note| view! { <p>{note.here()}</p> });
    let checked = line.checked.as_ref().map(|when| {
        view! {
            <p class="quiet">{t::from_source(&checked_on(when))}</p>
        }
    });
    let (name, for_whom) = (line.name.here(), line.for_whom.here());
    view! {
        <Card title=name>
            <Pill
                text=when(state, now)
                icon=icondata_lu::LuClock
                tint=if open { Tint::Moss } else { Tint::Plain }
            />
            <p>{for_whom}</p>
            {note}
            {phone}
            {web}
            {checked}
        </Card>
    }
    .built()
}

fn when(state: State, now: Instant) -> String {
    match state {
        State::Always => t::open_always().to_owned(),
        State::OpenUntil(until) => t::open_until(&intl::clock(until)),
        State::Unsure | State::Closed => t::unsure().to_owned(),
        State::Opens(0, at) => t::opens_today(&intl::clock(at)),
        State::Opens(ahead, at) => {
            let day = now.calendar_day().plus(i32::from(ahead));
            t::opens_day(&intl::date(day, DateStyle::Weekday), &intl::clock(at))
        }
    }
}

/// `2025-11` as the language writes a month.
fn checked_on(month: &str) -> String {
    let day = askelma_diary::time::Day::parse(&format!("{month}-01"));
    day.map_or_else(|_| month.to_owned(), |day| intl::date(day, DateStyle::Month))
}
