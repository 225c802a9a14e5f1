//! Leptos' own vocabulary, compiled once instead of once for each shape.
//!
//! A Leptos view carries its whole shape in its type, and every place that holds one compiles
//! anew how that shape is built, changed, moved and removed: two thirds of a first load. The
//! [`view!`] of this module is Leptos' macro with its type forgotten at once: the nodes are built
//! where they are written, and what changes later is drawn anew by the closure that holds it.
//! [`Show`], [`For`] and the children of components keep Leptos' names and meaning over such views. What it saves, and how that is measured, stands in
//! docs/decisions/0007-views-of-one-type.md.
//!
//! What differs from Leptos: a view is built where it is written, not where it is mounted. What a
//! component provides as context reaches its children (they are functions), but not a view that was
//! written before it and handed in. A component places its children by `children.build()`, and
//! [`For`] takes a `Vec` and tells rows apart by their keys' hashes.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use leptos::children::ToChildren;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;

/// Leptos' `view!`, built at once and of one type whatever its shape.
macro_rules! view {
    ($($markup:tt)*) => {
        $crate::ui::view::built(::leptos::view! { $($markup)* })
    };
}
pub(crate) use view;

/// Builds a view at once, under the reactive owner at hand.
pub fn built<V>(view: V) -> AnyView
where
    V: Render,
    V::State: 'static,
{
    Built(SendWrapper::new(Box::new(view.build()))).into_any()
}

/// An element that stands in the page already (or did before), as a view: it stays where it is.
pub fn adopted(element: Element) -> AnyView {
    Built(SendWrapper::new(Box::new(Adopted(element)))).into_any()
}

/// Shows its children while a condition holds, else the fallback; they are drawn anew only when
/// that changes.
#[component]
pub fn Show(
    /// The condition.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is shown while it does not hold.
    #[prop(optional, into)]
    mut fallback: ChildrenFnMut,
    mut children: ChildrenFnMut,
) -> impl IntoView {
    let when: Box<dyn Fn() -> bool + Send + Sync> = Box::new(when);
    let holds = Memo::new(move |_| when());
    view! { {move || if holds.get() { children.build() } else { fallback.build() }} }
}

/// A list whose rows live as long as their keys: a row whose key stays keeps its elements, and the
/// focus unless it is moved.
#[component]
pub fn For<T, K, V>(
    /// The items, read anew when what it reads changes.
    each: impl Fn() -> Vec<T> + Send + 'static,
    /// What tells one row from another; it holds whatever the row shows and does not read itself.
    key: impl Fn(&T) -> K + Send + 'static,
    /// One row.
    children: impl Fn(T) -> V + Clone + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    K: Hash,
    V: Render,
    V::State: 'static,
{
    let rows = move || {
        // Two rows of one key would be taken for one.
        let mut keys = HashSet::new();
        let row = |item: T| {
            let mut hasher = DefaultHasher::new();
            key(&item).hash(&mut hasher);
            let mut key = hasher.finish();
            while !keys.insert(key) {
                key = key.wrapping_add(1);
            }
            let children = children.clone();
            Row { key, draw: Box::new(move || built(children(item))) }
        };
        each().into_iter().map(row).collect()
    };
    keyed(Box::new(rows))
}

/// A row that is not drawn yet.
struct Row {
    key: u64,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

fn keyed(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    let list = leptos::control_flow::ForProps::builder()
        .each(rows)
        .key(|row: &Row| row.key)
        .children(|row: Row| (row.draw)())
        .build();
    built(leptos::control_flow::For(list))
}

/// What a component holds, built once.
pub struct Children(Box<dyn FnOnce() -> AnyView + Send>);

impl Children {
    /// Builds them.
    pub fn build(self) -> AnyView {
        (self.0)()
    }
}

impl<F, V> ToChildren<F> for Children
where
    F: FnOnce() -> V + Send + 'static,
    V: Render,
    V::State: 'static,
{
    fn to_children(children: F) -> Self {
        Self(Box::new(move || built(children())))
    }
}

/// What a component holds, built as often as it likes.
pub struct ChildrenFnMut(Box<dyn FnMut() -> AnyView + Send>);

impl ChildrenFnMut {
    /// Builds them.
    pub fn build(&mut self) -> AnyView {
        (self.0)()
    }
}

impl<F, V> ToChildren<F> for ChildrenFnMut
where
    F: FnMut() -> V + Send + 'static,
    V: Render,
    V::State: 'static,
{
    fn to_children(mut children: F) -> Self {
        Self(Box::new(move || built(children())))
    }
}

impl Default for ChildrenFnMut {
    fn default() -> Self {
        Self(Box::new(|| ().into_any()))
    }
}

impl<F> From<F> for ChildrenFnMut
where
    F: FnMut() -> AnyView + Send + 'static,
{
    fn from(draw: F) -> Self {
        Self(Box::new(draw))
    }
}

/// A built view: nodes and the effects that keep them, ready to be mounted.
struct Built(SendWrapper<Box<dyn Mountable>>);

struct Adopted(Element);

impl Mountable for Adopted {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        // Laying it elsewhere would paint it anew.
        if !self.0.is_connected() {
            self.0.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.0.clone()]
    }
}

no_attrs!(Built);

impl Render for Built {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(mut self, state: &mut Self) {
        state.0.insert_before_this(&mut **self.0);
        state.0.unmount();
        *state = self;
    }
}

impl RenderHtml for Built {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    // The app is drawn in the browser only: there is no page from a server to write or take over.
    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self {
        self
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}
