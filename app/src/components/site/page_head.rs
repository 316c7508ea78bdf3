//! Metadata of a page in the `<head>` of its document.

use domain::article::Language;
use leptos::prelude::*;
use leptos_meta::{Link, Meta, MetaContext, Title};

use crate::components::{FEED_PATHS, FeedFormat, PicturePlacement, PictureView};
use crate::context::{path, services};
use crate::language::{LANGUAGES, under};
use crate::routes::is_lite;
use crate::text::FEED_FORMATS;

/// Metadata of a page.
#[derive(Clone, Debug, Default)]
pub struct HeadView {
    /// Title as plain text.
    pub title: String,
    /// Description as plain text.
    pub description: Option<String>,
    /// Canonical address, with the origin; `None` for pages that search engines need not know, such as account pages.
    pub canonical: Option<String>,
    /// Address of the picture for link previews, with the origin.
    pub picture: Option<String>,
    /// Main picture of the page, which is preloaded.
    pub lead: Option<PictureView>,
    /// Place of that picture.
    pub placement: PicturePlacement,
    /// Open Graph type: `article` or `website`.
    pub kind: &'static str,
    /// Path of the list whose feeds the page leads to, without a slash at its end; empty for the whole site.
    pub feeds: String,
    /// Properties of an article.
    pub article: Option<ArticleProperties>,
}

/// Properties of an article for link previews.
#[derive(Clone, Debug, Default)]
pub struct ArticleProperties {
    /// Pairs of a property such as `article:section` and its value.
    pub values: Vec<(&'static str, String)>,
    /// Language of the text.
    pub language: Language,
}

/// Metadata for browsers, search engines and link previews. A fragment has no `<head>`, so there it renders nothing.
#[component]
pub fn PageHead(head: HeadView) -> impl IntoView {
    // Only a document provides this context. The framework panics if there are tags but no `</head>` to insert them before.
    if use_context::<MetaContext>().is_some() {
        render_tags(head);
    }
}

fn render_tags(head: HeadView) {
    let (title, placement) = (head.title.clone(), head.placement);
    let alternates = head.canonical.as_deref().map_or_else(Vec::new, alternates).into_iter();
    let links = alternates.map(|(language, href)| view! { <Link rel="alternate" hreflang=language href/> });
    // The light page is a double for poor connections: its canonical address leads to a page that tells the rest.
    let is_public = head.canonical.is_some() && !is_lite(&path());
    let feeds = is_public.then(|| feeds(&head.feeds)).into_iter().flatten();
    let properties = is_public.then(|| properties(&head)).into_iter().flatten();
    let tags = view! {
        <Title text=escape(&head.title)/>
        <Meta property="og:title" content=title/>
        {head.description.map(|text| view! {
            <Meta name="description" content=text.clone()/>
            <Meta property="og:description" content=text/>
        })}
        {head.canonical.map(|address| view! {
            <Link rel="canonical" href=address.clone()/>
            <Meta property="og:url" content=address/>
            <Meta property="og:type" content=head.kind/>
        })}
        {links.collect::<Vec<_>>()}
        {head.picture.map(|address| view! { <Meta property="og:image" content=address/> })}
        // Without it, search engines show no picture, or a small one.
        {is_public.then(|| view! { <Meta name="robots" content="max-image-preview:large"/> })}
        {properties.map(|(name, value)| view! { <Meta property=name content=value/> }).collect::<Vec<_>>()}
        {feeds.map(|(kind, title, href)| view! { <Link rel="alternate" type_=kind title href/> }).collect::<Vec<_>>()}
        {head.lead.as_ref().and_then(|lead| lead.best(placement)).map(|source| view! {
            <Link rel="preload" as_="image" type_=source.kind imagesrcset=source.widths.clone() imagesizes=placement.sizes()
                fetchpriority="high"/>
        })}
    };
    // Rendering inserts the tags into the head. It is done here, while the page's context certainly exists: after
    // a `Suspend` that had to wait, views are rendered without it, and the tags would be lost.
    tags.to_html();
}

/// Feeds of a list: media type, title and address of each.
fn feeds(list: &str) -> Vec<(&'static str, String, String)> {
    let site = services().site;
    let feed = |(format, name): (&FeedFormat, &str)| {
        let address = format!("{}{}{list}{}", site.url, site.prefix(), format.path);
        (format.kind, format!("{} ({name})", site.name), address)
    };
    FEED_PATHS.iter().zip(FEED_FORMATS).map(feed).collect()
}

/// Further properties for link previews. Twitter's fall back to those of Open Graph, except for the form of the card.
fn properties(head: &HeadView) -> Vec<(&'static str, String)> {
    let site = services().site;
    let locale = |language| match language {
        Language::Indonesian => "id_ID",
        Language::English => "en_US",
    };
    let article = head.article.as_ref();
    let language = article.map_or(site.language, |article| article.language);
    let mut properties = vec![
        ("og:site_name", site.name.clone()),
        ("og:locale", locale(language).to_owned()),
        ("twitter:card", if head.picture.is_some() { "summary_large_image" } else { "summary" }.to_owned()),
    ];
    if let Some(lead) = head.lead.as_ref().filter(|_| head.picture.is_some()) {
        let (width, height) = lead.largest();
        properties.extend([("og:image:width", width.to_string()), ("og:image:height", height.to_string())]);
        properties.extend((!lead.alt.is_empty()).then(|| ("og:image:alt", lead.alt.clone())));
    }
    properties.extend(article.into_iter().flat_map(|article| article.values.clone()));
    properties
}

/// Addresses of a page in each language, and the default. The article is the same in all of them; only the interface differs.
fn alternates(canonical: &str) -> Vec<(&'static str, String)> {
    let site = services().site;
    let path = canonical.strip_prefix(&site.url).unwrap_or("/");
    let in_language = |language| format!("{}{}", site.url, under(site.prefix_of(language), path));
    let languages = LANGUAGES.map(|language| (language.as_str(), in_language(language)));
    languages.into_iter().chain([("x-default", canonical.to_owned())]).collect()
}

/// Escapes text for HTML. `leptos_meta` does not escape titles: a headline with `</title><script>` would run.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
