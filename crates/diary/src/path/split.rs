//! A step made smaller: new steps before it, and the step with its tries stays.

use super::edit::{WantedStep, choose, numbered};
use super::{all_steps, step};
use crate::change::{Change, Item};
use crate::diary::Diary;
use crate::entries::Step;
use crate::id::Id;
use crate::time::Instant;
use crate::values::PathMove;

/// A smaller piece of a step, under a new name.
pub type Piece = (Id, WantedStep);

/// Puts the pieces before a step, easiest first, and stands on the first of them. Nothing of the
/// step itself changes but its place.
pub fn add_pieces(diary: &Diary, id: Id, pieces: &[Piece], now: Instant) -> Change {
    let Some(whole) = step(diary, id) else { return Change::default() };
    let Some((first, _)) = pieces.first() else { return Change::default() };
    let path = whole.path;
    let mut order = Vec::new();
    for (step_id, _) in all_steps(diary, path) {
        if step_id == id {
            order.extend(pieces.iter().map(|(piece, _)| *piece));
        }
        order.push(step_id);
    }
    let mut change = numbered(diary, &order);
    for (piece, wanted) in pieces {
        let place = order.iter().position(|step_id| step_id == piece).unwrap_or_default() + 1;
        let place = u16::try_from(place).unwrap_or(u16::MAX).saturating_mul(super::STRIDE);
        // What the step is tied to holds for its pieces.
        let card = wanted.card.or(whole.card.zip(whole.mark));
        let tied = WantedStep { card, ..wanted.clone() };
        let new = Step { split_from: Some(id), ..tied.step(path, place) };
        change.0.push(Item::Put { id: *piece, body: new.into() });
    }
    choose(change, path, PathMove::Smaller, Some(*first), now)
}
