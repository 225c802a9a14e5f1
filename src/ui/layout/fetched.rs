//! What has to be fetched before it can be drawn.

use crate::ui::prelude::*;

/// Draws what was fetched; until then a quiet line, and a sentence where it cannot be had.
#[component]
pub fn Fetched<T>(
    /// What is fetched; `None` where it cannot be had.
    from: LocalResource<Option<T>>,
    /// Said until it is there.
    loading: &'static str,
    /// Said where it cannot be had.
    failed: &'static str,
    /// Draws it.
    children: impl Fn(T) -> AnyView + Send + 'static,
) -> impl IntoView
where
    T: Clone + 'static,
{
    fetched(Box::new(move || from.get().map(|value| value.map(&children))), loading, failed)
}

fn fetched(
    view_of_fetched: Box<dyn Fn() -> Option<Option<AnyView>> + Send>,
    loading: &'static str,
    failed: &'static str,
) -> AnyView {
    view! {
        {move || match view_of_fetched() {
            Some(Some(view)) => view,
            Some(None) => view! { <p role="status">{failed}</p> },
            None => {
                view! {
                    <p class="quiet" aria-live="polite">
                        {loading}
                    </p>
                }
            }
        }}
    }
}
