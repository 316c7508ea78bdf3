//! What a page says of itself in the document's head.

use leptos::prelude::*;
use leptos_meta::{Link, Meta, MetaContext, Title};

use crate::components::{PicturePlacement, PictureView};
use crate::context::services;
use crate::language::{LANGUAGES, under};

/// Title and description of a page.
#[derive(Clone, Debug, Default)]
pub struct HeadView {
    /// Plain text.
    pub title: String,
    /// Plain text.
    pub description: Option<String>,
    /// The page's one address, with the origin; `None` where no other should lead here.
    pub canonical: Option<String>,
    /// An absolute address of a picture.
    pub picture: Option<String>,
    /// The picture that the page is waited for.
    pub lead: Option<PictureView>,
    /// `article` or `website`.
    pub kind: &'static str,
}

/// Title, description and address for browsers, search engines and link previews. A fragment has no head: there it renders nothing.
#[component]
pub fn PageHead(head: HeadView) -> impl IntoView {
    // Only a document provides it. The framework panics where there are tags and no `</head>` to put them before.
    if use_context::<MetaContext>().is_some() {
        render_tags(head);
    }
}

fn render_tags(head: HeadView) {
    let title = head.title.clone();
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
        {head.lead.as_ref().and_then(PictureView::best).map(|source| view! {
            <Link rel="preload" as_="image" type_=source.kind imagesrcset=source.widths.clone() imagesizes=PicturePlacement::Lead.sizes()
                fetchpriority="high"/>
        })}
    };
    // Rendering is what puts tags into the head. It is done here, while the page's context is sure to be there: behind
    // a `Suspend` that had to wait, views are rendered without it, and the tags would be lost.
    tags.to_html();
}

/// The address of a page in each language, and the one for everybody else. What is read is the same; the words around it are not.
fn alternates(canonical: &str) -> Vec<(&'static str, String)> {
    let site = services().site;
    let path = canonical.strip_prefix(&site.url).unwrap_or("/");
    let in_language = |language| format!("{}{}", site.url, under(site.prefix_of(language), path));
    let languages = LANGUAGES.map(|language| (language.as_str(), in_language(language)));
    languages.into_iter().chain([("x-default", canonical.to_owned())]).collect()
}

/// leptos_meta writes the title into the page as it is; a headline with `</title><script>` would run.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
