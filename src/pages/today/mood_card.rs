//! The mood card: one tap on a face saves; details follow if wanted.

use askelma_diary::safety::low_mood_due;
use askelma_diary::today::DayView;
use askelma_diary::values::Mood;

use crate::browser::intl;
use crate::pages::today::after_paint::after_paint;
use crate::pages::{navigator, store, three_faces, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::today as t;
use crate::ui::prelude::*;
use crate::ui::{Card, FaceRow, RowLink, Tint};

/// Five faces and the day's check-ins.
#[component]
pub fn DayMood(view: Memo<DayView>) -> impl IntoView {
    let store = store();
    let day = view.with_untracked(|view| view.day);
    let moods = Memo::new(move |_| view.with(|view| view.moods.clone()));
    let latest =
        Signal::derive(move || moods.with(|moods| moods.last().map(|(_, entry)| entry.mood.get())));
    let question = t::feel();
    let names = wording::mood_names().map(str::to_owned).to_vec();
    let three = three_faces();
    let navigate = navigator();
    let choose = move |mood| {
        if let Ok(mood) = Mood::new(mood) {
            actions::add_mood(store, day, mood);
            // Some very low days in a row: the card comes by itself, once a week at most.
            let is_today = store.now.get_untracked().day() == day;
            if is_today && store.diary.with_untracked(|diary| low_mood_due(diary, day)) {
                navigate(Route::HelpCard);
            }
        }
    };
    // The face answers the tap; the row that tells of it is made once that is on the screen.
    let painted = Trigger::new();
    after_paint(move || moods.track(), move || painted.notify());
    let rows = move || {
        painted.track();
        moods
            .get_untracked()
            .into_iter()
            .map(|(id, entry)| {
                let title = t::checkin(wording::mood(entry.mood), &intl::time(entry.when));
                let hint = entry
                    .note
                    .as_ref()
                    .map_or_else(|| t::details().to_owned(), |note| note.as_str().to_owned());
                view! {
                    <RowLink
                        href=Route::Mood(day, id).href()
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
        {rows}
    }
}
