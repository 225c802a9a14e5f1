//! The rest of a check-in: feelings, body, with whom, where.

use askelma_diary::entries::MoodEntry;
use askelma_diary::mood::own_words::used_before;
use askelma_diary::values::{BodySign, Company, Feeling, MoodPlace as Where, Words};

use crate::pages::mood::{feeling_drawings, mood_words};
use crate::pages::store;
use crate::text::mood as t;
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, Chips, ChoiceChips, DrawnOption, DrawnTiles, TextField, toggle};

/// The longest name of a feeling in own words, in characters.
const MAX_OWN_WORDS: u32 = 60;

/// Words of one's own that are being typed.
pub struct OwnWords {
    /// A feeling.
    pub feeling: RwSignal<String>,
    /// What the body says.
    pub body: RwSignal<String>,
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
    view! {
        <Card title=t::feelings()>
            <DrawnTiles
                label=t::feelings()
                options=feelings.collect()
                chosen=Signal::derive(move || entry.with(|entry| codes(&entry.feelings, Feeling::code)))
                on_toggle=move |code| {
                    if let Some(feeling) = Feeling::from_code(code) {
                        entry.update(|entry| toggle(&mut entry.feelings, feeling));
                    }
                }
            />
            <TextField
                label=t::own_feeling()
                value=own_words.feeling
                limit=MAX_OWN_WORDS
                suggestions=before(|entry| entry.own_feeling.as_ref())
            />
        </Card>
        <Card title=t::body()>
            <DrawnTiles
                label=t::body()
                options=body.collect()
                chosen=Signal::derive(move || entry.with(|entry| codes(&entry.body, BodySign::code)))
                on_toggle=move |code| {
                    if let Some(sign) = BodySign::from_code(code) {
                        entry.update(|entry| toggle(&mut entry.body, sign));
                    }
                }
            />
            <TextField
                label=t::own_body()
                value=own_words.body
                limit=MAX_OWN_WORDS
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
        ..ChipOption::new(*company, mood_words::company(*company))
    });
    let places = Where::ALL.iter().map(|place| ChipOption {
        icon: Some(place_icon(*place)),
        ..ChipOption::new(*place, mood_words::place(*place))
    });
    view! {
        <Card title=t::company()>
            <Chips
                label=t::company()
                options=company.collect()
                chosen=Signal::derive(move || entry.with(|entry| entry.company.clone()))
                on_toggle=move |company| {
                    entry.update(|entry| toggle(&mut entry.company, company));
                }
            />
        </Card>
        <Card title=t::place()>
            <ChoiceChips
                label=t::place()
                options=places.collect()
                chosen=Signal::derive(move || entry.with(|entry| entry.place))
                on_choose=move |place| entry.update(|entry| entry.place = place)
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

fn codes<T: Copy>(chosen: &[T], code: fn(T) -> u8) -> Vec<u8> {
    chosen.iter().map(|item| code(*item)).collect()
}
