//! Drafts of what is half written: a page makes each value of its form by [`Drafts::keep`], and it
//! stands there again after a reload, or when the page is opened once more.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use askelma_diary::record::fields::{FieldValue, value_from_bytes, value_to_bytes};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::drafts;
use crate::pages::store;
use crate::store::DiaryStore;

/// A value of a form that is on the screen.
struct Value {
    /// The key of its draft.
    key: String,
    /// What it was when it was saved last.
    saved: String,
    now: String,
    read: Rc<dyn Fn() -> String>,
}

thread_local! {
    /// The values of the forms on the screen: a few dozen at most.
    static VALUES: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
}

/// Whether something on the screen is being written and not saved: then the app does not load the
/// page anew by itself.
pub(crate) fn is_writing() -> bool {
    VALUES.with_borrow(|values| values.iter().any(|value| value.now != value.saved))
}

/// Where the drafts of the page at hand lie, as a context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DraftPlace {
    diary: StoredValue<String>,
    page: StoredValue<String>,
    /// Drafts of this page that were put aside, to be brought back.
    aside: StoredValue<Vec<(String, String)>>,
    /// What the page shows.
    pub(crate) shows: RwSignal<Shows>,
    /// Counts up when the page is to be drawn anew.
    redraw: RwSignal<u32>,
}

/// Whether a page shows what is saved, or what was begun on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    /// What is saved; there is nothing else.
    Saved,
    /// What was begun and is not saved.
    Begun,
    /// What is saved, while what was begun is put aside.
    BegunAside,
}

impl DraftPlace {
    /// For a diary, by its [`drafts::place_of`].
    pub(crate) fn new(diary: String) -> Self {
        Self {
            diary: StoredValue::new(diary),
            page: StoredValue::new(String::new()),
            aside: StoredValue::new(Vec::new()),
            shows: RwSignal::new(Shows::Saved),
            redraw: RwSignal::new(0),
        }
    }

    /// Another page is drawn, or the same one anew.
    pub(crate) fn turn_to(self, address: &str) {
        self.redraw.track();
        // A blank ends the address: no other begins like it.
        let page = [&self.diary.get_value(), address, " "].concat();
        let is_another = self.page.with_value(|before| *before != page);
        if is_another {
            self.page.set_value(page);
            self.aside.set_value(Vec::new());
        }
        let has_aside = self.aside.with_value(|aside| !aside.is_empty());
        self.shows.set(if has_aside { Shows::BegunAside } else { Shows::Saved });
    }

    /// Shows what is saved in the place of what was begun, or the other way round.
    pub(crate) fn swap(self) {
        let page = self.page.get_value();
        let here = drafts::at(&page);
        drafts::clear(&page);
        for (key, draft) in self.aside.get_value() {
            drafts::keep(&key, &draft);
        }
        self.aside.set_value(here);
        self.redraw.update(|count| *count += 1);
    }
}

/// The drafts of a form: all of a page's, or a part of them.
#[derive(Debug, Clone)]
pub(crate) struct Drafts {
    /// What their keys begin with.
    place: Arc<str>,
    shows: RwSignal<Shows>,
    store: DiaryStore,
}

/// The drafts of the page that is being drawn.
pub(crate) fn drafts() -> Drafts {
    let place: DraftPlace = expect_context();
    Drafts { place: place.page.get_value().into(), shows: place.shows, store: store() }
}

impl Drafts {
    /// The drafts of a form of its own on this page.
    pub(crate) fn part(&self, name: &str) -> Self {
        Self { place: [&self.place, name, " "].concat().into(), ..self.clone() }
    }

    /// A value of the form that begins as `saved`, or as its draft.
    pub(crate) fn keep<T>(&self, name: &str, saved: T) -> RwSignal<T>
    where
        T: FieldValue + Send + Sync + 'static,
    {
        let value = RwSignal::new(saved);
        let read = move || value.with(as_text);
        self.follow(name, Rc::new(read), &|draft| from_text(draft).map(|draft| value.set(draft)));
        value
    }

