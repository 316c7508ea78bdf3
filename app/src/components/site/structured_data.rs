//! Structured data of pages for machines (schema.org). It holds nothing that the page does not show to everyone.

use domain::article::PictureFile;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::components::{picture_size, picture_src};
use crate::context::Site;
use crate::language::under;
use crate::routes::{ABOUT, CORRECTIONS};

/// Path of the site's icon.
const LOGO: &str = "/logo.svg";

/// Data of a page as JSON-LD.
#[component]
pub fn StructuredData(data: Value) -> impl IntoView {
    // JSON allows these escapes. Without them, the text could end the script element.
    let data = data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    view! { <script r#type="application/ld+json" inner_html=data></script> }
}

/// The object without fields that say nothing.
pub fn without_empty(mut object: Value) -> Value {
    if let Some(fields) = object.as_object_mut() {
        fields.retain(|_, value| !value.is_null() && *value != json!([]));
    }
    object
}

/// The publisher, with its logo and what it binds itself to.
pub fn organization(site: &Site) -> Value {
    let origin = &site.url;
    let full = |address: &str| match address.strip_prefix('/') {
        Some(_) => format!("{origin}{address}"),
        None => address.to_owned(),
    };
    // A page of the publisher's own is named only where it is there.
    let is_there =
        |address: &&String| match address.strip_prefix(ABOUT).and_then(|rest| rest.strip_prefix('/')) {
            Some(slug) => site.about.iter().any(|about| about.slug.as_str() == slug),
            None => true,
        };
    let ethics = site.ethics_page.as_ref().filter(is_there).map(|address| full(address));
    without_empty(json!({
        "@type": "NewsMediaOrganization",
        "@id": format!("{origin}/#publisher"),
        "name": site.name,
        "url": format!("{origin}/"),
        "logo": {"@type": "ImageObject", "url": full(site.logo.as_deref().unwrap_or(LOGO))},
        "ethicsPolicy": ethics.clone(),
        "publishingPrinciples": ethics,
        "correctionsPolicy": format!("{origin}{CORRECTIONS}"),
    }))
}

/// The way from the front page to a page: names and paths behind the front page.
pub fn breadcrumb_list(site: &Site, front: &str, steps: &[(&str, &str)]) -> Value {
    let steps = [(front, "/")].into_iter().chain(steps.iter().copied());
    let items = (1..).zip(steps).map(|(position, (name, path))| {
        let address = format!("{}{}", site.url, under(site.prefix(), path));
        json!({"@type": "ListItem", "position": position, "name": name, "item": address})
    });
    json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>()})
}

/// The publisher and its site, for the front page.
pub fn front_data(site: &Site) -> Value {
    let mut publisher = organization(site);
    publisher["@context"] = json!("https://schema.org");
    publisher
}

/// A person with the address of the person's page.
pub fn person(site: &Site, name: &str, path: &str) -> Value {
    json!({"@type": "Person", "name": name, "url": format!("{}{path}", site.url)})
}

/// A picture with its size.
pub fn image(site: &Site, file: &PictureFile) -> Value {
    let (width, height) = picture_size(file);
    json!({"@type": "ImageObject", "url": format!("{}{}", site.url, picture_src(file)), "width": width, "height": height})
}
