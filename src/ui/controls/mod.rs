//! What a person presses, chooses, types or moves.

pub(crate) mod button;
pub(crate) mod chips;
pub(crate) mod drawn_tiles;
pub(crate) mod face;
pub(crate) mod field;
pub(crate) mod icon_choice;
pub(crate) mod pick_list;
pub(crate) mod picker;
pub(crate) mod rating;
pub(crate) mod scale;
pub(crate) mod sort_list;
pub(crate) mod stepper;
pub(crate) mod tick;
pub(crate) mod time_field;

pub(crate) use button::{Button, IconButton, Kind, LinkButton, RowButton, RowLink};
pub(crate) use chips::{ChipOption, Chips, ChoiceChips, Segments, toggle};
pub(crate) use drawn_tiles::{Drawing, DrawnMark, DrawnOption, DrawnTiles};
pub(crate) use face::{Face, FaceRow};
pub(crate) use field::{TextArea, TextField};
pub(crate) use icon_choice::{IconChoice, IconOption};
pub(crate) use pick_list::{PickList, PickRow};
pub(crate) use picker::{DateField, SelectField};
pub(crate) use rating::{Rating, RatingMark};
pub(crate) use scale::ScaleRow;
pub(crate) use sort_list::{SortList, SortRow};
pub(crate) use stepper::{Stepper, Switch};
pub(crate) use tick::{Tick, TickRow};
pub(crate) use time_field::{TimeField, TimeWords};
