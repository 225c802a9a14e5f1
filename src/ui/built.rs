//! Views that are built at once and forget their type.
//!
//! A Leptos view carries its whole shape in its type, and `into_any` compiles each shape anew, to
//! build, to change and to move it. That made two thirds of the first load. A view that is built
//! where it is written needs only the first of these; what changes later is drawn anew by
//! [`dynamic`], in one place for all.

use leptos::children::ToChildren;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;

/// A built view: nodes and the effects that keep them, ready to be mounted.
pub struct Built(SendWrapper<Box<dyn Mountable>>);

/// Builds a view at once, under the reactive owner at hand.
pub trait Build {
    /// The built view, as one type whatever its shape.
    fn built(self) -> AnyView;
}

impl<V: Render> Build for V
where
    V::State: 'static,
{
    fn built(self) -> AnyView {
        Built(SendWrapper::new(Box::new(self.build()))).into_any()
    }
}

/// A place that is drawn anew, as a whole, when what it reads changes.
pub fn dynamic<V>(mut draw: impl FnMut() -> V + Send + 'static) -> AnyView
where
    V: Render,
    V::State: 'static,
{
    let draw: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || draw().built());
    draw.into_any()
}

/// Shows a view while a condition holds; it is drawn anew only when that changes.
pub fn when<V>(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    mut then: impl FnMut() -> V + Send + 'static,
) -> AnyView
where
    V: Render,
    V::State: 'static,
{
    either(condition, move || then().built(), || ().built())
}

/// Shows one of two views.
pub fn either(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    mut then: impl FnMut() -> AnyView + Send + 'static,
    mut otherwise: impl FnMut() -> AnyView + Send + 'static,
) -> AnyView {
    let condition: Box<dyn Fn() -> bool + Send + Sync> = Box::new(condition);
    let holds = Memo::new(move |_| condition());
    dynamic(move || if holds.get() { then() } else { otherwise() })
}

/// What a component is given to hold.
pub struct Kids(Box<dyn FnOnce() -> AnyView + Send>);

impl Kids {
    /// Builds them.
    pub fn build(self) -> AnyView {
        (self.0)()
    }
}

impl<F, V> ToChildren<F> for Kids
where
    F: FnOnce() -> V + Send + 'static,
    V: Render,
    V::State: 'static,
{
    fn to_children(kids: F) -> Self {
        Self(Box::new(move || kids().built()))
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
