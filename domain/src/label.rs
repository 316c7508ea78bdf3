//! Named things that articles hang on: sections, topics and people. Each has a list page at its slug.

use crate::slug::Slug;

/// Two names with one slug are one thing; the name that came first stays.
macro_rules! label {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// The identity, and the last part of the address of its list.
            pub slug: Slug,
            /// As shown on screen.
            pub name: String,
        }

        impl $name {
            /// `None` where the name has neither letters nor digits.
            pub fn named(name: &str) -> Option<Self> {
                let name = name.trim();
                Some(Self { slug: Slug::from_text(name)?, name: name.to_owned() })
            }
        }
    };
}

label!(
    /// A part of the paper (*rubrik*): Nasional, Dunia, Ekonomi.
    Section
);
label!(
    /// A running subject (*topik*), given to an article as one of its tags.
    Topic
);
label!(
    /// A reporter or an editor (*penulis*).
    Person
);
