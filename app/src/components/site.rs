//! Pieces of every page: head, top, foot, menus.

mod display_menu;
mod language_choice;
mod notice;
mod page_head;
mod pager;
mod site_footer;
mod site_header;
mod site_menu;
mod site_search;
mod structured_data;

pub use display_menu::DisplayMenu;
pub use language_choice::LanguageChoice;
pub use notice::{Notice, NoticeView};
pub use page_head::{ArticleProperties, HeadView, PageHead, escape};
pub use pager::Pager;
pub use site_footer::SiteFooter;
pub use site_header::SiteHeader;
pub use site_menu::SiteMenu;
pub use site_search::SiteSearch;
pub use structured_data::{
    StructuredData, breadcrumb_list, front_data, image, organization, person, without_empty,
};
