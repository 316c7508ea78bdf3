//! Metadata of a page in the `<head>` of its document.

use leptos::prelude::*;
use leptos_meta::{Link, Meta, MetaContext, Title};

use crate::components::{PicturePlacement, PictureView};
use crate::context::services;
use crate::language::{LANGUAGES, under};

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
        {head.lead.as_ref().and_then(|lead| lead.best(placement)).map(|source| view! {
            <Link rel="preload" as_="image" type_=source.kind imagesrcset=source.widths.clone() imagesizes=placement.sizes()
                fetchpriority="high"/>
        })}
    };
    // Rendering inserts the tags into the head. It is done here, while the page's context certainly exists: after
    // a `Suspend` that had to wait, views are rendered without it, and the tags would be lost.
    tags.to_html();
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
