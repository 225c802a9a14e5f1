//! The drawings of feelings and body signs, on a canvas of 48: our own.

use askelma_diary::values::{BodySign, Feeling};

use crate::ui::{Drawing, Tint};

const FACE: &str = "M2 24a22 22 0 1 0 44 0a22 22 0 1 0-44 0z";
const EYES: &str = "M14 19.5a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0zM28.6 19.5a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0z";

/// A face of that colour with dots for eyes.
const fn face(tint: Tint, lines: &'static str) -> Drawing {
    Drawing { tint, ground: FACE, lines, fills: EYES, spots: "" }
}

/// A face whose eyes are drawn with its lines.
const fn mask(tint: Tint, lines: &'static str) -> Drawing {
    Drawing { tint, ground: FACE, lines, fills: "", spots: "" }
}

/// The face of a feeling.
pub fn feeling(feeling: Feeling) -> Drawing {
    match feeling {
        Feeling::Calm => {
            mask(Tint::Moss, "M12.5 20q4 3.6 8 0M27.5 20q4 3.6 8 0M17 30.5q7 4.6 14 0")
        }
        Feeling::Glad => face(Tint::Dawn, "M14.5 28q9.5 12 19 0"),
        Feeling::Hopeful => {
            face(Tint::Moss, "M12.5 13.5q4-3.6 8-1.2M27.5 12.3q4-2.4 8 1.2M16 29.5q8 6.5 16 0")
        }
        Feeling::Proud => {
            mask(Tint::Dawn, "M12.5 21q4-5 8 0M27.5 21q4-5 8 0M14.5 28.5q9.5 10.5 19 0z")
        }
        Feeling::Interested => Drawing {
            lines: "M10.8 19.5a5.9 5.9 0 1 0 11.8 0a5.9 5.9 0 1 0-11.8 0zM25.4 19.5a5.9 5.9 0 1 0 11.8 0a5.9 5.9 0 1 0-11.8 0zM20 32.5q4 3.4 8 0",
            ..face(Tint::Sky, "")
        },
        Feeling::Tired => mask(
            Tint::Night,
            "M12.5 19h8M27.5 19h8M14 23.2q2.5 1.8 5 0M29 23.2q2.5 1.8 5 0M20 32.5h8",
        ),
        Feeling::Anxious => face(Tint::Sky, "M12 14.5l7-3M36 14.5l-7-3M13.5 33q3.5-5 7 0t7 0t7 0"),
        Feeling::Sad => Drawing {
            spots: "M35.2 23.5c-2.6 3.8-3.4 6.6 0 7.2c3.4-.6 2.6-3.4 0-7.2z",
            ..face(Tint::Night, "M16 34q7.5-7.5 15 0")
        },
        Feeling::Angry => face(Tint::Berry, "M11.5 12.5l9 4.2M36.5 12.5l-9 4.2M16 33.5q8-6 16 0"),
        Feeling::Ashamed => Drawing {
            spots: "M7.5 27.5a4.2 3 0 1 0 8.4 0a4.2 3 0 1 0-8.4 0zM32.1 27.5a4.2 3 0 1 0 8.4 0a4.2 3 0 1 0-8.4 0z",
            ..mask(Tint::Berry, "M13 20.5q3.8 2.6 7.4-.6M27.6 19.9q3.6 3.2 7.4.6M20 34q4-2.6 8 0")
        },
        Feeling::Lonely => Drawing {
            fills: "M9.6 21a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0zM20 21a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0z",
            ..mask(Tint::Night, "M12.5 32.5q4.5-3.6 9 0M34 12v0M38.5 18v0M37 26v0")
        },
        Feeling::Bored => Drawing {
            fills: "M15.5 19.2h5.4a2.7 2.7 0 0 1-5.4 0zM30 19.2h5.4a2.7 2.7 0 0 1-5.4 0z",
            ..mask(Tint::Plain, "M12 18.6h9.4M26.6 18.6h9.4M17 32.5l14-2.2")
        },
        Feeling::Overwhelmed => mask(
            Tint::Berry,
            "M12.5 15.5l7.5 7.5M20 15.5l-7.5 7.5M28 15.5l7.5 7.5M35.5 15.5l-7.5 7.5M13 33l3.6-3.4l3.7 3.4l3.7-3.4l3.7 3.4l3.7-3.4l3.6 3.4",
        ),
        Feeling::Empty => mask(
            Tint::Plain,
            "M13.4 19.5a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0zM28.2 19.5a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0zM20.5 32h7",
        ),
    }
}

/// Head, shoulders and trunk.
const BODY: &str = "M17 9.5a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM24 19c8.5 0 13 4.4 13 10.5v16.5h-26v-16.5c0-6.1 4.5-10.5 13-10.5z";

const fn body_with(tint: Tint, lines: &'static str, spots: &'static str) -> Drawing {
    Drawing { tint, ground: BODY, lines, fills: "", spots }
}

/// A body with the place that speaks.
pub fn body(sign: BodySign) -> Drawing {
    match sign {
        BodySign::Stomach => body_with(
            Tint::Dawn,
            "M20.5 36.5q1.8-2.6 3.5 0t3.5 0",
            "M17.5 36.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z",
        ),
        BodySign::Head => body_with(
            Tint::Berry,
            "M34.5 5l3.5-2M35.5 10h4M13.5 5l-3.5-2M12.5 10h-4",
            "M19 9.5a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        ),
        BodySign::Nausea => {
            body_with(Tint::Moss, "M24 24q-3 3 0 6t0 6t0 5M21 12.8q1.5-2 3 0t3 0", "")
        }
        BodySign::Heart => body_with(
            Tint::Berry,
            "M12 27.5l-2.5-2.5M36 27.5l2.5-2.5",
            "M24 39.5c-6-4-8-6.6-8-9.4c0-4.6 5.8-5.8 8-1.8c2.2-4 8-2.8 8 1.8c0 2.8-2 5.4-8 9.4z",
        ),
        BodySign::Exhausted => body_with(
            Tint::Night,
            "M20.5 9.5h2.4M25.1 9.5h2.4M16.5 31h13v9h-13zM32.5 34v3",
            "M18.3 33h2.6v5h-2.6z",
        ),
        BodySign::Tense => body_with(
            Tint::Sky,
            "M14 27l2.8 3.4l2.8-3.4l2.8 3.4l2.8-3.4l2.8 3.4l2.8-3.4l2.8 3.4M20.5 12h7",
            "",
        ),
        BodySign::Good => body_with(Tint::Moss, "M20.5 10q3.5 4 7 0M17.5 34.5l4.5 4.5l8.5-9", ""),
    }
}
