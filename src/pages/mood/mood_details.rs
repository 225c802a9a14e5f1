//! The rest of a check-in: feelings, body, with whom, where.

use askelma_diary::entries::MoodEntry;
use askelma_diary::mood::own_words::used_before;
use askelma_diary::values::{BodySign, Company, Feeling, MoodPlace as Where, Words};
use leptos::prelude::*;

use crate::pages::mood::{feeling_drawings as pictures, mood_words};
use crate::pages::{store, wording};
use crate::text::mood as t;
use crate::ui::{Build, Card, ChipOption, Chips, ChoiceChips, DrawnOption, DrawnTiles, TextField};

/// The longest name of a feeling in own words, in characters.
const MOST_OWN: u32 = 60;

/// Words of one's own that are being typed, each with the key of its draft.
pub struct OwnWords {
    /// A feeling.
    pub feeling: (RwSignal<String>, String),
    /// What the body says.
    pub body: (RwSignal<String>, String),
}

/// The cards, in the order in which they are asked.
pub fn what(entry: RwSignal<MoodEntry>, own: OwnWords) -> AnyView {
    let feelings = Feeling::ALL.iter().map(|it| DrawnOption {
        value: it.code(),
        text: mood_words::feeling(*it).to_owned(),
        drawing: pictures::feeling(*it),
    });
    let body = BodySign::ALL.iter().map(|it| DrawnOption {
        value: it.code(),
        text: mood_words::body(*it).to_owned(),
        drawing: pictures::body(*it),
    });
    let (own_feeling, feeling_draft) = own.feeling;
    let (own_body, body_draft) = own.body;
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
                limit=MOST_OWN
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
                limit=MOST_OWN
                draft=body_draft
                suggestions=before(|entry| entry.own_body.as_ref())
            />
        </Card>
        {around(entry)}
    }
    .built()
}

/// With whom, where.
fn around(entry: RwSignal<MoodEntry>) -> AnyView {
    let company = Company::ALL.iter().map(|it| ChipOption {
        icon: Some(company_icon(*it)),
        ..wording::option(it.code(), mood_words::company(*it))
    });
    let places = Where::ALL.iter().map(|it| ChipOption {
        icon: Some(place_icon(*it)),
        ..wording::option(it.code(), mood_words::place(*it))
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
                on_choose={move |to: Option<u16>| {
                    entry.update(|entry| entry.place = to.and_then(small).and_then(Where::from_code));
                }}
            />
        </Card>
    }
    .built()
}

/// Words of one's own that were used before.
fn before(words: fn(&MoodEntry) -> Option<&Words>) -> Vec<String> {
    let most = usize::try_from(MOST_OWN).unwrap_or_default();
    let found = store().diary.with_untracked(|diary| used_before(diary, most, words));
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
    chosen.iter().map(|it| code(*it)).collect()
}

fn toggle<T: PartialEq>(chosen: &mut Vec<T>, it: Option<T>) {
    let Some(it) = it else { return };
    match chosen.iter().position(|known| *known == it) {
        Some(at) => {
            chosen.remove(at);
        }
        None => chosen.push(it),
    }
}
