//! The publication, as pages know it.

use domain::ad::Slot;
use domain::article::Language;
use domain::slug::Slug;
use leptos::prelude::LeptosOptions;

use crate::cookies::Cookies;

/// The publication, from the settings.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// Its origin without a slash at the end: `https://example.com`.
    pub url: String,
    /// The language of the words on screen.
    pub language: Language,
    /// The language of the addresses without a prefix.
    pub own_language: Language,
    /// Whether the languages of a browser count as long as its reader has not chosen.
    pub accept_language: bool,
    /// Where its clocks hang.
    pub time_zone: chrono_tz::Tz,
    /// The sections of the navigation, in order; empty for all in the order in which they came.
    pub sections: Vec<Slug>,
    /// What the publisher says of itself, in order.
    pub about: Vec<AboutPage>,
    /// Where advertisements stand.
    pub ad_slots: Vec<Slot>,
    /// The fewest blocks of a text that one interrupts.
    pub fewest_blocks: usize,
    /// Whether subscribers see them.
    pub ads_for_subscribers: bool,
    /// Places of sponsored items among the recommendations, counted from 1.
    pub sponsored_slots: Vec<usize>,
    /// Origins whose players may take the place of a still picture.
    pub video_frames: Vec<String>,
    /// Whether a text begins with a large letter.
    pub drop_cap: bool,
    /// How many articles of the paid editions a confirmed address opens.
    pub free_articles: u32,
    /// Where one subscribes.
    pub subscribe_at: Option<String>,
    /// What browsers keep.
    pub cookies: Cookies,
    /// What the hydration script and the stylesheet are called.
    pub assets: LeptosOptions,
}

/// A page on which the publisher says something of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutPage {
    /// Of its address, behind `/tentang/`.
    pub slug: Slug,
    /// Plain text.
    pub title: String,
    /// Sanitised.
    pub html: String,
}
