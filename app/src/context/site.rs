//! Settings of the publication that pages need.

use domain::access::Plan;
use domain::ad::Slot;
use domain::article::Language;
use domain::slug::Slug;
use leptos::prelude::LeptosOptions;

use crate::cookies::Cookies;

/// The publication, as configured in the settings.
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own")]
#[derive(Clone, Debug)]
pub struct Site {
    /// Name of the publication.
    pub name: String,
    /// Origin without a slash at the end: `https://example.com`.
    pub url: String,
    /// Language of the interface on the current page.
    pub language: Language,
    /// Language of the pages without a language prefix.
    pub own_language: Language,
    /// Whether a browser's preferred languages apply until its reader has chosen one.
    pub accept_language: bool,
    /// Time zone of all dates and times on pages.
    pub time_zone: chrono_tz::Tz,
    /// Address of the page with the code of ethics, which may not be there.
    pub ethics_page: Option<String>,
    /// Address of the publisher's logo; `None` for the site's icon.
    pub logo: Option<String>,
    /// Sections of the navigation, in order; if empty, all sections in the order of the database.
    pub sections: Vec<Slug>,
    /// Pages about the publisher, in order.
    pub about: Vec<AboutPage>,
    /// Slots in which advertisements are shown.
    pub ad_slots: Vec<Slot>,
    /// Minimum number of blocks of a text that an advertisement may interrupt.
    pub fewest_blocks: usize,
    /// Whether subscribers see advertisements.
    pub ads_for_subscribers: bool,
    /// Places of sponsored items among the recommendations, counted from 1.
    pub sponsored_slots: Vec<usize>,
    /// Origins whose video players may be framed in place of a still picture.
    pub video_frames: Vec<String>,
    /// Whether texts begin with a drop cap.
    pub drop_cap: bool,
    /// Whether browsers get a service worker.
    pub has_worker: bool,
    /// Number of articles of the paid editions that a reader with a confirmed address may open.
    pub free_articles: u32,
    /// Address of the page for subscribing; `None` if there is none.
    pub subscribe_at: Option<String>,
    /// Plans that the gate offers, the best known first.
    pub plans: Vec<PlanOffer>,
    /// Names and attributes of the cookies.
    pub cookies: Cookies,
    /// File names of the hydration script and the stylesheet.
    pub assets: LeptosOptions,
}

/// A plan that readers can subscribe to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanOffer {
    /// Name as readers see it.
    pub name: String,
    /// Price as readers see it: `Rp59.000`.
    pub price: String,
    /// Time that the price is for: `per bulan`.
    pub period: String,
    /// Articles that it opens.
    pub opens: Plan,
    /// Address of the page that sells it.
    pub leads_to: String,
}

/// A page about the publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutPage {
    /// Last part of its address `/tentang/{slug}`.
    pub slug: Slug,
    /// Title as plain text.
    pub title: String,
    /// Sanitised HTML.
    pub html: String,
}
