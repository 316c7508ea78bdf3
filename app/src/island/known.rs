//! Props that the browser need not be told, because their words stand in the markup already and never change: only whether they are there,
//! or how many, since elements hang on it.

/// Presence of a value, for `#[serde(with)]`. In the browser it is an empty one.
pub mod presence {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes whether it is there.
    pub fn serialize<T, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(value.is_some())
    }

    /// Makes an empty one where there was one.
    pub fn deserialize<'de, T: Default, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<T>, D::Error> {
        Ok(bool::deserialize(deserializer)?.then(T::default))
    }
}

/// Number of values, for `#[serde(with)]`. In the browser they are empty ones.
pub mod number {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes their number.
    pub fn serialize<T, S: Serializer>(values: &[T], serializer: S) -> Result<S::Ok, S::Error> {
        // No page has more than 65,535 of anything.
        serializer.serialize_u16(u16::try_from(values.len()).unwrap_or(u16::MAX))
    }

    /// Makes as many empty ones.
    pub fn deserialize<'de, T: Default, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        Ok((0..u16::deserialize(deserializer)?).map(|_| T::default()).collect())
    }
}
