//! Of a good moment: strengths in own words, and who gave it.

use askelma_diary::strengths::givers;
use askelma_diary::values::Words;

use crate::pages::drafts::Drafts;
use crate::pages::store;
use crate::text::{moment, strengths as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, ChipOption, Chips, Kind, Segments, TextField};

/// Own strengths are offered again up to this many, the most used first.
const OFFERED: usize = 12;

/// The own strengths of a moment: those to choose from and those chosen.
#[derive(Clone, Copy)]
pub struct OwnStrengths {
    all: RwSignal<Vec<Words>>,
    chosen: RwSignal<Vec<Words>>,
}

impl OwnStrengths {
    /// `chosen` are the moment's own, `used_before` those used so far.
    pub fn new(chosen: Vec<Words>, used_before: Vec<Words>, drafts: &Drafts) -> Self {
        let chosen = drafts.keep("own-strengths", chosen);
        let mut options = chosen.get_untracked();
        for words in used_before.into_iter().take(OFFERED) {
            if !options.iter().any(|option| option.same_as(&words)) {
                options.push(words);
            }
        }
        Self { all: RwSignal::new(options), chosen }
    }

    /// The chosen ones, with the one that is still being typed.
    pub fn with(self, typed: Option<Words>) -> Vec<Words> {
        let mut chosen = self.chosen.get_untracked();
        if let Some(typed) = typed.filter(|typed| !chosen.iter().any(|words| words.same_as(typed)))
        {
            chosen.push(typed);
        }
        chosen
    }

    fn add(self, typed: &Words) {
        let listed =
            self.all.with_untracked(|all| all.iter().find(|option| option.same_as(typed)).cloned());
        let words = listed.unwrap_or_else(|| {
            self.all.update(|all| all.push(typed.clone()));
            typed.clone()
        });
        self.chosen.set(self.with(Some(words)));
    }

    fn toggle(self, index: u16) {
        let words = self.all.with_untracked(|all| all.get(usize::from(index)).cloned());
        let Some(words) = words else { return };
        self.chosen.update(|chosen| {
            match chosen.iter().position(|chosen_words| chosen_words.same_as(&words)) {
                Some(index) => {
                    chosen.remove(index);
                }
                None => chosen.push(words),
            }
        });
    }

    /// The words to choose from, and the field for another.
    pub fn field(self, own: RwSignal<String>) -> AnyView {
        let Self { all, chosen } = self;
        let chosen_numbers = Signal::derive(move || {
            let chosen = chosen.get();
            all.with(|all| {
                let numbered = (0_u16..).zip(all);
                let numbered =
                    numbered.filter(|(_, words)| chosen.iter().any(|word| word.same_as(words)));
                numbered.map(|(number, _)| number).collect::<Vec<_>>()
            })
        });
        let chips = move || {
            let options: Vec<ChipOption<u16>> = all.with(|all| {
                let words = (0_u16..).zip(all);
                words.map(|(number, words)| ChipOption::new(number, words.as_str())).collect()
            });
            (!options.is_empty()).then(|| {
                let on_toggle = move |number| self.toggle(number);
                view! { <Chips label=t::own() options chosen=chosen_numbers on_toggle /> }
            })
        };
        let add = move |()| {
            if let Ok(Some(words)) = Words::new(&own.get_untracked()) {
                self.add(&words);
                own.set(String::new());
            }
        };
        let add = Callback::new(add);
        view! {
            {chips}
            <TextField label=moment::own() hint=t::own_hint() value=own limit=40 on_enter=add />
            <Button label=t::add() kind=Kind::Soft icon=icondata_lu::LuPlus on_press=add />
        }
    }
}

/// Who noticed it: oneself, or somebody whose name is asked.
pub fn giver(is_gift: RwSignal<bool>, name: RwSignal<String>) -> AnyView {
    const SUGGESTED: usize = 6;
    let store = store();
    let names: Vec<String> = store.diary.with_untracked(|diary| {
        givers(diary).into_iter().take(SUGGESTED).map(|name| name.as_str().to_owned()).collect()
    });
    let options = vec![ChipOption::new(false, t::who_me()), ChipOption::new(true, t::who_other())];
    view! {
        <Card title=t::who()>
            <Segments label=t::who() options chosen=is_gift on_choose=move |gift| is_gift.set(gift) />
            <Show when=move || is_gift.get()>
                <TextField
                    label=t::from()
                    hint=t::from_hint()
                    value=name
                    limit=60
                    suggestions=names.clone()
                    autocapitalize="words"
                />
            </Show>
        </Card>
    }
}
