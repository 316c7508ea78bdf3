//! Pieces of the pages of people, topics and issues.

mod issue_card;
mod lead_story;
mod profile_header;
mod split;

pub use issue_card::{IssueCard, IssueCardView, issue_date, issue_path};
pub use lead_story::LeadStory;
pub use profile_header::{ProfileHeader, ProfileHeaderView};
pub use split::Split;
