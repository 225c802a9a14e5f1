//! The paths of charts, pure: values in, SVG paths out. Gaps stay gaps.

use std::fmt::Write;

/// Where the values lie: a canvas of `width` × `height` for values from `low` to `high`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Canvas {
    pub width: f32,
    pub height: f32,
    pub low: f32,
    pub high: f32,
    /// Room kept free on every side, so that thick lines are not cut.
    pub margin: f32,
}

impl Canvas {
    /// The height of a value.
    pub fn y(&self, value: f32) -> f32 {
        let span = (self.high - self.low).max(f32::EPSILON);
        let part = ((value - self.low) / span).clamp(0.0, 1.0);
        self.margin + (1.0 - part) * (self.height - 2.0 * self.margin)
    }

    /// The place of the value with this index of so many.
    #[expect(clippy::cast_precision_loss, reason = "a chart has some hundred values")]
    pub fn x(&self, index: usize, count: usize) -> f32 {
        let steps = count.saturating_sub(1).max(1) as f32;
        self.margin + index as f32 / steps * (self.width - 2.0 * self.margin)
    }

    /// One line a run of values, a short dash for a value alone.
    pub fn line(&self, values: &[Option<f32>]) -> String {
        let mut path = String::new();
        for (first_index, run) in runs(values) {
            for (offset, value) in run.iter().enumerate() {
                let x = self.x(first_index + offset, values.len());
                let command = if offset == 0 { 'M' } else { 'L' };
                let _ = write!(path, "{command}{x:.1} {:.1}", self.y(*value));
            }
            if run.len() == 1 {
                path.push_str("h.01");
            }
        }
        path
    }

    /// The ground under the lines.
    pub fn area(&self, values: &[Option<f32>]) -> String {
        let mut path = String::new();
        let floor = self.y(self.low);
        for (first_index, run) in runs(values) {
            let last = self.x(first_index + run.len() - 1, values.len());
            let _ = write!(path, "M{:.1} {floor:.1}", self.x(first_index, values.len()));
            for (offset, value) in run.iter().enumerate() {
                let x = self.x(first_index + offset, values.len());
                let _ = write!(path, "L{x:.1} {:.1}", self.y(*value));
            }
            let _ = write!(path, "L{last:.1} {floor:.1}Z");
        }
        path
    }
}

/// The runs of values between gaps, each with the index it begins at.
fn runs(values: &[Option<f32>]) -> Vec<(usize, Vec<f32>)> {
    let mut runs: Vec<(usize, Vec<f32>)> = Vec::new();
    let mut open = false;
    for (index, value) in values.iter().enumerate() {
        match (value, runs.last_mut()) {
            (Some(value), Some((_, run))) if open => run.push(*value),
            (Some(value), _) => runs.push((index, vec![*value])),
            (None, _) => {}
        }
        open = value.is_some();
    }
    runs
}

/// The lowest and highest value, a little apart even when all are the same.
pub(crate) fn bounds(values: &[Option<f32>]) -> (f32, f32) {
    let low = values.iter().flatten().copied().fold(f32::INFINITY, f32::min);
    let high = values.iter().flatten().copied().fold(f32::NEG_INFINITY, f32::max);
    if low > high {
        (0.0, 1.0)
    } else if (high - low).abs() < f32::EPSILON {
        (low - 1.0, high + 1.0)
    } else {
        (low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::{Canvas, bounds};

    const CANVAS: Canvas = Canvas { width: 100.0, height: 50.0, low: 0.0, high: 10.0, margin: 0.0 };

    #[test]
    fn a_gap_breaks_the_line() {
        let path = CANVAS.line(&[Some(0.0), Some(10.0), None, Some(5.0)]);
        assert_eq!(path, "M0.0 50.0L33.3 0.0M100.0 25.0h.01");
    }

    #[test]
    fn the_area_stands_on_the_floor() {
        assert_eq!(
            CANVAS.area(&[Some(10.0), Some(5.0)]),
            "M0.0 50.0L0.0 0.0L100.0 25.0L100.0 50.0Z"
        );
    }

    #[test]
    fn no_values_draw_nothing() {
        assert_eq!(CANVAS.line(&[None, None]), "");
        assert_eq!(bounds(&[None]), (0.0, 1.0));
    }
}
