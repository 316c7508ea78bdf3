//! Context of a request: services, the request itself, how its page is rendered, and the head of the response.

mod rendering;
mod request;
mod response_head;
mod services;
mod site;

pub use rendering::{
    AsCrawler, AsReader, Finish, IsFragment, as_crawler, as_reader, form, is_answer, is_fragment,
};
pub use request::{browser, path, query, signed_in, wants_privacy};
pub use response_head::{GATE, RETRY_AFTER_SECONDS, ResponseHead};
pub use services::{Services, services};
pub use site::{AboutPage, PlanOffer, Site};
