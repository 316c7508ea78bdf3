//! Strips the markers that the framework leaves for hydration from everything that is not hydrated.

use app::island::island;
use app::islands::Clock;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use leptos::prelude::*;

/// No page is larger.
pub const LARGEST: usize = 16 * 1024 * 1024;
/// The framework's mark of an empty place. It is no HTML; the same place in HTML is an empty comment.
const MARK: &str = "<!>";
const MARK_IN_HTML: &str = "<!---->";

/// Begins the content of the framework's scripts, which islands look for once.
const RESOURCES: &str = "__";
const ISLAND: &str = "<leptos-island";

/// The layer.
pub async fn strip_hydration_markers(request: Request, next: Next) -> Response {
    without_hydration_markers(next.run(request).await).await
}

/// The same response without the markers; responses that are no page stay as they are.
pub async fn without_hydration_markers(response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("text/html")) {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        tracing::error!("cannot read the body of a page");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    head.headers.remove(header::CONTENT_LENGTH);
    match std::str::from_utf8(&body) {
        Ok(html) => Response::from_parts(head, Body::from(page(html))),
        Err(_) => Response::from_parts(head, Body::from(body)),
    }
}

/// Marks stay where an island looks for them. What the framework writes behind the end of the document goes to the end of its body.
pub fn page(html: &str) -> String {
    let (document, behind) = html.split_once("</html>").unwrap_or((html, ""));
    // A fragment comes into a page that has them already.
    let document = &document[..resources(document).unwrap_or(document.len())];
    let mut stripped = String::with_capacity(html.len());
    let (mut rest, mut islands) = (document, 0_usize);
    while let Some(at) = rest.find('<') {
        let tag = &rest[at..];
        stripped.push_str(&rest[..at]);
        if let Some(after) = tag.strip_prefix(MARK) {
            if islands > 0 {
                stripped.push_str(MARK_IN_HTML);
            }
            rest = after;
            continue;
        }
        if tag.starts_with(ISLAND) || tag.starts_with("</leptos-children") {
            islands += 1;
        } else if tag.starts_with("</leptos-island") || tag.starts_with("<leptos-children") {
            // What is put into an island from outside is not the island's to wake.
            islands = islands.saturating_sub(1);
        }
        stripped.push('<');
        rest = &tag[1..];
    }
    stripped.push_str(rest);
    // It is for islands.
    let behind = if document.contains(ISLAND) { behind.replace(MARK, "") } else { String::new() };
    if html.contains("</html>") {
        match stripped.rfind("</body>") {
            Some(end) => stripped.insert_str(end, &behind),
            None => stripped.push_str(&behind),
        }
        stripped.push_str("</html>");
    }
    stripped
}

/// Fails where the framework writes other markers than those that are looked for here: then pages would keep some that are no HTML, and
/// islands would miss theirs.
pub fn check() -> anyhow::Result<()> {
    let html = Owner::new().with(|| (island(Clock), "a", "b").to_html());
    for marker in [MARK, ISLAND, "</leptos-island"] {
        anyhow::ensure!(html.contains(marker), "this version of leptos writes no `{marker}`: {html}");
    }
    Ok(())
}

/// Position of the framework's own scripts. Texts of articles hold no script.
fn resources(document: &str) -> Option<usize> {
    let mut scripts = document.match_indices("<script");
    let is_framework =
        |tag: &str| tag.split_once('>').is_some_and(|(_, content)| content.starts_with(RESOURCES));
    scripts.find(|(at, _)| is_framework(&document[*at..])).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{check, page};

    #[test]
    fn the_framework_writes_the_markers_that_are_looked_for() {
        check().unwrap();
    }

    #[test]
    fn marks_stay_only_where_an_island_looks_for_them() {
        for (written, expected) in [
            ("<p>a<!> b<!></p><!>", "<p>a b</p>"),
            (
                "<!><leptos-island data-component=\"X\"><p>a<!></p><leptos-children><i>b<!></i></leptos-children><!></leptos-island><!>",
                "<leptos-island data-component=\"X\"><p>a<!----></p><leptos-children><i>b</i></leptos-children><!----></leptos-island>",
            ),
            (
                "<body><leptos-island></leptos-island><!></body><!></html><!><script>b</script>",
                "<body><leptos-island></leptos-island><script>b</script></body></html>",
            ),
            ("<body><p>a<!></p></body></html><!><script>b</script>", "<body><p>a</p></body></html>"),
            ("<leptos-island></leptos-island><!><script>__A=[]</script>", "<leptos-island></leptos-island>"),
            ("<p>__A=[]</p><script nonce=\"a\">__A=[]</script><script>__B=[]</script>", "<p>__A=[]</p>"),
            ("<script>a()</script><p>b", "<script>a()</script><p>b"),
            ("<!DOCTYPE html><!-- c -->1 < 2", "<!DOCTYPE html><!-- c -->1 < 2"),
        ] {
            assert_eq!(page(written), expected);
        }
    }
}
