//! What makes school hard, what helps: the map of one's own answers.

use std::sync::Arc;

use askelma_content::cards::Deck;
use askelma_diary::reasons::{
    self, AreaCount, AreaGroup, Change, MapCard, MapView, SideGroup, Sorts, own_dates,
};
use askelma_diary::time::Day;
use askelma_diary::values::{Fit, Side};

use crate::pages::layout::ReadPage;
use crate::pages::reasons::reason::date;
use crate::pages::reasons::reason_ask::{answer, area_name, area_picture};
use crate::pages::reasons::reason_deck::with_deck;
use crate::pages::reasons::reason_new::side_name;
use crate::pages::{back_to, store};
use crate::routes::Route;
use crate::text::{nav, reasons as t};
use crate::ui::prelude::*;
use crate::ui::{
    Card, EmptyState, Icon, Kind, LinkButton, RatingMark, RowLink, SelectField, Tint, TintCard,
    in_base,
};

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
struct ReasonsView {
    map: MapView,
    areas: Vec<AreaCount>,
    /// Something is not safe.
    unsafe_now: bool,
    supports: Vec<String>,
}

/// The page: what to do next, what has changed, the sides, and the areas to sort.
pub fn page() -> AnyView {
    view! {
        <ReadPage title=t::title() back=back_to(Route::Me)>
            {with_deck(t::title(), whole)}
        </ReadPage>
    }
}

fn whole(deck: &Arc<Deck>) -> AnyView {
    let store = store();
    let deck = Arc::clone(deck);
    let deck_for_changes = Arc::clone(&deck);
    let dates = Memo::new(move |_| {
        let today = store.today();
        store.diary.with(|diary| own_dates(&Sorts::read(diary), today))
    });
    let chosen = RwSignal::new(None::<Day>);
    let earlier = Memo::new(move |_| {
        let dates = dates.get();
        chosen.get().filter(|day| dates.contains(day)).or_else(|| dates.first().copied())
    });
    let view = Memo::new(move |_| {
        let (today, earlier) = (store.today(), earlier.get());
        store.diary.with(|diary| {
            let cards = reasons::deck(&deck.cards, diary);
            let sorts = Sorts::read(diary);
            let supports = reasons::supports_to_stay(&cards, &sorts, today);
            ReasonsView {
                map: reasons::map(&cards, &sorts, today, earlier),
                areas: reasons::area_counts(&cards, &sorts, today),
                unsafe_now: !reasons::safety_cards(&cards, &sorts, today).is_empty(),
                supports: supports
                    .into_iter()
                    .flat_map(|(_, words)| words)
                    .map(|words| words.as_str().to_owned())
                    .collect(),
            }
        })
    });
    let changes = Memo::new(move |_| {
        let today = store.today();
        let earlier = earlier.get()?;
        let changes = store.diary.with(|diary| {
            let cards = reasons::deck(&deck_for_changes.cards, diary);
            reasons::changes(&cards, &Sorts::read(diary), earlier, today)
        });
        Some((earlier, today, changes))
    });
    view! {
        {move || view.with(top)}
        {move || {
            let today = store.today();
            let dates = dates.get();
            (!dates.is_empty())
                .then(|| {
                    view! {
                        <Card title=t::changed_title()>
                            {compare(&dates, today, earlier, chosen)}
                            {move || changes.with(Option::clone).map(changed)}
                        </Card>
                    }
                })
        }}
        {move || view.with(|view| sides(view, store.today(), earlier.get()))}
        {move || view.with(|view| sorting(&view.areas))}
    }
}

/// What comes first: the beginning, or how to go on; and that something is not safe.
fn top(view: &ReasonsView) -> AnyView {
    let left = view.map.of - view.map.sorted;
    let go_on = if left == 0 { t::again().to_owned() } else { t::go_on(left) };
    let first = if view.map.sorted == 0 {
        view! {
            <EmptyState
                icon=icondata_lu::LuSparkles
                title=t::empty_title()
                sentence=t::empty()
                tint=Tint::Dawn
            >
                <LinkButton href=Route::ReasonSort.href() label=t::start() />
            </EmptyState>
        }
    } else {
        let kind = if left == 0 { Kind::Outline } else { Kind::Primary };
        view! { <LinkButton href=Route::ReasonSort.href() label=go_on kind /> }
    };
    let not_safe = view.unsafe_now.then(|| {
        view! {
            <TintCard tint=Tint::Berry>
                <p class="lead">{t::safety_on_map()}</p>
                <LinkButton
                    href=Route::Help.href()
                    label=nav::help()
                    icon=icondata_lu::LuLifeBuoy
                    kind=Kind::Outline
                />
            </TintCard>
        }
    });
    view! {
        {not_safe}
        {first}
    }
}

