//! Someone to talk to now: lines of the region, those open now first.

use askelma_content::regions::{Contact, Line, RegionPack, in_order};
use askelma_diary::diary::Diary;
use askelma_diary::safety::help_lines::State;
use askelma_diary::time::Instant;

use crate::browser::clock;
use crate::browser::intl::{self, DateStyle};
use crate::pages::back_to;
use crate::pages::help::region::{self, ELSEWHERE};
use crate::pages::layout::CallLink;
use crate::routes::Route;
use crate::store::DiaryStore;
use crate::text::{self, help as t};
use crate::ui::prelude::*;
use crate::ui::{Card, Fetched, Kind, LinkButton, Page, PageHeader, Pill, Tint, TintCard};

/// The page: the emergency number, then the lines of the region.
pub fn page() -> AnyView {
    // Before the first choice there is no diary, and so no clock of its own.
    let now =
        use_context::<DiaryStore>().map_or_else(|| RwSignal::new(clock::now()), |store| store.now);
    let region = use_context::<DiaryStore>().map_or_else(
        || region::USUAL.to_owned(),
        |store| region::chosen(&store.diary.with_untracked(Diary::choices)),
    );
    let pack = (region != ELSEWHERE).then(|| {
        LocalResource::new(move || {
            let region = region.clone();
            async move { region::fetch(&region).await }
        })
    });
    let list = pack.map_or_else(
        || view! { <p>{t::elsewhere()}</p> },
        |pack| {
            let lines = move |pack| lines(pack, now.get());
            view! { <Fetched from=pack loading=t::loading() failed=t::unavailable() children=lines /> }
        },
    );
    // The number of the whole European Union, until the region's file says its own.
    let emergency = Memo::new(move |_| {
        let pack = pack.and_then(|pack| pack.get()?);
        pack.map_or_else(|| "112".to_owned(), |pack| pack.emergency)
    });
    let danger = move || {
        let number = emergency.get();
        view! {
            <p>{t::danger_hint(&number)}</p>
            <CallLink label=t::call(&number) number=number />
        }
    };
    view! {
        <Page>
            <PageHeader title=t::title() above=t::above() back=back_to(Route::Home) />
            <TintCard tint=Tint::Berry>
                <h2>{t::danger()}</h2>
                {danger}
            </TintCard>
            {list}
            <p class="quiet">{t::hidden()}</p>
        </Page>
    }
}

fn lines(pack: RegionPack, now: Instant) -> AnyView {
    let lines = in_order(pack.lines, now, text::language().code());
    let cards = lines.into_iter().map(|(state, line)| card(state, line, now)).collect::<Vec<_>>();
    view! { <div class="stack">{cards}</div> }
}

fn card(state: State, line: Line, now: Instant) -> AnyView {
    let open = matches!(state, State::Always | State::OpenUntil(_));
    let phone = line.phone.map(|Contact { target, text }| {
        view! {
            <CallLink label=t::call(&text) number=target kind=if open { Kind::Primary } else { Kind::Outline } />
        }
    });
    let web = line.web.map(|Contact { target, text }| {
        view! {
            <LinkButton
                href=target
                label=text
                icon=icondata_lu::LuExternalLink
                kind=Kind::Outline
            />
        }
    });
    let note = line.note.map(|note| view! { <p>{note}</p> });
    let checked = line.checked.map(|day| {
        let month = intl::date(day, DateStyle::Month);
        view! { <p class="quiet">{t::from_source(&month)}</p> }
    });
    view! {
        <Card title=line.name>
            <Pill
                text=when(state, now)
                icon=icondata_lu::LuClock
                tint=if open { Tint::Moss } else { Tint::Plain }
            />
            <p>{line.for_whom}</p>
            {note}
            {phone}
            {web}
            {checked}
        </Card>
    }
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
