//! List of what a reader follows.

use domain::follow::Followed;
use leptos::prelude::*;

use crate::routes::subject_path;
use crate::text::reading::ReadingText;

/// Subjects that the reader follows, each with a button to follow it no longer.
#[component]
pub fn FollowedSubjects(followed: Vec<Followed>, text: &'static ReadingText) -> impl IntoView {
    let rows = followed.into_iter().map(|Followed { subject, name, .. }| {
        let label = (text.unfollow_subject)(&name);
        view! {
            <li class="followed-subjects__subject">
                <a href=subject_path(&subject)>{name}</a>
                <form method="post" action="/api/unfollow">
                    <input r#type="hidden" name="kind" value=subject.kind()/>
                    <input r#type="hidden" name="slug" value=subject.slug().to_string()/>
                    <button class="followed-subjects__end" r#type="submit" aria-label=label>{text.unfollow}</button>
                </form>
            </li>
        }
    });
    view! {
        <section class="followed-subjects" aria-labelledby="diikuti">
            <h2 class="followed-subjects__heading" id="diikuti">{text.followed}</h2>
            <ul class="followed-subjects__list">{rows.collect::<Vec<_>>()}</ul>
        </section>
    }
}
