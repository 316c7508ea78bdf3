//! Routes of feeds, of the site and beside each list.

use app::context::Services;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::article::Edition;
use domain::newsroom::StoreError;
use domain::slug::Slug;
use http::{HeaderValue, StatusCode, header};

use crate::feeds::{Feed, FeedOf, Format};

/// Serves the feeds in one language.
pub fn routes(services: &Services, hub: Option<&String>) -> Router {
    let feeds = Feeds { services: services.clone(), hub: hub.cloned() };
    let of_slug: [(&str, Named); 3] =
        [("/rubrik", FeedOf::Section), ("/topik", FeedOf::Topic), ("/penulis", FeedOf::Person)];
    let fixed = [FeedOf::Site, FeedOf::Edition(Edition::Koran), FeedOf::Edition(Edition::Majalah)];
    let mut router = Router::new();
    for format in Format::ALL {
        for list in &fixed {
            let (feeds, list) = (feeds.clone(), list.clone());
            let path = format!("{}{}", list.path(), format.path());
            router = router.route(&path, get(async move || feeds.answer(Some(list), format).await));
        }
        for (path, list) in of_slug {
            let feeds = feeds.clone();
            let answer = async move |Path(slug): Path<String>| {
                feeds.answer(Slug::parse(&slug).map(list), format).await
            };
            router = router.route(&format!("{path}/{{slug}}{}", format.path()), get(answer));
        }
    }
    router
}

/// Kind of list that has a slug.
type Named = fn(Slug) -> FeedOf;

#[derive(Clone)]
struct Feeds {
    services: Services,
    hub: Option<String>,
}

impl Feeds {
    /// Answers with the feed of a list; `None` for an address that names no list.
    async fn answer(self, list: Option<FeedOf>, format: Format) -> Response {
        let Some(list) = list else { return StatusCode::NOT_FOUND.into_response() };
        match Feed::of(&self.services, &list, format, self.hub).await {
            Ok(Some(feed)) => {
                let kind = (header::CONTENT_TYPE, format.content_type());
                // Programs in a browser that follow feeds run on sites of others.
                let open = (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
                let mut response = ([kind, open], feed.write(format)).into_response();
                if let Some(Ok(links)) = feed.links().map(|links| HeaderValue::from_str(&links)) {
                    response.headers_mut().insert(header::LINK, links);
                }
                response
            }
            Ok(None) => StatusCode::NOT_FOUND.into_response(),
            Err(error) => failed(&error),
        }
    }
}

/// Answers that the store failed; the reason is logged.
pub(super) fn failed(error: &StoreError) -> Response {
    tracing::error!(%error, "the store failed");
    match error {
        StoreError::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        StoreError::Refused(_) | StoreError::Damaged(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