    /// Like [`Self::keep`], of a value that is written as another: `out` makes that, `back` the value.
    pub(crate) fn keep_as<T, F>(
        &self,
        name: &str,
        saved: T,
        out: fn(&T) -> F,
        back: fn(&mut T, F),
    ) -> RwSignal<T>
    where
        T: Send + Sync + 'static,
        F: FieldValue + 'static,
    {
        let value = RwSignal::new(saved);
        let read = move || value.with(|value| as_text(&out(value)));
        let write =
            move |draft: &str| from_text(draft).map(|draft| value.update(|now| back(now, draft)));
        self.follow(name, Rc::new(read), &write);
        value
    }

    // Apart from the values' types, so that it is compiled once.
    fn follow(&self, name: &str, read: Rc<dyn Fn() -> String>, write: &dyn Fn(&str) -> Option<()>) {
        let key = [&self.place, name].concat();
        let saved = untrack(|| read());
        if let Some(draft) = drafts::read(&key).filter(|draft| *draft != saved)
            && write(&draft).is_some()
        {
            self.shows.set(Shows::Begun);
        }
        let now = untrack(|| read());
        let value = Value { key: key.clone(), saved, now, read: Rc::clone(&read) };
        VALUES.with_borrow_mut(|values| values.push(value));
        let (store, gone) = (self.store, key.clone());
        Effect::new(move |drawn_before: Option<()>| {
            let now = read();
            let is_saved = VALUES.with_borrow_mut(|values| {
                let value = values.iter_mut().find(|value| value.key == key);
                value.is_none_or(|value| {
                    value.now.clone_from(&now);
                    value.saved == now
                })
            });
            match (is_saved, drawn_before) {
                (false, _) => drafts::keep(&key, &now),
                (true, Some(())) => {
                    let draft = drafts::read(&key).map(|draft| (key.clone(), draft));
                    forget_when_saved(store, draft.into_iter().collect());
                }
                (true, None) => {}
            }
        });
        on_cleanup(move || {
            VALUES.with_borrow_mut(|values| values.retain(|value| value.key != gone));
        });
    }

    /// What is written was handed to the store: the drafts go once it is on the disk. What the store
    /// refused is nowhere but here, and stays.
    pub(crate) fn saved(&self) {
        if self.store.has_refused() {
            return;
        }
        VALUES.with_borrow_mut(|values| {
            for value in values {
                if value.key.starts_with(&*self.place) {
                    value.now = untrack(|| (value.read)());
                    value.saved.clone_from(&value.now);
                }
            }
        });
        self.shows.try_set(Shows::Saved);
        forget_when_saved(self.store, drafts::at(&self.place));
    }
}

/// Lets drafts go once all is on the disk; what was written over one meanwhile stays.
fn forget_when_saved(store: DiaryStore, written: Vec<(String, String)>) {
    if written.is_empty() {
        return;
    }
    let forget = move || {
        for (key, draft) in written {
            if drafts::read(&key).is_some_and(|now| now == draft) {
                drafts::forget(&key);
            }
        }
    };
    // A deed that was spawned just before is done first, and waited for.
    spawn_local(async move { store.when_saved(forget) });
}

/// A value as a text: each of its bytes a letter.
fn as_text(value: &impl FieldValue) -> String {
    value_to_bytes(value).into_iter().map(char::from).collect()
}

fn from_text<T: FieldValue>(text: &str) -> Option<T> {
    let bytes: Result<Vec<u8>, _> = text.chars().map(u8::try_from).collect();
    value_from_bytes(&bytes.ok()?)
}

#[cfg(test)]
mod tests {
    use super::{as_text, from_text};

    #[test]
    fn a_value_is_read_back_from_its_text() {
        for words in ["", "22.30", "päivä 🌱\n\u{200f}"] {
            assert_eq!(from_text::<String>(&as_text(&words.to_owned())), Some(words.to_owned()));
        }
        assert_eq!(from_text::<u16>(&as_text(&Some(65_535_u16))), Some(65_535));
        assert_eq!(from_text::<u16>("€"), None);
    }
}
