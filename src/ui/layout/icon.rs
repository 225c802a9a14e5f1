//! Lucide icons, drawn with the app's own stroke.

use crate::ui::prelude::*;

/// A Lucide icon. It is decoration: whatever it means must also stand in words beside it or in the
/// name of the control around it.
#[component]
pub fn Icon(
    /// One of `icondata_lu`'s statics.
    icon: icondata_core::Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" inner_html=icon.data></svg>
    }
}
