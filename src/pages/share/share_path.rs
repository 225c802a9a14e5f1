//! Which paths go along when the path is shared, and whether their own words do.

use askelma_diary::diary::Diary;
use askelma_diary::entries::{Path, SharePart};
use askelma_diary::id::Id;
use askelma_diary::sharing::summarise::{PathWords, PathsShown, path_rows, paths_to_show};
use askelma_diary::time::Day;

use crate::pages::share::share_draft::Draft;
use crate::pages::store;
use crate::text::share as t;
use crate::ui::prelude::*;
use crate::ui::{Card, Switch};

/// "9 steps, 6 tries" of the chosen paths.
pub fn path_hint(diary: &Diary, paths: &[Id], from: Day, to: Day) -> String {
    let shown_paths = PathsShown { paths, words: PathWords::StayHere };
    let rows = path_rows(diary, shown_paths, from, to);
    let (steps, tries) = (rows.steps.len(), rows.tries.len());
    match (steps, tries) {
        (0, _) => t::path_none().to_owned(),
        (steps, 0) => t::path_steps(steps),
        (steps, tries) => format!("{}, {}", t::path_steps(steps), t::path_tries(tries)),
    }
}

/// A path as it may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Offered {
    id: Id,
    title: String,
    put_away: Option<Day>,
}

/// The choice, while the path goes along: which paths, when there is more than one or the only one
/// is put away, and the own words.
pub fn path_choice(draft: Draft) -> AnyView {
    let diary = store().diary;
    let offered = Memo::new(move |_| {
        let (from, to) = draft.dates();
        if !draft.parts.with(|parts| parts.contains(&SharePart::Path)) {
            return Vec::new();
        }
        let offer = |(id, path): (Id, &Path)| {
            let title = path.title.as_str().to_owned();
            Offered { id, title, put_away: path.archived }
        };
        diary.with(|diary| paths_to_show(diary, from, to).into_iter().map(offer).collect())
    });
    let words = Signal::derive(move || draft.path_words.get() == PathWords::GoAlong);
    let change = move |on: bool| {
        draft.path_words.set(if on { PathWords::GoAlong } else { PathWords::StayHere });
    };
    view! {
        {move || {
            let offered = offered.get();
            (!offered.is_empty())
                .then(|| {
                    let asks_which = offered.len() > 1
                        || offered.iter().any(|path| path.put_away.is_some());
                    let path_rows = offered
                        .into_iter()
                        .filter(|_| asks_which)
                        .map(|path| one(draft, path))
                        .collect::<Vec<_>>();
                    let title = if asks_which { t::path_which() } else { t::path() };
                    view! {
                        <Card title>
                            {path_rows}
                            <Switch
                                label=t::path_words()
                                hint=t::path_words_hint().to_owned()
                                on=words
                                on_change=change
                            />
                        </Card>
                    }
                })
        }}
    }
}

fn one(draft: Draft, path: Offered) -> AnyView {
    let Offered { id, title, put_away } = path;
    let hint = put_away.map(|_| t::path_put_away().to_owned());
    let on = Signal::derive(move || draft.paths.with(|paths| paths.contains(&id)));
    let change = move |on: bool| {
        draft.paths.update(|paths| {
            paths.retain(|chosen_id| *chosen_id != id);
            if on {
                paths.push(id);
            }
        });
    };
    view! { <Switch label=title hint=hint on on_change=change /> }
}