fn compare(
    dates: &[Day],
    today: Day,
    earlier: Memo<Option<Day>>,
    chosen: RwSignal<Option<Day>>,
) -> AnyView {
    let options = dates.iter().map(|day| (day.to_string(), date(*day, today))).collect();
    let value =
        Signal::derive(move || earlier.get().map(|day| day.to_string()).unwrap_or_default());
    view! {
        <SelectField
            label=t::compare()
            options
            value
            on_change=move |text: String| chosen.set(Day::parse(&text).ok())
        />
    }
}

fn changed((earlier, today, changes): (Day, Day, Vec<Change>)) -> AnyView {
    let when = date(earlier, today);
    if changes.is_empty() {
        return view! { <p>{t::changed_none(&when)}</p> };
    }
    let rows = changes.into_iter().map(|change| {
        let hint = t::changed(&answer(change.before), &answer(change.now), &when);
        row(change.card.text, change.card.id, change.now, hint)
    });
    view! { <ul class="reason-rows">{rows.collect::<Vec<_>>()}</ul> }
}

fn row(text: String, card: askelma_diary::id::Id, fit: Fit, hint: String) -> AnyView {
    view! {
        <li>
            <a class="reason-row" href=in_base(Route::Reason(card).href())>
                <RatingMark rating=fit.code() />
                <span class="words">
                    <span>{text}</span>
                    <span class="row-hint">{hint}</span>
                </span>
            </a>
        </li>
    }
}

fn sides(view: &ReasonsView, today: Day, earlier: Option<Day>) -> AnyView {
    if view.map.sorted == 0 {
        return ().into_any();
    }
    let groups = view.map.sides.iter();
    let groups = groups.map(|group| side(group, today, earlier)).collect::<Vec<_>>();
    let supports = (!view.supports.is_empty()).then(|| {
        let lines = view.supports.iter().map(|line| view! { <li>{line.clone()}</li> });
        let lines = lines.collect::<Vec<_>>();
        view! {
            <Card title=t::supports_title()>
                <ul class="reason-history">{lines}</ul>
                <p class="quiet">{t::supports_stay()}</p>
            </Card>
        }
    });
    view! {
        {groups}
        {supports}
    }
}

fn side(group: &SideGroup, today: Day, earlier: Option<Day>) -> AnyView {
    let title = side_name(group.side);
    let tint = match group.side {
        Side::Push => Tint::Dawn,
        Side::Pull => Tint::Sky,
        Side::Help => Tint::Moss,
    };
    let sum = if group.areas.is_empty() {
        t::side_none().to_owned()
    } else {
        t::side_sum(&group.a_little.to_string(), &group.a_lot.to_string())
    };
    let areas = group.areas.iter().map(|group| area(group, today, earlier)).collect::<Vec<_>>();
    view! {
        <TintCard tint>
            <div class="card-head">
                <h2>{title}</h2>
                <p class="aside">{sum}</p>
            </div>
            {areas}
        </TintCard>
    }
}

fn area(group: &AreaGroup, today: Day, earlier: Option<Day>) -> AnyView {
    let (icon, _) = area_picture(group.area);
    let rows = group.cards.iter().map(|card| {
        let hint = answer_line(card, today, earlier);
        row(card.card.text.clone(), card.card.id, card.fit, hint)
    });
    view! {
        <div class="reason-area">
            <h3>
                <Icon icon />
                <span>{area_name(group.area)}</span>
            </h3>
            <ul class="reason-rows">{rows.collect::<Vec<_>>()}</ul>
        </div>
    }
}

fn answer_line(card: &MapCard, today: Day, earlier: Option<Day>) -> String {
    match (card.before, earlier) {
        (Some(before), Some(day)) => {
            t::changed(&answer(before), &answer(card.fit), &date(day, today))
        }
        _ => crate::pages::wording::capital(&answer(card.fit)),
    }
}

fn sorting(areas: &[AreaCount]) -> AnyView {
    let rows = areas.iter().map(|count| {
        let (icon, tint) = area_picture(count.area);
        view! {
            <RowLink
                href=Route::ReasonSortOf(count.area).href()
                title=area_name(count.area)
                hint=t::area_sorted(&count.of.to_string(), &count.sorted.to_string())
                icon
                tint
            />
        }
    });
    view! {
        <LinkButton
            href=Route::ReasonNew.href()
            label=t::own()
            icon=icondata_lu::LuPlus
            kind=Kind::Outline
        />
        <details class="more">
            <summary>{t::by_area()}</summary>
            <div class="stack">{rows.collect::<Vec<_>>()}</div>
        </details>
    }
}
