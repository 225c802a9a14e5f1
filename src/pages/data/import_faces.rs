//! Own names for moods, each given a face.

use askelma_diary::values::Mood;
use askelma_files::MoodName;

use crate::pages::wording;
use crate::text::{import as t, welcome};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, FaceRow};

/// One row of faces a name; `on_chosen` is told each name with its face, if it was given one.
pub fn faces(
    names: Vec<MoodName>,
    on_chosen: impl Fn(Vec<(String, Option<Mood>)>) + 'static,
) -> AnyView {
    let chosen = RwSignal::new(names.iter().map(|name| name.mood).collect::<Vec<Option<Mood>>>());
    let rows: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(index, face)| {
            let mood = Signal::derive(move || {
                chosen.with(|chosen| Some(chosen.get(index).copied().flatten()?.get()))
            });
            let choose = move |mood: u8| {
                chosen.update(|chosen| {
                    if let Some(chosen_mood) = chosen.get_mut(index) {
                        *chosen_mood = Mood::new(mood).ok();
                    }
                });
            };
            let (name, times) =
                (face.name.clone(), t::times(usize::try_from(face.times).unwrap_or_default()));
            let label = name.clone();
            view! {
                <Card title=name>
                    <p class="quiet">{times}</p>
                    <FaceRow
                        label
                        names=wording::mood_names().map(str::to_owned).to_vec()
                        chosen=mood
                        on_choose=choose
                    />
                </Card>
            }
        })
        .collect();
    let on_next = move |()| {
        let names = names.iter().map(|name| name.name.clone());
        on_chosen(names.zip(chosen.get_untracked()).collect());
    };
    let on_next = StoredValue::new_local(on_next);
    view! {
        <h2>{t::faces()}</h2>
        <p class="quiet">{t::faces_hint()}</p>
        {rows}
        <Button label=welcome::next() on_press=move |()| on_next.with_value(|on_next| on_next(())) />
    }
}
