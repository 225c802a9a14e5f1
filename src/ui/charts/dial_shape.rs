//! The sleep dial's geometry: a day is one turn, midnight on top, clockwise. Pure.

use std::f64::consts::TAU;

/// Minutes in a day, one turn of the dial.
pub(crate) const DAY: u16 = 1440;
/// The dial snaps to so many minutes.
const SNAP: u16 = 5;
/// The middle of the canvas of 280.
pub(crate) const MIDDLE: f64 = 140.0;
/// The radius of the ring's centre line.
pub(crate) const RADIUS: f64 = 116.0;

/// The point of a time of day on a circle of `radius`.
pub(crate) fn point(minute: u16, radius: f64) -> (f64, f64) {
    let turn = f64::from(minute) / f64::from(DAY) * TAU;
    (MIDDLE + radius * turn.sin(), MIDDLE - radius * turn.cos())
}

/// The time of day that a point in the canvas shows, not snapped.
pub(crate) fn minute_at(x: f64, y: f64) -> f64 {
    let turn = (x - MIDDLE).atan2(MIDDLE - y) / TAU;
    turn.rem_euclid(1.0) * f64::from(DAY)
}

/// The nearest time of day that the dial can stand on.
pub(crate) fn snap(minute: f64) -> u16 {
    let steps = (minute / f64::from(SNAP)).round().rem_euclid(f64::from(DAY / SNAP));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 287")]
    let steps = steps as u16;
    steps * SNAP
}

/// A time of day moved by minutes, around midnight too.
pub(crate) fn moved(minute: u16, minutes: i32) -> u16 {
    u16::try_from((i32::from(minute) + minutes).rem_euclid(i32::from(DAY))).unwrap_or(0)
}

/// The arc from one time of day clockwise to another, as a path.
pub(crate) fn arc(from: u16, to: u16) -> String {
    let span = moved(to, -i32::from(from));
    let (x1, y1) = point(from, RADIUS);
    let (x2, y2) = point(to, RADIUS);
    let large = u8::from(span > DAY / 2);
    format!("M{x1:.2} {y1:.2}A{RADIUS} {RADIUS} 0 {large} 1 {x2:.2} {y2:.2}")
}

#[cfg(test)]
mod tests {
    use super::{DAY, RADIUS, arc, minute_at, moved, point, snap};

    #[test]
    fn a_point_shows_its_own_time() {
        for minute in (0..DAY).step_by(5) {
            let (x, y) = point(minute, RADIUS);
            assert_eq!(snap(minute_at(x, y)), minute);
        }
    }

    #[test]
    fn snapping_goes_around_midnight() {
        assert_eq!(snap(1438.0), 0);
        assert_eq!(snap(2.4), 0);
        assert_eq!(snap(1436.0), 1435);
    }

    #[test]
    fn moving_goes_around_midnight() {
        assert_eq!(moved(5, -10), 1435);
        assert_eq!(moved(1430, 30), 20);
    }

    #[test]
    fn a_short_night_takes_the_short_arc() {
        assert!(arc(1395, 425).contains(" 0 0 1 "));
        assert!(arc(0, 800).contains(" 0 1 1 "));
    }
}
