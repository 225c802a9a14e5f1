//! Pictures of places and times of day.

pub(crate) mod daylight;
pub(crate) mod scene;
pub(crate) mod stones;
pub(crate) mod stones_shape;

pub(crate) use daylight::{Light, Season};
pub(crate) use stones::{Drawn, StoneMark, StoneState, StoneView, Stones};
