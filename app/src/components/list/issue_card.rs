//! An issue in the list of earlier ones.

use chrono::{Datelike, NaiveDate};
use domain::article::Edition;
use domain::issue::{Issue, IssueCover};
use leptos::prelude::*;

use crate::components::{PicturePlacement, PictureView, ResponsivePicture, full_date};
use crate::context::{Services, Site};
use crate::headline::unbroken;
use crate::text;

/// Data of an issue in a list.
#[derive(Clone)]
pub struct IssueCardView {
    href: String,
    /// Date in words.
    date: String,
    /// Headline of the story on its cover.
    title: String,
    /// Language of the headline; `None` if it is the page's.
    lang: Option<&'static str>,
    picture: Option<PictureView>,
}

impl IssueCardView {
    pub fn of(services: &Services, cover: &IssueCover) -> Self {
        Self {
            href: issue_path(&cover.issue),
            date: issue_date(&services.site, &cover.issue),
            title: unbroken(&cover.story.title),
            lang: services.site.foreign(cover.story.language),
            picture: cover.story.picture.as_ref().and_then(PictureView::of),
        }
    }
}

/// Path of an issue: `/majalah/2026/11/22`.
pub fn issue_path(issue: &Issue) -> String {
    format!("/{}/{}", issue.edition().as_str(), issue.date().format("%Y/%m/%d"))
}

/// Date of an issue in words: `Rabu, 25 November 2026`, or `16–22 November 2026` for a week.
pub fn issue_date(site: &Site, issue: &Issue) -> String {
    let (first, last) = (issue.first_day(), issue.date());
    if issue.edition() == Edition::Koran {
        return full_date(site.language, last);
    }
    let words = text::of(site.language);
    let month = |date: NaiveDate| words.months[date.month0() as usize];
    let end = (words.day)(last.day(), month(last), last.year());
    if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{end}", first.day())
    } else if first.year() == last.year() {
        format!("{} {} – {end}", first.day(), month(first))
    } else {
        format!("{} – {end}", (words.day)(first.day(), month(first), first.year()))
    }
}

/// Picture, date and headline of an issue. The whole card leads to the issue.
#[component]
pub fn IssueCard(issue: IssueCardView) -> impl IntoView {
    let class = if issue.picture.is_some() {
        "issue-card__picture"
    } else {
        "issue-card__picture issue-card__picture--none"
    };
    view! {
        <article class="issue-card">
            <div class=class>
                {issue.picture.map(|picture| view! { <ResponsivePicture picture placement=PicturePlacement::Tile/> })}
            </div>
            <h3 class="issue-card__date"><a href=issue.href>{issue.date}</a></h3>
            <p class="issue-card__story" lang=issue.lang>{issue.title}</p>
        </article>
    }
}
