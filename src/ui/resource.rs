//! What is awaited, under the name and with the meaning of Leptos' `LocalResource`, compiled once.
//! Leptos' own brings what reading on a server and suspending take, and much of it anew for each
//! type: 14 KB of the page for the nine places that await something.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

type Fetch = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Rc<dyn Any>>>>>;
type Value = RwSignal<Option<Rc<dyn Any>>, LocalStorage>;

/// Nothing until it is there; fetched anew when what the fetching reads changes, and the last
/// fetching that was begun is the one whose answer counts.
pub struct LocalResource<T> {
    value: Value,
    again: Trigger,
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
        let (value, again) = begin(Box::new(move || {
            let fetching = fetch();
            Box::pin(async move { Rc::new(fetching.await) as Rc<dyn Any> })
        }));
        Self { value, again, of: PhantomData }
    }

    /// What was fetched, if it is there.
    pub fn get(&self) -> Option<T> {
        self.value.get()?.downcast_ref().cloned()
    }

    /// Fetches once more.
    pub fn refetch(&self) {
        self.again.notify();
    }
}

fn begin(fetch: Fetch) -> (Value, Trigger) {
    let value = Value::new_local(None);
    let again = Trigger::new();
    let latest = StoredValue::new(0_u32);
    Effect::new(move |before: Option<u32>| {
        let run = before.unwrap_or_default() + 1;
        latest.set_value(run);
        again.track();
        let fetching = fetch();
        spawn_local(async move {
            let fetched = fetching.await;
            // The page may have been left meanwhile, and all of this with it.
            if latest.try_get_value() == Some(run) {
                value.try_set(Some(fetched));
            }
        });
        run
    });
    (value, again)
}
