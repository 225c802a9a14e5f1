//! The rest of a check-in: feelings, body, with whom, where.

use askelma_diary::entries::MoodEntry;
use askelma_diary::mood::own_words::used_before;
use askelma_diary::values::{BodySign, Company, Feeling, MoodPlace as Where, Words};

use crate::pages::mood::{feeling_drawings, mood_words};
use crate::pages::{store, wording};
use crate::text::mood as t;
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, Chips, ChoiceChips, DrawnOption, DrawnTiles, TextField};

/// The longest name of a feeling in own words, in characters.
const MAX_OWN_WORDS: u32 = 60;

/// Words of one's own that are being typed, each with the key of its draft.
pub struct OwnWords {
    /// A feeling.
    pub feeling: (RwSignal<String>, String),
    /// What the body says.
    pub body: (RwSignal<String>, String),
}

/// The cards, in the order in which they are asked.
pub fn what(entry: RwSignal<MoodEntry>, own_words: OwnWords) -> AnyView {
    let feelings = Feeling::ALL.iter().map(|feeling| DrawnOption {
        value: feeling.code(),
        text: mood_words::feeling(*feeling).to_owned(),
        drawing: feeling_drawings::feeling(*feeling),
    });
    let body = BodySign::ALL.iter().map(|sign| DrawnOption {
        value: sign.code(),
        text: mood_words::body(*sign).to_owned(),
        drawing: feeling_drawings::body(*sign),
    });
    let (own_feeling, feeling_draft) = own_words.feeling;
    let (own_body, body_draft) = own_words.body;
    view! {
        <Card title=t::feelings()>
            <DrawnTiles
                label=t::feelings()
                options=feelings.collect()
                chosen=Signal::derive(move || entry.with(|entry| codes(&entry.feelings, Feeling::code)))
                on_toggle=move |code| {
                    entry.update(|entry| toggle(&mut entry.feelings, Feeling::from_code(code)));
                }
            />
            <TextField
                label=t::own_feeling()
                value=own_feeling
                limit=MAX_OWN_WORDS
                draft=feeling_draft
                suggestions=before(|entry| entry.own_feeling.as_ref())
            />
        </Card>
        <Card title=t::body()>
            <DrawnTiles
                label=t::body()
                options=body.collect()
                chosen=Signal::derive(move || entry.with(|entry| codes(&entry.body, BodySign::code)))
                on_toggle=move |code| {
                    entry.update(|entry| toggle(&mut entry.body, BodySign::from_code(code)));
                }
            />
            <TextField
                label=t::own_body()
                value=own_body
                limit=MAX_OWN_WORDS
                draft=body_draft
                suggestions=before(|entry| entry.own_body.as_ref())
            />
        </Card>
        {around(entry)}
    }
}

/// With whom, where.
fn around(entry: RwSignal<MoodEntry>) -> AnyView {
    let company = Company::ALL.iter().map(|company| ChipOption {
        icon: Some(company_icon(*company)),
        ..wording::option(company.code(), mood_words::company(*company))
    });
    let places = Where::ALL.iter().map(|place| ChipOption {
        icon: Some(place_icon(*place)),
        ..wording::option(place.code(), mood_words::place(*place))
    });
    view! {
        <Card title=t::company()>
            <Chips
                label=t::company()
                options=company.collect()
                chosen=Signal::derive(move || {
                    entry.with(|entry| codes(&entry.company, Company::code))
                        .into_iter()
                        .map(u16::from)
                        .collect()
                })
                on_toggle={move |code: u16| {
                    entry.update(|entry| {
                        toggle(&mut entry.company, small(code).and_then(Company::from_code));
                    });
                }}
            />
        </Card>
        <Card title=t::place()>
            <ChoiceChips
                label=t::place()
                options=places.collect()
                chosen=Signal::derive(move || {
                    entry.with(|entry| Some(u16::from(entry.place?.code())))
                })
                on_choose={move |code: Option<u16>| {
                    let place = code.and_then(small).and_then(Where::from_code);
                    entry.update(|entry| entry.place = place);
                }}
            />
        </Card>
    }
}

/// Words of one's own that were used before.
fn before(words: fn(&MoodEntry) -> Option<&Words>) -> Vec<String> {
    let max = usize::try_from(MAX_OWN_WORDS).unwrap_or_default();
    let found = store().diary.with_untracked(|diary| used_before(diary, max, words));
    found.into_iter().map(|words| words.as_str().to_owned()).collect()
}

fn company_icon(company: Company) -> icondata_core::Icon {
    match company {
        Company::Alone => icondata_lu::LuUserRound,
        Company::Family => icondata_lu::LuHeart,
        Company::Friends => icondata_lu::LuUsersRound,
        Company::Classmates => icondata_lu::LuBackpack,
        Company::SchoolAdult => icondata_lu::LuGraduationCap,
        Company::Other => icondata_lu::LuUserRoundPlus,
        Company::Animal => icondata_lu::LuPawPrint,
    }
}

fn place_icon(place: Where) -> icondata_core::Icon {
    match place {
        Where::Home => icondata_lu::LuHouse,
        Where::Way => icondata_lu::LuBus,
        Where::School => icondata_lu::LuSchool,
        Where::Outdoors => icondata_lu::LuTrees,
        Where::Hobby => icondata_lu::LuPalette,
        Where::Elsewhere => icondata_lu::LuMapPin,
    }
}

fn small(code: u16) -> Option<u8> {
    u8::try_from(code).ok()
}

fn codes<T: Copy>(chosen: &[T], code: fn(T) -> u8) -> Vec<u8> {
    chosen.iter().map(|item| code(*item)).collect()
}

fn toggle<T: PartialEq>(chosen: &mut Vec<T>, item: Option<T>) {
    let Some(item) = item else { return };
    match chosen.iter().position(|chosen_item| *chosen_item == item) {
        Some(index) => {
            chosen.remove(index);
        }
        None => chosen.push(item),
    }
}
