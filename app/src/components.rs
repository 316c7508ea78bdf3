//! Pieces of pages. Each takes one view value, holds no state and has a stylesheet of its name.

mod article_body;
mod article_card;
mod byline;
mod dateline;
mod edition_badge;
mod editor_pick;
mod gate;
mod lead_picture;
mod notice;
mod page_head;
mod pager;
mod published;
mod related;
mod site_footer;
mod site_header;
mod tags;

pub use article_body::{ArticleBody, TextView};
pub use article_card::{ArticleCard, CardView, Rank, article_path};
pub use byline::{Byline, BylineView};
pub use dateline::Dateline;
pub use edition_badge::EditionBadge;
pub use editor_pick::EditorPick;
pub use gate::{Gate, GateView};
pub use lead_picture::{LeadPicture, PictureView};
pub use notice::{Notice, NoticeView};
pub use page_head::{HeadView, PageHead};
pub use pager::Pager;
pub use published::{Published, PublishedView};
pub use related::Related;
pub use site_footer::SiteFooter;
pub use site_header::SiteHeader;
pub use tags::Tags;
