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
impl Section {
    /// The entries of `known` that are in `wanted`, in the order of `wanted`; all of `known`, in its own order, if there are none.
    pub fn in_order(mut known: Vec<Self>, wanted: &[Slug]) -> Vec<Self> {
        if !wanted.is_empty() {
            known.retain(|section| wanted.contains(&section.slug));
            known.sort_by_key(|section| wanted.iter().position(|slug| slug == &section.slug));
        }
        known
    }

    /// Whether its articles are opinions of their authors: one of the usual names of such a section.
    pub fn is_opinion(&self) -> bool {
        matches!(self.slug.as_str(), "opini" | "kolom" | "opinion")
    }
}

label!(
    /// A running subject (*topik*), given to an article as one of its tags.
    Topic
);
label!(
    /// A reporter or an editor (*penulis*).
    Person
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_stand_in_the_order_that_the_paper_wants() {
        let known = || ["Budaya", "Dunia", "Ekonomi"].map(|name| Section::named(name).unwrap()).to_vec();
        for (wanted, expected) in [
            (vec![], vec!["Budaya", "Dunia", "Ekonomi"]),
            (vec!["ekonomi", "nasional", "budaya"], vec!["Ekonomi", "Budaya"]),
        ] {
            let wanted: Vec<Slug> = wanted.into_iter().map(|slug| Slug::parse(slug).unwrap()).collect();
            let names: Vec<String> =
                Section::in_order(known(), &wanted).into_iter().map(|section| section.name).collect();
            assert_eq!(names, expected);
        }
    }
}
