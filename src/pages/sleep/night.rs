//! Last night: "like last time" in one tap, or a 24-hour dial.

use askelma_diary::entries::Night;
use askelma_diary::sleep::{LastTime, NightError, NightInput, asleep_min, row};
use askelma_diary::time::{Day, Instant};
use askelma_diary::today::day_view;
use askelma_diary::travel::AsBefore;
use askelma_diary::values::{Minutes, Scale5, Times, Words};

use crate::browser::clock::Here;
use crate::browser::intl;
use crate::pages::after_saving::after_saving;
use crate::pages::drafts::{Drafts, drafts};
use crate::pages::layout::{ReadPage, RemoveButton, SaveBar};
use crate::pages::sleep::night_details::{details, times};
use crate::pages::{close_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{app, mood, night as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, FaceRow, Kind, Pill, SleepDial, TextArea, TimeField, Tint};

/// Where the dial stands before any night was told.
const FIRST_GUESS: LastTime = LastTime { tried_clock: 22 * 60 + 30, woke_clock: 7 * 60 };

/// The page of the night that ended on `day`.
pub fn page(day: Day) -> AnyView {
    let store = store();
    let view = store.diary.with_untracked(|diary| day_view(diary, day));
    let back = if store.now.get_untracked().day() == day { Route::Home } else { Route::Day(day) };
    let has_night = view.night.is_some();
    let last = view.last_time;
    let input = view.night.as_ref().map_or_else(
        || {
            let input = last.unwrap_or(FIRST_GUESS);
            NightInput::plain(day, input.tried_clock, input.woke_clock)
        },
        NightInput::of,
    );
    let navigate = navigator();
    let leave = move || navigate(back);
    let (leave_like, leave_removed) = (leave.clone(), leave.clone());
    let like_last = last.filter(|_| !has_night).map(|last| {
        let press = move |()| {
            if let Ok(night) = NightInput::like(day, last).night(&Here) {
                actions::keep_night(store, night);
                leave_like();
            }
        };
        view! { <Button label=t::like_last() kind=Kind::Soft on_press=press /> }
    });
    let drafts = drafts();
    let drafts_removed = drafts.clone();
    let remove = has_night.then(|| {
        let press = move |()| {
            actions::remove_night(store, day);
            drafts_removed.saved();
            leave_removed();
        };
        view! { <RemoveButton label=t::remove() on_press=press /> }
    });
    view! {
        <ReadPage
            title=t::title()
            above=t::above(&intl::date(day, intl::DateStyle::WeekdayShort))
            back=close_to(back)
        >
            <p class="quiet">{t::hint()}</p>
            {like_last}
            {form(input, view.night.as_ref(), leave, drafts)}
            {remove}
        </ReadPage>
    }
}

fn form(
    input: NightInput,
    saved_night: Option<&Night>,
    leave: impl Fn() + Clone + Send + Sync + 'static,
    drafts: Drafts,
) -> AnyView {
    let store = store();
    // A night that was slept under another clock stays under it.
    let known_instants = StoredValue::new(saved_night.map(instants).unwrap_or_default());
    let resolved = move |wanted: NightInput| {
        known_instants.with_value(|instants| wanted.night(&AsBefore { here: &Here, instants }))
    };
    let estimate = input.estimate && saved_night.is_some();
    let tried = drafts.keep("tried", input.tried_clock);
    let woke = drafts.keep("woke", input.woke_clock);
    let saved_note = input.note.as_ref().map(|note| note.as_str().to_owned());
    let note = drafts.keep("note", saved_note.unwrap_or_default());
    let rest_input = drafts.keep_as("rest", input, rest_to_draft, rest_from_draft);
    let more_open = untrack(|| !note.with(String::is_empty) || rest_input.with(has_more));
    let current = move || NightInput {
        tried_clock: tried.get(),
        woke_clock: woke.get(),
        estimate: false,
        ..rest_input.get()
    };
    let shown_length = Memo::new(move |_| {
        let row = row(&resolved(current()).ok()?)?;
        let asleep = asleep_min(&row);
        let minutes = asleep.unwrap_or(row.lasted_min.get());
        Some((wording::length(u32::from(minutes)), asleep.is_some()))
    });
    let centre =
        Signal::derive(move || shown_length.get().map_or("–".to_owned(), |(length, _)| length));
    let centre_hint = Signal::derive(move || match shown_length.get() {
        Some((_, true)) => t::asleep().to_owned(),
        Some((_, false)) | None => t::between().to_owned(),
    });
    let problem = RwSignal::new(None::<String>);
    let bad_times = [(); 4].map(|()| RwSignal::new(false));
    let [bad_tried, bad_woke, bad_in, bad_out] = bad_times;
    let navigate = navigator();
    let save = move |()| {
        let Ok(note) = Words::new(&note.get()) else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        if bad_times.iter().any(RwSignal::get) {
            problem.set(Some(mood::not_then().to_owned()));
            return;
        }
        match resolved(NightInput { note, ..current() }) {
            Ok(night) => {
                let next = after_saving([&night.note], Route::Home);
                actions::keep_night(store, night);
                drafts.saved();
                if next == Route::HelpCard { navigate(next) } else { leave() }
            }
            Err(error) => problem.set(Some(why(error).to_owned())),
        }
    };
    view! {
        <SleepDial
            tried_min=tried
            woke_min=woke
            centre
            centre_hint
            tried_label=t::tried()
            woke_label=t::woke()
            spoken=|minute: u16| intl::clock(minute)
        />
        <div class="pair">
            {exact(t::tried(), tried, bad_tried)}
            {exact(t::woke(), woke, bad_woke)}
        </div>
        {estimate
            .then(|| {
                view! { <Pill text=t::estimate() icon=icondata_lu::LuMoonStar tint=Tint::Night /> }
            })}
        {details(rest_input)}
        <Card title=t::quality()>
            <FaceRow
                label=t::quality()
                names=wording::mood_names().map(str::to_owned).to_vec()
                chosen=Signal::derive(move || rest_input.with(|input| Some(input.quality?.get())))
                on_choose=move |to| rest_input.update(|input| input.quality = Scale5::new(to).ok())
            />
        </Card>
        <details class="more" open=more_open>
            <summary>{t::more()}</summary>
            <div class="stack">
                {times(rest_input, [bad_in, bad_out])}
                <TextArea label=t::note() value=note limit=2000 />
            </div>
        </details>
        <SaveBar problem on_save=save />
    }
}

/// What is said of a night beside its two times and its note, in numbers; one too many for a time of
/// day is "not said".
fn rest_to_draft(input: &NightInput) -> Vec<u16> {
    let minutes = [input.fall_asleep_min, input.awake_min, input.naps_min];
    let minutes = minutes.map(|minutes| minutes.map(Minutes::get));
    let awakenings = input.awakenings.map(|times| times.get().into());
    let quality = input.quality.map(|quality| quality.get().into());
    let numbers = [input.into_bed_clock, input.out_of_bed_clock, awakenings, quality];
    numbers.into_iter().chain(minutes).map(|number| number.unwrap_or(u16::MAX)).collect()
}

fn rest_from_draft(input: &mut NightInput, draft: Vec<u16>) {
    let Ok([into_bed, out_of_bed, awakenings, quality, fall_asleep, awake, naps]) =
        <[u16; 7]>::try_from(draft)
    else {
        return;
    };
    let clock = |minute: u16| (minute < 24 * 60).then_some(minute);
    let minutes = |minutes: u16| Minutes::new(minutes).ok();
    (input.into_bed_clock, input.out_of_bed_clock) = (clock(into_bed), clock(out_of_bed));
    input.awakenings = u8::try_from(awakenings).ok().and_then(|times| Times::new(times).ok());
    input.quality = u8::try_from(quality).ok().and_then(|quality| Scale5::new(quality).ok());
    (input.fall_asleep_min, input.awake_min) = (minutes(fall_asleep), minutes(awake));
    input.naps_min = minutes(naps);
}

fn why(error: NightError) -> &'static str {
    match error {
        NightError::NoTimeBetween => t::no_time(),
        NightError::NothingLeft => t::nothing_left(),
        NightError::OverADay => t::over_a_day(),
        NightError::Time(_) => mood::not_then(),
    }
}

/// A time of the dial to be typed to the minute: not everyone can drag.
fn exact(label: &'static str, value: RwSignal<u16>, bad: RwSignal<bool>) -> AnyView {
    // An emptied field shows again what the dial says.
    let change = move |to: Option<u16>| value.update(|value| *value = to.unwrap_or(*value));
    view! {
        <Card>
            <TimeField label value=Signal::derive(move || Some(value.get())) bad on_change=change />
        </Card>
    }
}

fn instants(night: &Night) -> Vec<Instant> {
    let [tried, woke] = [Some(night.tried), Some(night.woke)];
    [night.into_bed, tried, woke, night.out_of_bed].into_iter().flatten().collect()
}

/// Whether something stands in the part that is closed at first.
fn has_more(night: &NightInput) -> bool {
    night.into_bed_clock.is_some()
        || night.out_of_bed_clock.is_some()
        || night.naps_min.is_some()
        || night.note.is_some()
}
