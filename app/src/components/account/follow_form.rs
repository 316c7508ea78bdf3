//! Button that follows a topic or a person.

use domain::follow::Subject;
use leptos::prelude::*;

use crate::text::reading::ReadingText;

/// The page is the same for everyone, so the button says the same to those who follow already: it leads to what they follow.
#[component]
pub fn FollowForm(subject: Subject, text: &'static ReadingText) -> impl IntoView {
    view! {
        <form class="follow-form" method="post" action="/api/follow">
            <input r#type="hidden" name="kind" value=subject.kind()/>
            <input r#type="hidden" name="slug" value=subject.slug().to_string()/>
            <button class="button button--quiet" r#type="submit">{text.follow}</button>
        </form>
    }
}
