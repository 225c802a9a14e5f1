//! Rules over the tree that no compiler knows.
