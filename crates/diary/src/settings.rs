//! Whose diary this is, and the choices of its owner.

pub mod edit;
