//! What was written on a day, read back whole: check-ins, the night and tries.

use askelma_diary::entries::{MoodEntry, Night, Try};
use askelma_diary::id::Id;
use askelma_diary::sleep::{asleep_min, row};
use askelma_diary::time::Day;
use askelma_diary::values::{Mood, Words};

use crate::browser::intl;
use crate::pages::mood::{feeling_drawings, mood_words};
use crate::pages::path::try_words::outcome;
use crate::pages::wording;
use crate::routes::Route;
use crate::text::{day as t, night as n};
use crate::ui::prelude::*;
use crate::ui::{Drawing, DrawnMark, Face, Pill, Tile, Tint, in_base};

/// A check-in with all that was told; a link to mend it.
pub fn check_in(day: Day, id: Id, entry: &MoodEntry) -> AnyView {
    let mood = entry.mood.get();
    let title = t::checkin(wording::mood(entry.mood), &intl::time(entry.when));
    let scales = [
        entry.energy.map(|energy| t::energy(&energy.get().to_string())),
        entry.worry.map(|worry| t::worry(&worry.get().to_string())),
    ];
    let scales = scales.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let feelings = entry
        .feelings
        .iter()
        .map(|feeling| drawn(feeling_drawings::feeling(*feeling), mood_words::feeling(*feeling)));
    let body =
        entry.body.iter().map(|sign| drawn(feeling_drawings::body(*sign), mood_words::body(*sign)));
    let drawings = feelings.chain(body).collect::<Vec<_>>();
    let company = entry.company.iter().map(|company| mood_words::company(*company).to_owned());
    let around = company.chain(entry.place.map(|place| mood_words::place(place).to_owned()));
    let around = around.map(|text| view! { <Pill text /> }).collect::<Vec<_>>();
    let own_texts = [&entry.own_feeling, &entry.own_body, &entry.note];
    let own_texts = own_texts.map(|words| own_words(words.as_ref()));
    view! {
        <a class="plain card" href=in_base(Route::Mood(day, id).href())>
            <span class="check-in">
                <span class="calm-face">
                    <Face mood />
                </span>
                <span class="words">
                    <span class="row-title">{title}</span>
                    <span class="row-hint">{scales}</span>
                </span>
            </span>
            {(!drawings.is_empty()).then(|| view! { <span class="drawn-words">{drawings}</span> })}
            {(!around.is_empty()).then(|| view! { <span class="pills">{around}</span> })}
            {Vec::from(own_texts)}
        </a>
    }
}

fn drawn(drawing: Drawing, word: &'static str) -> AnyView {
    view! {
        <span class="drawn-word">
            <DrawnMark drawing />
            <span>{word}</span>
        </span>
    }
}

fn own_words(words: Option<&Words>) -> Option<AnyView> {
    Some(own_text(words?.as_str().to_owned()))
}

fn own_text(text: String) -> AnyView {
    view! { <span class="own-words own-block">{text}</span> }
}

/// A try with all that was told; a link to its own page.
pub fn a_try(id: Id, entry: &Try) -> AnyView {
    let felt = entry
        .guess
        .zip(entry.hardest)
        .map(|(guess, hardest)| t::try_felt(&guess.get().to_string(), &hardest.get().to_string()));
    let facts = [
        Some(intl::time(entry.when)),
        entry.outcome.map(|became| outcome(became).to_owned()),
        felt,
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let helped = entry.helped.iter().map(Words::as_str).collect::<Vec<_>>().join(" · ");
    let own_texts = [
        entry.thought.as_ref().map(|words| t::try_thought(words.as_str())),
        entry.found_out.as_ref().map(|words| words.as_str().to_owned()),
        (!helped.is_empty()).then(|| t::try_helped(&helped)),
        entry.note.as_ref().map(|words| words.as_str().to_owned()),
    ];
    let own_texts = own_texts.into_iter().flatten().map(own_text).collect::<Vec<_>>();
    view! {
        <a class="plain card" href=in_base(Route::TryNow(id).href())>
            <span class="check-in">
                <Tile icon=icondata_lu::LuFootprints tint=Tint::Spruce />
                <span class="words">
                    <span class="row-title">{entry.title.as_str().to_owned()}</span>
                    <span class="row-hint">{facts}</span>
                </span>
            </span>
            {own_texts}
        </a>
    }
}

/// All that was told of a night, without a verdict.
pub fn night(night: &Night) -> AnyView {
    let row = row(night);
    let asleep = row.as_ref().and_then(asleep_min);
    let length = |min: u16| wording::length(u32::from(min));
    let title = t::night_span(&intl::time(night.tried), &intl::time(night.woke));
    let between = row.as_ref().map(|row| t::between(&length(row.lasted_min.get())));
    let quality = night.quality.and_then(|quality| Mood::new(quality.get()).ok());
    let bed = night.into_bed.map(|time| t::into_bed(&intl::time(time)));
    let out = night.out_of_bed.map(|time| t::out_of_bed(&intl::time(time)));
    let facts = [
        asleep.map(|min| t::asleep(&length(min))).or(between),
        bed,
        out,
        night.fall_asleep_min.map(|min| t::fell(&length(min.get()))),
        night.awakenings.map(|times| match times.get() {
            0 => t::awakenings(n::never()),
            times => t::awakenings(&n::times(usize::from(times))),
        }),
        night.awake_min.map(|min| t::awake(&length(min.get()))),
        night.naps_min.map(|min| t::naps(&length(min.get()))),
        quality.map(|quality| t::quality(wording::mood(quality))),
    ];
    let facts = facts.into_iter().flatten().map(|fact| view! { <li>{fact}</li> });
    let note = own_words(night.note.as_ref());
    view! {
        <section class="card">
            <div class="card-head">
                <h2>{title}</h2>
            </div>
            <ul class="facts">{facts.collect::<Vec<_>>()}</ul>
            {note}
            {night.estimate.then(|| view! {
                <Pill text=n::estimate() icon=icondata_lu::LuMoonStar tint=Tint::Night />
            })}
        </section>
    }
}
