//! Reporters and editors of an article.

use domain::label::Person;
use leptos::either::Either;
use leptos::prelude::*;

use crate::text::Text;

/// People by role; a role without people has no label.
#[derive(Clone)]
pub struct BylineView {
    /// Reporters in the order in which they are named.
    pub reporters: Vec<Person>,
    /// Editors in the order in which they are named.
    pub editors: Vec<Person>,
    /// Whether the text is its authors' opinion: they are no reporters then.
    pub is_opinion: bool,
    /// Labels of the roles, in the language of the page.
    pub text: &'static Text,
}

/// Reporters, then editors, each with a link to their other articles.
#[component]
pub fn Byline(byline: BylineView) -> impl IntoView {
    let text = byline.text;
    let label = if byline.is_opinion { text.author } else { text.reporter };
    (!(byline.reporters.is_empty() && byline.editors.is_empty())).then(|| {
        view! {
            <dl class="byline">
                <Role label people=byline.reporters text/>
                <Role label=text.editor people=byline.editors text/>
            </dl>
        }
    })
}

#[component]
fn Role(label: &'static str, people: Vec<Person>, text: &'static Text) -> impl IntoView {
    if people.is_empty() {
        return Either::Left(());
    }
    let last = people.len() - 1;
    let names = people.into_iter().enumerate().map(|(position, person)| {
        let before = match position {
            0 => String::new(),
            _ if position == last => format!(" {} ", text.and),
            _ => ", ".to_owned(),
        };
        view! { {before} <a href=format!("/penulis/{}", person.slug) rel="author">{person.name}</a> }
    });
    Either::Right(view! {
        <div class="byline__role">
            <dt>{label}</dt>
            <dd>{names.collect::<Vec<_>>()}</dd>
        </div>
    })
}
