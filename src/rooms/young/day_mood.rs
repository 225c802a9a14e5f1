//! The mood card: one tap on a face saves; details follow if wanted.

use askelma_diary::safety::low_mood_due;
use askelma_diary::today::DayView;
use askelma_diary::values::Mood;
use leptos::prelude::*;

use crate::components::{Build, Card, FaceRow, RowLink, Tint, dynamic};
use crate::platform::intl;
use crate::rooms::{Place, keeper, say, three_faces, walker};
use crate::state::actions;
use crate::text::today as t;

/// Five faces and the day's check-ins.
#[component]
pub fn DayMood(view: Memo<DayView>) -> impl IntoView {
    let keeper = keeper();
    let day = view.with_untracked(|view| view.day);
    let moods = Memo::new(move |_| view.with(|view| view.moods.clone()));
    let latest =
        Signal::derive(move || moods.with(|moods| moods.last().map(|(_, entry)| entry.mood.get())));
    let question = t::feel();
    let names = say::mood_names().map(str::to_owned).to_vec();
    let three = three_faces();
    let walk = walker();
    let choose = move |mood| {
        if let Ok(mood) = Mood::new(mood) {
            actions::add_mood(keeper, day, mood);
            // Some very low days in a row: the card comes by itself, once a week at most.
            let is_today = keeper.now.get_untracked().day() == day;
            if is_today && keeper.diary.with_untracked(|diary| low_mood_due(diary, day)) {
                walk(Place::HelpCard);
            }
        }
    };
    let rows = move || {
        moods
            .get()
            .into_iter()
            .map(|(id, entry)| {
                let title = t::checkin(say::mood(entry.mood), &intl::time(entry.when));
                let hint = entry
                    .note
                    .as_ref()
                    .map_or_else(|| t::details().to_owned(), |note| note.as_str().to_owned());
                view! {
                    <RowLink
                        href=Place::Mood(day, id).href()
                        title
                        hint
                        icon=icondata_lu::LuPencil
                        tint=Tint::Plain
                    />
                }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <Card title=question>
            <FaceRow label=question names chosen=latest three on_choose=choose />
        </Card>
        {dynamic(rows)}
    }
    .built()
}
