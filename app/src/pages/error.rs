//! Error pages.

use domain::list::List;
use http::StatusCode;
use leptos::prelude::*;

use super::{PageError, page};
use crate::components::{CardView, HeadView, Notice, NoticeView, PageHead};
use crate::context::{RETRY_AFTER_SECONDS, ResponseHead, Services};

/// Maximum number of articles that are offered instead.
const INSTEAD: u32 = 6;

/// Page for every unknown address.
#[component]
pub fn ErrorPage() -> impl IntoView {
    page(|_| std::future::ready(Err::<(), _>(PageError::NotFound)))
}

/// Sets the status and tells the reader what happened and what helps.
pub(super) async fn explain(
    services: &Services,
    answer: &ResponseHead,
    error: PageError,
) -> impl IntoView + use<> {
    let text = services.text();
    let (status, code, heading, help) = match &error {
        PageError::Moved(path) => {
            answer.moved_to(path);
            // A redirect needs no content.
            return None;
        }
        PageError::SignedOut => {
            answer.see_other("/masuk?return_to=/akun");
            return None;
        }
        PageError::NotFound => (StatusCode::NOT_FOUND, "404", text.not_found, text.not_found_help),
        PageError::GiftGone => {
            let text = services.access_text();
            (StatusCode::GONE, "410", text.gift_gone, text.gift_gone_help)
        }
        PageError::BadAddress => (StatusCode::BAD_REQUEST, "400", text.bad_address, text.bad_address_help),
        PageError::Unavailable => {
            answer.retry_after(RETRY_AFTER_SECONDS);
            (StatusCode::SERVICE_UNAVAILABLE, "503", text.unavailable, text.unavailable_help)
        }
        PageError::Failed => (StatusCode::INTERNAL_SERVER_ERROR, "500", text.failed, text.failed_help),
    };
    answer.status(status);
    let instead = match error {
        // A database that has just failed is not queried again.
        PageError::Failed | PageError::Unavailable => Vec::new(),
        _ => services
            .articles
            .cards(&List::Everything, None, services.now(), INSTEAD)
            .await
            .unwrap_or_default(),
    };
    let notice = NoticeView { code, heading, help, instead: CardView::all(services, &instead) };
    let head = HeadView { title: format!("{heading} – {}", services.site.name), ..HeadView::default() };
    Some(view! { <PageHead head/> <Notice notice text/> })
}
