//! What makes school hard, what helps: the map.

pub(crate) mod reason;
pub(crate) mod reason_ask;
pub(crate) mod reason_deck;
pub(crate) mod reason_new;
pub(crate) mod reason_sort;
pub(crate) mod reasons;
