//! Paid content: advertisements and sponsored cards, with their slots.

mod ad_slot;
mod body_ad;
mod sponsored_card;

pub use ad_slot::{AdSlot, AdView};
pub(in crate::components) use body_ad::with_ads;
pub use body_ad::{BodyAds, slots_within};
pub use sponsored_card::{SponsoredCard, SponsoredView};
