//! Structured data about an article for machines (schema.org).

use domain::article::{Article, PictureSource, Video, VideoSource};
use domain::body::Body;
use domain::follow::Subject;
use domain::label::Person;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::published::machine;
use super::withheld::WITHHELD;
use crate::components::{
    StructuredData, breadcrumb_list, image, organization, person, picture_src, without_empty,
};
use crate::context::{Services, Site};
use crate::routes::subject_path;

/// `NewsArticle` and `BreadcrumbList` as JSON-LD. They contain only what the page shows, and whether the text is free for everyone.
/// `body` is the text of the page; a [`Body`] is proof of a grant.
#[component]
pub fn ArticleData(
    article: Article,
    address: String,
    body: Option<Body>,
    services: Services,
) -> impl IntoView {
    let site = &services.site;
    let is_free = services.quota.policy.is_free(&article);
    let section =
        article.section.as_ref().map(|section| (section.name.clone(), format!("/rubrik/{}", section.slug)));
    let path = address.strip_prefix(&site.url).unwrap_or("/").to_owned();
    let steps = section.iter().map(|(name, path)| (name.as_str(), path.as_str()));
    let steps: Vec<_> = steps.chain([(article.title.as_str(), path.as_str())]).collect();
    let breadcrumbs = breadcrumb_list(site, services.text().front_page, &steps);
    view! {
        <StructuredData data=data(&article, &address, body.as_ref(), site, is_free)/>
        <StructuredData data=breadcrumbs/>
    }
}

fn data(article: &Article, address: &str, body: Option<&Body>, site: &Site, is_free: bool) -> Value {
    let picture = article.picture.as_ref().and_then(|picture| picture.file());
    let videos = body.into_iter().flat_map(Body::videos);
    let withheld = json!({
        "@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": format!(".{WITHHELD}"),
    });
    let keywords: Vec<&str> = article.topics.iter().map(|topic| topic.name.as_str()).collect();
    without_empty(json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "inLanguage": article.language.as_str(),
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "url": address,
        "datePublished": machine(article.published_at),
        "dateModified": machine(article.updated_at.unwrap_or(article.published_at)),
        "author": authors(article, site),
        "publisher": organization(site),
        "image": picture.map(|file| [image(site, file)]),
        "articleSection": article.section.as_ref().map(|section| &section.name),
        "keywords": keywords,
        "wordCount": body.map(Body::words),
        "video": videos.filter_map(|video| video_data(article, video, site)).collect::<Vec<_>>(),
        "isAccessibleForFree": is_free,
        "hasPart": (!is_free).then_some(withheld),
    }))
}

/// Reporters; of an article without one, the agency; and of one without either, the publisher.
fn authors(article: &Article, site: &Site) -> Vec<Value> {
    let reporter = |reporter: &Person| {
        person(site, &reporter.name, &subject_path(&Subject::Person(reporter.slug.clone())))
    };
    let reporters: Vec<Value> = article.byline.reporters.iter().map(reporter).collect();
    match &article.byline.agency {
        _ if !reporters.is_empty() => reporters,
        Some(agency) => vec![json!({"@type": "Organization", "name": agency})],
        None => vec![
            json!({"@type": "NewsMediaOrganization", "name": site.name, "url": format!("{}/", site.url)}),
        ],
    }
}

/// A video of our own; `None` if it is another's, or has no picture, which search engines require.
fn video_data(article: &Article, video: &Video, site: &Site) -> Option<Value> {
    let VideoSource::File(file) = &video.src else { return None };
    let still = match &video.poster {
        Some(PictureSource::File(poster)) => Some(poster),
        _ => article.picture.as_ref().and_then(|picture| picture.file()),
    };
    Some(json!({
        "@type": "VideoObject",
        "name": video.title,
        "thumbnailUrl": [format!("{}{}", site.url, picture_src(still?))],
        "uploadDate": machine(article.published_at),
        "contentUrl": format!("{}/video/{}", site.url, file.name),
    }))
}
