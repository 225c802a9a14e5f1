//! The sentences of the own cards: which fields each has, and how one may begin.

use askelma_diary::values::OwnCardKind;

use crate::text::own_card as t;

/// A field: its number for ever, what is asked, and beginnings to tap.
pub type Field = (u8, &'static str, &'static str);

/// Title and what the card is for.
pub fn title(kind: OwnCardKind) -> (&'static str, &'static str) {
    match kind {
        OwnCardKind::Arrival => (t::arrival(), t::arrival_hint()),
        OwnCardKind::WhenAsked => (t::asked(), t::asked_hint()),
        OwnCardKind::Meeting => (t::meeting(), t::meeting_hint()),
        OwnCardKind::HardAgain => (t::again(), t::again_hint()),
        OwnCardKind::AtHome => (t::home(), t::home_hint()),
    }
}

/// The card's picture.
pub fn icon(kind: OwnCardKind) -> icondata_core::Icon {
    match kind {
        OwnCardKind::Arrival => icondata_lu::LuDoorOpen,
        OwnCardKind::WhenAsked => icondata_lu::LuMessageCircle,
        OwnCardKind::Meeting => icondata_lu::LuUsersRound,
        OwnCardKind::HardAgain => icondata_lu::LuSprout,
        OwnCardKind::AtHome => icondata_lu::LuHouse,
    }
}

/// The field of "if it gets hard again" that holds the first step.
pub const FIRST_STEP: u8 = 1;

/// The card's fields in the order shown.
pub fn fields(kind: OwnCardKind) -> Vec<Field> {
    match kind {
        OwnCardKind::Arrival => vec![
            (0, t::arrival_0(), t::arrival_0_try()),
            (1, t::arrival_1(), t::arrival_1_try()),
            (2, t::arrival_2(), t::arrival_2_try()),
            (3, t::arrival_3(), t::arrival_3_try()),
        ],
        OwnCardKind::WhenAsked => vec![
            (0, t::asked_0(), t::asked_0_try()),
            (1, t::asked_1(), t::asked_1_try()),
            (2, t::asked_2(), t::asked_2_try()),
        ],
        OwnCardKind::Meeting => vec![
            (0, t::meeting_0(), t::meeting_0_try()),
            (1, t::meeting_1(), t::meeting_1_try()),
            (2, t::meeting_2(), t::meeting_2_try()),
        ],
        OwnCardKind::HardAgain => vec![
            (0, t::again_0(), t::again_0_try()),
            (FIRST_STEP, t::again_1(), t::again_1_try()),
            (2, t::again_2(), t::again_2_try()),
        ],
        OwnCardKind::AtHome => vec![
            (0, t::home_0(), t::home_0_try()),
            (1, t::home_1(), t::home_1_try()),
            (2, t::home_2(), t::home_2_try()),
            (3, t::home_3(), t::home_3_try()),
        ],
    }
}
