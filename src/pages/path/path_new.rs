//! A new path, built by asking: where to, the easiest, the hardest, and what lies between.

use askelma_diary::path::WantedStep;
use askelma_diary::values::Words;

use crate::pages::drafts::drafts;
use crate::pages::layout::EditPage;
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{app, path_new as t, supports as u};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, TextField};

/// The longest title of a path or a step, in letters.
const LONGEST: u32 = 80;

/// The page: the title, the reason, and one step after another.
pub fn page() -> AnyView {
    let store = store();
    let drafts = drafts();
    let [title, why, typed] =
        ["title", "why", "typed"].map(|name| drafts.keep(name, String::new()));
    let steps = drafts.keep("steps", Vec::<Words>::new());
    let problem = RwSignal::new(None::<String>);
    let current_question = Signal::derive(move || steps.with(|steps| question(steps)));
    let add = move |()| match Words::new(&typed.get()) {
        Ok(Some(words)) => {
            problem.set(None);
            steps.update(|steps| insert_step(steps, words));
            typed.set(String::new());
        }
        Ok(None) => {}
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    let navigate = navigator();
    let save = move |()| {
        let (Ok(name), Ok(why)) = (Words::new(&title.get()), Words::new(&why.get())) else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        // What is still in the field counts as added.
        add(());
        let Some(name) = name else {
            problem.set(Some(t::needs_title().to_owned()));
            return;
        };
        let wanted: Vec<_> = steps.get().into_iter().map(WantedStep::titled).collect();
        if wanted.is_empty() {
            problem.set(Some(t::needs_step().to_owned()));
            return;
        }
        actions::add(store, name, why, wanted);
        drafts.saved();
        navigate(Route::Path);
    };
    view! {
        <EditPage problem save=t::take() on_save=save title=t::title() back=close_to(Route::Path)>
            <TextField label=t::where_to() hint=t::where_hint() value=title limit=LONGEST />
            <TextField label=t::why() value=why limit=LONGEST />
            <Card>
                <p class="row-title" aria-live="polite">
                    {current_question}
                </p>
                <Show when=move || steps.with(Vec::is_empty)>
                    <p class="quiet">{t::easiest_hint()}</p>
                </Show>
                // The field stays while the question changes: the keyboard stays up.
                <TextField label=u::own() value=typed limit=LONGEST on_enter=Callback::new(add) />
                <Button label=t::add() kind=Kind::Soft icon=icondata_lu::LuPlus on_press=add />
            </Card>
            <Show when=move || steps.with(|steps| !steps.is_empty())>{list(steps)}</Show>
        </EditPage>
    }
}

/// The easiest is asked first, then the hardest, then what lies between the last two: never a
/// feeling, and never more than the person says.
fn question(steps: &[Words]) -> String {
    match steps {
        [] => t::easiest().to_owned(),
        [_] => t::hardest().to_owned(),
        [.., easier, harder] => t::between(easier.as_str(), harder.as_str()),
    }
}

/// The first is the easiest, the second the hardest, all others go before the hardest.
fn insert_step(steps: &mut Vec<Words>, words: Words) {
    let place = if steps.len() < 2 { steps.len() } else { steps.len() - 1 };
    steps.insert(place, words);
}

fn list(steps: RwSignal<Vec<Words>>) -> AnyView {
    let numbered = move || steps.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <Card title=t::steps()>
            <ol class="lines-list">
                <For each=numbered key=|(index, step)| (*index, step.clone()) let:numbered>
                    <li>{numbered.1.as_str().to_owned()}</li>
                </For>
            </ol>
            <p class="quiet">{t::later_hint()}</p>
        </Card>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_filled_from_the_easy_side() {
        let mut steps = Vec::new();
        for text in ["coat on", "a whole day", "the gate", "one lesson"] {
            insert_step(&mut steps, Words::new(text).expect("short").expect("said"));
        }
        let titles: Vec<_> = steps.iter().map(Words::as_str).collect();
        assert_eq!(titles, ["coat on", "the gate", "one lesson", "a whole day"]);
    }
}
