//! Leptos' `LocalResource`, compiled once instead of once for each type that is awaited: each
//! would bring two kilobytes of its own.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::{Get, LocalResource as LeptosResource};

type Fetch = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Rc<dyn Any>>>>>;

/// What is awaited: nothing until it is there, and awaited anew when what the fetching reads
/// changes.
pub struct LocalResource<T> {
    inner: LeptosResource<Rc<dyn Any>>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for LocalResource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for LocalResource<T> {}

impl<T: Clone + 'static> LocalResource<T> {
    /// Begins to fetch.
    pub fn new<F>(fetch: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = T> + 'static,
    {
        let fetch: Fetch = Box::new(move || {
            let fetching = fetch();
            Box::pin(async move { Rc::new(fetching.await) as Rc<dyn Any> })
        });
        Self { inner: LeptosResource::new(fetch), of: PhantomData }
    }

    /// What was fetched, if it is there.
    pub fn get(&self) -> Option<T> {
        self.inner.get()?.downcast_ref().cloned()
    }

    /// Fetches once more.
    pub fn refetch(&self) {
        self.inner.refetch();
    }
}
