//! The background worker, as pages use it.

use askelma_exchange::ExchangeError;
use askelma_files::FileError;
use leptos::prelude::expect_context;

use crate::background::{Background, BackgroundError};
use crate::text::{app, import, receive};

/// The background worker.
pub(crate) fn background() -> Background {
    expect_context()
}

/// The sentence for what it could not do.
pub(crate) fn why_not(error: BackgroundError) -> &'static str {
    match error {
        BackgroundError::Exchange(error) => match error {
            ExchangeError::NotOurs => receive::not_ours(),
            ExchangeError::Damaged | ExchangeError::Nothing => receive::damaged(),
            ExchangeError::Newer => receive::newer(),
            ExchangeError::NotOpened => receive::not_opened(),
            ExchangeError::TooLarge | ExchangeError::TooLargeForCode => receive::too_large(),
            ExchangeError::AnotherMessage => receive::mixed(),
        },
        BackgroundError::File(error) => why_no_file(error),
        BackgroundError::NotStarted
        | BackgroundError::Broken
        | BackgroundError::NotUnderstood
        | BackgroundError::Frame
        | BackgroundError::NoRandom => app::engine(),
    }
}

/// The sentence for a file that cannot be read.
pub(crate) fn why_no_file(error: FileError) -> &'static str {
    match error {
        FileError::NotKnown => import::e_not_known(),
        FileError::Empty => import::e_empty(),
        FileError::TooLarge => import::e_large(),
        FileError::Encoding => import::e_encoding(),
        FileError::Damaged => import::e_damaged(),
        FileError::Newer => import::e_newer(),
        FileError::Packed => import::e_packed(),
        FileError::ManyMoods => import::e_many_moods(),
        FileError::HabitNames => import::e_habit_names(),
    }
}
