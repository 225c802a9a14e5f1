//! A check-in's details: all of them optional.

use askelma_diary::entries::MoodEntry;
use askelma_diary::id::Id;
use askelma_diary::time::{Day, within_day};
use askelma_diary::travel::AsBefore;
use askelma_diary::values::{Mood, Scale5, Scale10, Words};

use crate::browser::clock::Here;
use crate::browser::intl;
use crate::pages::after_saving::after_saving;
use crate::pages::drafts::drafts;
use crate::pages::layout::{ReadPage, RemoveButton, SaveBar};
use crate::pages::mood::mood_details::{OwnWords, what};
use crate::pages::{close_to, navigator, store, three_faces, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{app, mood as t};
use crate::ui::prelude::*;
use crate::ui::{Card, FaceRow, ScaleRow, TextArea, TimeField, Tint};

/// The page of one check-in.
pub fn page(day: Day, id: Id) -> AnyView {
    let entry = store().diary.with_untracked(|diary| diary.find::<MoodEntry>(id).cloned());
    match entry {
        Some(entry) => details(day, id, entry),
        None => crate::pages::not_found::page(),
    }
}

fn details(day: Day, id: Id, entry: MoodEntry) -> AnyView {
    let store = store();
    let navigate = navigator();
    let leave = navigate.clone();
    let above = t::above(&wording::long(day), &intl::time(entry.when));
    let drafts = drafts();
    let text = |draft: &str, words: &Option<Words>| {
        let text = words.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default();
        drafts.keep(draft, text)
    };
    let (note, own_feeling) = (text("note", &entry.note), text("feeling", &entry.own_feeling));
    let own_body = text("body", &entry.own_body);
    let entry = drafts.keep("entry", entry);
    let bad_time = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let drafts_removed = drafts.clone();
    let save = move |()| {
        let (Ok(note), Ok(own_feeling), Ok(own_body)) =
            (Words::new(&note.get()), Words::new(&own_feeling.get()), Words::new(&own_body.get()))
        else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        if bad_time.get() {
            problem.set(Some(t::not_then().to_owned()));
            return;
        }
        let mut changed = entry.get();
        changed.note = note;
        changed.own_feeling = own_feeling;
        changed.own_body = own_body;
        let saved_words = [changed.note.clone(), changed.own_feeling.clone()];
        actions::change_mood(store, id, changed);
        drafts.saved();
        navigate(after_saving(&saved_words, back(store.now.get_untracked().day(), day)));
    };
    let remove = move |()| {
        actions::remove(store, id);
        drafts_removed.saved();
        leave(back(store.now.get_untracked().day(), day));
    };
    view! {
        <ReadPage title=t::title() above back=close_to(back(store.now.get_untracked().day(), day))>
            <p class="quiet">{t::everything()}</p>
            {how(day, entry, problem, bad_time)}
            {what(entry, OwnWords { feeling: own_feeling, body: own_body })}
            <TextArea label=t::note() hint=t::note_hint() value=note limit=2000 />
            <SaveBar problem on_save=save />
            <RemoveButton label=t::remove() on_press=remove />
        </ReadPage>
    }
}

fn back(today: Day, day: Day) -> Route {
    if today == day { Route::Home } else { Route::Day(day) }
}

/// Mood, time, energy, worry.
fn how(
    day: Day,
    entry: RwSignal<MoodEntry>,
    problem: RwSignal<Option<String>>,
    bad_time: RwSignal<bool>,
) -> AnyView {
    let names = wording::mood_names().map(str::to_owned).to_vec();
    let known_times = [entry.with_untracked(|entry| entry.when)];
    // A mood between the three faces keeps the face that it was told with.
    let three_faces_only = three_faces() && entry.with_untracked(|entry| entry.mood.get() % 2 == 1);
    let set_time = move |minute: Option<u16>| {
        let now = crate::browser::clock::now();
        let zone = AsBefore { here: &Here, instants: &known_times };
        let when = minute.and_then(|minute| within_day(&zone, day, minute).ok());
        // A reading inside the hour that a spring night leaves out lands on the next day.
        match when.filter(|when| when.day() == day && *when <= now) {
            Some(when) => {
                problem.set(None);
                entry.update(|entry| entry.when = when);
            }
            None => problem.set(Some(t::not_then().to_owned())),
        }
    };
    let set_energy = move |to: Option<u8>| {
        entry.update(|entry| entry.energy = to.and_then(|to| Scale5::new(to).ok()));
    };
    let set_worry = move |to: Option<u8>| {
        entry.update(|entry| entry.worry = to.and_then(|to| Scale10::new(to).ok()));
    };
    view! {
        <Card title=t::mood()>
            <FaceRow
                label=t::mood()
                names
                three=three_faces_only
                chosen=Signal::derive(move || entry.with(|entry| Some(entry.mood.get())))
                on_choose=move |mood| {
                    if let Ok(mood) = Mood::new(mood) {
                        entry.update(|entry| entry.mood = mood);
                    }
                }
            />
            <TimeField
                label=t::time()
                value=Signal::derive(move || entry.with(|entry| Some(entry.when.clock_min())))
                bad=bad_time
                on_change=set_time
            />
        </Card>
        <Card title=t::energy()>
            <ScaleRow
                label=t::energy()
                low=t::energy_low()
                high=t::energy_high()
                from=1
                to=5
                tint=Tint::Moss
                chosen=Signal::derive(move || entry.with(|entry| Some(entry.energy?.get())))
                on_choose=set_energy
            />
        </Card>
        <Card title=t::worry()>
            <ScaleRow
                label=t::worry()
                low=t::worry_low()
                high=t::worry_high()
                chosen=Signal::derive(move || entry.with(|entry| Some(entry.worry?.get())))
                on_choose=set_worry
            />
        </Card>
    }
}
