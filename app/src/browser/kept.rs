//! Values that only the browser has.

#[cfg(not(feature = "hydrate"))]
use std::marker::PhantomData;

#[cfg(feature = "hydrate")]
use leptos::prelude::*;

/// A value of one thread that an island keeps. The server, which drops what it has rendered on any thread, makes none.
#[cfg(feature = "hydrate")]
pub struct Kept<T: 'static>(StoredValue<T, LocalStorage>);

/// A value that the browser keeps; here there is none.
#[cfg(not(feature = "hydrate"))]
pub struct Kept<T: 'static>(PhantomData<fn() -> T>);

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

#[cfg(feature = "hydrate")]
impl<T> Kept<T> {
    /// Makes the value, in the browser.
    pub fn new(make: impl FnOnce() -> T) -> Self {
        Self(StoredValue::new_local(make()))
    }

    /// Runs `act` on the value; `None` once the island has ended.
    pub fn with<Answer>(self, act: impl FnOnce(&mut T) -> Answer) -> Option<Answer> {
        self.0.try_update_value(act)
    }
}

#[cfg(not(feature = "hydrate"))]
impl<T> Kept<T> {
    /// Makes nothing.
    pub fn new(_: impl FnOnce() -> T) -> Self {
        Self(PhantomData)
    }

    /// Runs nothing.
    pub fn with<Answer>(self, _: impl FnOnce(&mut T) -> Answer) -> Option<Answer> {
        None
    }
}
