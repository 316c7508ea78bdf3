//! Values that only the browser has.

#[cfg(feature = "hydrate")]
use std::any::Any;
use std::marker::PhantomData;

#[cfg(feature = "hydrate")]
use leptos::prelude::*;

/// A value of one thread that an island keeps. The server, which drops what it has rendered on any thread, makes none. In the browser all
/// of them are stored as one type, so that the framework's code for it is there once.
pub struct Kept<T: 'static> {
    #[cfg(feature = "hydrate")]
    stored: StoredValue<Box<dyn Any>, LocalStorage>,
    of: PhantomData<fn() -> T>,
}

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
        Self { stored: StoredValue::new_local(Box::new(make())), of: PhantomData }
    }

    /// Runs `act` on the value; `None` once the island has ended.
    pub fn with<Answer>(self, act: impl FnOnce(&mut T) -> Answer) -> Option<Answer> {
        let (mut act, mut answer) = (Some(act), None);
        update(self.stored, &mut |value| {
            if let (Some(value), Some(act)) = (value.downcast_mut(), act.take()) {
                answer = Some(act(value));
            }
        });
        answer
    }
}

#[cfg(feature = "hydrate")]
fn update(stored: StoredValue<Box<dyn Any>, LocalStorage>, act: &mut dyn FnMut(&mut dyn Any)) {
    stored.try_update_value(|value| act(&mut **value));
}

#[cfg(not(feature = "hydrate"))]
impl<T> Kept<T> {
    /// Makes nothing.
    pub fn new(_: impl FnOnce() -> T) -> Self {
        Self { of: PhantomData }
    }

    /// Runs nothing.
    pub fn with<Answer>(self, _: impl FnOnce(&mut T) -> Answer) -> Option<Answer> {
        None
    }
}
