//! The six colours that carry a meaning.

/// A colour with its soft ground. It never carries a meaning alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tint {
    /// Ink on sunk paper.
    #[default]
    Plain,
    /// Actions, school.
    Spruce,
    /// Here and now.
    Dawn,
    /// Care.
    Berry,
    /// Curiosity.
    Sky,
    /// Done.
    Moss,
    /// Sleep.
    Night,
    /// Water to dawn, for the small step and the like.
    Water,
    /// Dawn to moss, for strengths.
    Strength,
}

impl Tint {
    /// The class that sets `--tint` and `--tint-soft` for what is inside.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "tint-plain",
            Self::Spruce => "tint-spruce",
            Self::Dawn => "tint-dawn",
            Self::Berry => "tint-berry",
            Self::Sky => "tint-sky",
            Self::Moss => "tint-moss",
            Self::Night => "tint-night",
            Self::Water => "tint-water",
            Self::Strength => "tint-strength",
        }
    }

    /// `base` and the tint's class as one attribute value.
    pub(crate) fn with(self, base: &str) -> String {
        [base, " ", self.class()].concat()
    }
}
