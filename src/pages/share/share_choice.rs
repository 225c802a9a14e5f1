//! What to share: parts, weeks, for what; and the preview exactly as the receiver will see it.

use askelma_diary::diary::Diary;
use askelma_diary::entries::SharePart;
use askelma_diary::id::Id;
use askelma_diary::sharing::summarise::{
    Choice, HeavyNotes, PathsShown, heavy_notes, part_size, paths_to_show,
};
use askelma_diary::time::Day;

use crate::pages::share::share_draft::Draft;
use crate::pages::share::share_path::{path_choice, path_hint};
use crate::pages::store;
use crate::text::{help_card, share as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, ChipOption, Notice, Segments, Switch, TextField};

/// A part's name.
pub fn part_name(part: SharePart) -> &'static str {
    match part {
        SharePart::Moments => t::moments(),
        SharePart::Mood => t::mood(),
        SharePart::Notes => t::notes(),
        SharePart::Sleep => t::sleep(),
        SharePart::Routine => t::routine(),
        SharePart::School => t::school(),
        SharePart::Path => t::path(),
    }
}

/// What a part holds in these dates, if anything.
fn part_hint(diary: &Diary, part: SharePart, paths: &[Id], from: Day, to: Day) -> Option<String> {
    if part == SharePart::Path {
        // Paths that were left out can be taken back in, so the part is not disabled for it.
        let any = !paths_to_show(diary, from, to).is_empty();
        return any.then(|| path_hint(diary, paths, from, to));
    }
    Some(match (part, part_size(diary, part, paths, from, to)) {
        (_, 0) | (SharePart::Path, _) => return None,
        (SharePart::Moments, n) => t::moments_n(n),
        (SharePart::Mood, n) => t::mood_n(n),
        (SharePart::Notes, n) => t::notes_n(n),
        (SharePart::Sleep, n) => t::sleep_n(n),
        (SharePart::Routine, n) => t::routine_n(n),
        (SharePart::School, n) => t::school_n(n),
    })
}

/// The form: weeks, parts, and what may be shown at the meeting.
#[component]
pub fn ShareChoice(draft: Draft, on_preview: Callback<Choice>) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let weeks = vec![
        ChipOption::new(2, t::weeks_2()),
        ChipOption::new(4, t::weeks_4()),
        ChipOption::new(12, t::weeks_12()),
    ];
    let meeting = SharePart::ALL.iter().map(|part| meeting_row(draft, *part)).collect::<Vec<_>>();
    let rows = SharePart::ALL.iter().map(|part| row(draft, *part)).collect::<Vec<_>>();
    let preview = move |()| match draft.choice() {
        Ok(choice) => {
            problem.set(None);
            on_preview.run(choice);
        }
        Err(sentence) => problem.set(Some(sentence.to_owned())),
    };
    view! {
        <Segments
            label=t::weeks()
            options=weeks
            chosen=Signal::derive(move || u16::from(draft.weeks.get()))
            on_choose=move |weeks| draft.weeks.set(u8::try_from(weeks).unwrap_or(4))
        />
        <Card title=t::parts()>{rows}</Card>
        {path_choice(draft)}
        <details class="more">
            <summary>{t::meeting()}</summary>
            <p class="quiet">{t::meeting_hint()}</p>
            <Card>{meeting}</Card>
        </details>
        {asks_again(draft)}
        <p class="quiet">{t::less()}</p>
        <Card>
            <TextField label=t::name() value=draft.name limit=60 />
            <TextField label=t::with() hint=t::with_hint() value=draft.with limit=60 />
            <TextField label=t::purpose() hint=t::purpose_hint() value=draft.purpose limit=120 />
        </Card>
        <p class="quiet">{t::danger()}</p>
        <Notice text=problem />
        <div class="bar">
            <Button label=t::preview() icon=icondata_lu::LuEye on_press=preview />
        </div>
    }
}

/// Before words about self-harm go along, it asks again. They stay unless she says otherwise.
fn asks_again(draft: Draft) -> AnyView {
    let diary = store().diary;
    let count = Memo::new(move |_| {
        let (from, to) = draft.dates();
        let (parts, paths) = (draft.parts.get(), draft.paths.get());
        let shown_paths = PathsShown { paths: &paths, words: draft.path_words.get() };
        diary.with(|diary| heavy_notes(diary, &parts, shown_paths, from, to))
    });
    let on = Signal::derive(move || draft.heavy_notes.get() == HeavyNotes::GoAlong);
    let change = move |on: bool| {
        draft.heavy_notes.set(if on { HeavyNotes::GoAlong } else { HeavyNotes::StayHere });
    };
    view! {
        {move || {
            let count = count.get();
            (count > 0)
                .then(|| {
                    view! {
                        <Card title=help_card::share_title()>
                            <p>{help_card::share_hint(count)}</p>
                            <Switch label=help_card::share_along() on on_change=change />
                        </Card>
                    }
                })
        }}
    }
}

fn row(draft: Draft, part: SharePart) -> AnyView {
    let diary = store().diary;
    let content = Memo::new(move |_| {
        let ((from, to), paths) = (draft.dates(), draft.paths.get());
        diary.with(|diary| part_hint(diary, part, &paths, from, to))
    });
    let on = Signal::derive(move || draft.parts.get().contains(&part) && content.get().is_some());
    view! {
        <Switch
            label=part_name(part)
            hint=Signal::derive(move || content.get().or_else(|| Some(t::nothing().to_owned())))
            on
            disabled=Signal::derive(move || content.get().is_none())
            on_change=move |on| toggle(draft.parts, part, on)
        />
    }
}

fn toggle(list: RwSignal<Vec<SharePart>>, part: SharePart, on: bool) {
    list.update(|list| {
        list.retain(|chosen_part| *chosen_part != part);
        if on {
            list.push(part);
        }
    });
}

/// Whether a part may be shown at the meeting; asked only of what goes along.
fn meeting_row(draft: Draft, part: SharePart) -> AnyView {
    view! {
        <Switch
            label=part_name(part)
            on=Signal::derive(move || draft.meeting.get().contains(&part))
            disabled=Signal::derive(move || !draft.parts.get().contains(&part))
            on_change=move |on| toggle(draft.meeting, part, on)
        />
    }
}
