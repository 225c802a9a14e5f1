//! Frames, cards, lists, links and messages: where things stand.

pub(crate) mod bottom_sheet;
pub(crate) mod card;
pub(crate) mod code;
pub(crate) mod elapsed_bar;
pub(crate) mod fetched;
pub(crate) mod guess_bars;
pub(crate) mod icon;
pub(crate) mod lesson_row;
pub(crate) mod link;
pub(crate) mod message;
pub(crate) mod nav;
pub(crate) mod page;
pub(crate) mod progress;
pub(crate) mod settling_stone;
pub(crate) mod tint;

pub(crate) use bottom_sheet::Sheet;
pub(crate) use card::{Card, EmptyState, Pill, Tile, TintCard};
pub(crate) use code::{FileDrop, QrCode, QrPicture, VideoStage, WordList};
pub(crate) use elapsed_bar::ElapsedBar;
pub(crate) use fetched::Fetched;
pub(crate) use guess_bars::GuessBars;
pub(crate) use icon::Icon;
pub(crate) use lesson_row::LessonRow;
pub(crate) use link::{BasePath, in_base};
pub(crate) use message::{Notice, QuietLine, UndoLine};
pub(crate) use nav::{NavBar, NavItem, PersonLink};
pub(crate) use page::{Back, Ground, HelpLink, Page, PageHeader};
pub(crate) use progress::Progress;
pub(crate) use settling_stone::SettlingStone;
pub(crate) use tint::Tint;
