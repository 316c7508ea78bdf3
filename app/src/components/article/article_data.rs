//! Structured data about an article for machines (schema.org).

use domain::access::Policy;
use domain::article::Article;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::published::machine;
use crate::context::Services;

/// `NewsArticle` as JSON-LD. It contains only what the article's header shows, and whether the text is free for everyone. It is the
/// same for every visitor.
#[component]
pub fn ArticleData(
    article: Article,
    address: String,
    picture: Option<String>,
    services: Services,
) -> impl IntoView {
    let data = data(&article, &address, picture, &services.site.name, &services.quota.policy);
    // JSON allows these escapes. Without them, the text could end the script element.
    let data = data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    view! { <script r#type="application/ld+json" inner_html=data></script> }
}

fn data(article: &Article, address: &str, picture: Option<String>, site: &str, policy: &Policy) -> Value {
    let authors =
        article.byline.reporters.iter().map(|person| json!({"@type": "Person", "name": person.name}));
    let is_free = policy.is_free(article);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "inLanguage": article.language.as_str(),
        "mainEntityOfPage": address,
        "datePublished": machine(article.published_at),
        "dateModified": machine(article.updated_at.unwrap_or(article.published_at)),
        "author": authors.collect::<Vec<_>>(),
        "publisher": {"@type": "NewsMediaOrganization", "name": site},
        "image": picture,
        "isAccessibleForFree": is_free,
    });
    if !is_free {
        data["hasPart"] =
            json!({"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".article-body"});
    }
    if let Some(fields) = data.as_object_mut() {
        fields.retain(|_, value| !value.is_null() && *value != json!([]));
    }
    data
}
