//! Who is using this browser, in which language and theme.

use leptos::prelude::*;

use crate::browser::data_files::{self, DataFileError};
use crate::browser::device;
use crate::browser::intl::{self, Clock, Locale};
use crate::storage::names;
use crate::storage::preferences::{self, Preferences};
use crate::text::{self, CountRule, Language};

/// Whose app this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A young person.
    Young,
    /// A parent or another adult at home.
    Parent,
    /// A worker.
    Worker,
}

impl Role {
    /// All of them, in the order offered.
    pub const ALL: [Self; 3] = [Self::Young, Self::Parent, Self::Worker];

    /// Its name in preferences and database names.
    pub fn code(self) -> &'static str {
        match self {
            Self::Young => "young",
            Self::Parent => "parent",
            Self::Worker => "worker",
        }
    }

    /// The role of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// The choices of this browser; each change is saved at once.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    preferences: RwSignal<Preferences>,
    language: RwSignal<Language>,
    /// Whether the later pages' sentences are fetched too, or the first page's alone.
    has_all_sentences: RwSignal<bool>,
}

impl Session {
    /// Reads the choices, fetches the language and applies both to the page.
    ///
    /// # Errors
    /// [`DataFileError`] when the sentences cannot be had: without them there is nothing to show.
    pub async fn begin() -> Result<Self, DataFileError> {
        names::settle(&data_files::base()).await;
        let preferences = RwSignal::new(preferences::read());
        let session = Self {
            preferences,
            language: RwSignal::new(Language::En),
            has_all_sentences: RwSignal::new(false),
        };
        session.fetch_language().await?;
        Ok(session)
    }

    /// Fetches the later pages' sentences too. What is on the screen keeps its own.
    ///
    /// # Errors
    /// [`DataFileError`] when they cannot be had; those of the first page stay.
    pub async fn fetch_all_sentences(self) -> Result<(), DataFileError> {
        let before = self.has_all_sentences.get_untracked();
        self.has_all_sentences.set(true);
        let fetched = self.fetch_language().await;
        if fetched.is_err() {
            self.has_all_sentences.set(before);
        }
        fetched
    }

    /// The role, once chosen.
    pub fn role(self) -> Option<Role> {
        self.preferences.with(|preferences| Role::from_code(preferences.role.as_deref()?))
    }

    /// Whether this is a look around with example data.
    pub fn example(self) -> bool {
        self.preferences.with(|preferences| preferences.example)
    }

    /// The language that is spoken now.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Chosen, else the browser's, else English.
    fn wanted(self) -> Language {
        let chosen = self.preferences.with_untracked(|chosen| chosen.language.clone());
        chosen
            .into_iter()
            .chain(device::languages())
            .find_map(|tag| Language::from_tag(&tag))
            .unwrap_or(Language::En)
    }

    /// The theme: `light` or `dark`, or the system's.
    pub fn theme(self) -> Option<String> {
        self.preferences.with(|preferences| preferences.theme.clone())
    }

    /// Chooses a language.
    pub fn choose_language(self, language: Language) {
        self.change(|preferences| preferences.language = Some(language.code().to_owned()));
        leptos::task::spawn_local(async move {
            // A language that cannot be had now is spoken from the next start on.
            let _ = self.fetch_language().await;
        });
    }

    /// Chooses a theme; `None` follows the system.
    pub fn choose_theme(self, theme: Option<&str>) {
        self.change(|preferences| preferences.theme = theme.map(str::to_owned));
    }

    /// Chooses whose app this is, with their own diary or an example.
    pub fn choose_role(self, role: Option<Role>, example: bool) {
        self.change(|preferences| {
            preferences.role = role.map(|role| role.code().to_owned());
            preferences.example = example;
            preferences.own_waits = false;
        });
    }

    /// Chooses the example, while the own diary waits.
    pub fn look_around(self, role: Role) {
        self.choose_role(Some(role), true);
        self.change(|preferences| preferences.own_waits = true);
    }

    /// Leaves the open diary for good: for the role whose own diary waits, or for the first question.
    /// Every other tab lets go of it too.
    pub fn leave(self, back: Option<Role>) {
        self.change(|preferences| {
            preferences.role = back.map(|role| role.code().to_owned());
            preferences.example = false;
            preferences.own_waits = false;
            if back.is_none() {
                preferences.left = preferences.left.wrapping_add(1);
            }
        });
    }

    /// Calls when another tab leaves a diary for good.
    pub fn on_left_elsewhere(call: impl Fn() + 'static) {
        preferences::on_left_elsewhere(call);
    }

    /// Whether this tab may hold something of a diary that was left for good; says so once.
    pub fn tab_is_from_before(self) -> bool {
        self.preferences.with_untracked(preferences::tab_is_from_before)
    }

    /// Whether the example was opened from one's own diary.
    pub fn own_waits(self) -> bool {
        self.preferences.with_untracked(|preferences| preferences.own_waits)
    }

    fn change(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        // Where storage is denied the choice holds until the page closes; the diary's own
        // sentence says that nothing is kept.
        self.preferences.with_untracked(preferences::save);
        self.apply_to_page();
    }

    async fn fetch_language(self) -> Result<(), DataFileError> {
        let language = self.wanted();
        let code = language.code();
        let mut lines = data_files::fetch_text(&format!("words/{code}.txt")).await?;
        if self.has_all_sentences.get_untracked() {
            // Numbered on from the first page's.
            lines.push('\n');
            lines.push_str(&data_files::fetch_text(&format!("more-words/{code}.txt")).await?);
        }
        intl::set_locale(locale(language));
        text::set_language(
            language,
            lines,
            CountRule { is_one: intl::is_one, digits: intl::whole },
        );
        if self.language.get_untracked() != language {
            self.language.set(language);
        }
        self.apply_to_page();
        Ok(())
    }

    fn apply_to_page(self) {
        let (language, theme) = (self.language.get_untracked(), untrack(|| self.theme()));
        device::set_language_and_theme(language.code(), theme.as_deref());
    }
}

fn locale(language: Language) -> Locale {
    let clock = match language {
        Language::En => Clock::Colon,
        Language::Fi | Language::Sv => Clock::Point,
    };
    Locale { tag: language.locale(), clock }
}
