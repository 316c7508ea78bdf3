//! Sanitiser of texts: a strict list of allowed elements and attributes.

use std::borrow::Cow;

use domain::markup::CLICK_TO_VIEW;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::further_reading::mark_further_reading;
use super::media::Media;
use super::parts::{has_parts, normalise};
use super::rules::{STRICT, WIDE};

/// Version of the rules below and of those for teasers. Increase it with every change of them: texts sanitised with older rules are
/// sanitised again at the next start.
pub const SANITISER: u32 = 5;

/// Limit of passes. All known texts are stable after three; `warta check` reports one that never is.
const MOST_PASSES: usize = 6;

/// Sanitises HTML: elements that are not allowed are removed, their text stays. Sanitising the result again does not change it.
pub fn sanitise(html: &str, media: &dyn Media) -> String {
    let mut clean = html.to_owned();
    // Removing elements may leave a nesting that a parser reads differently. The text is therefore sanitised until a pass
    // changes nothing, which for most texts is the second one at the latest.
    for _ in 0..MOST_PASSES {
        let again = pass(&clean, media);
        if again == clean {
            break;
        }
        clean = again;
    }
    clean
}

fn pass(html: &str, media: &dyn Media) -> String {
    let lower = html.to_ascii_lowercase();
    let prepared = if needs_preparing(&lower) {
        prepare(html, media).map_or(Cow::Borrowed(html), Cow::Owned)
    } else {
        Cow::Borrowed(html)
    };
    let normal =
        if has_parts(&lower) { Cow::Owned(normalise(&WIDE.clean(&prepared).to_string())) } else { prepared };
    mark_further_reading(without_dead_links(STRICT.clean(&normal).to_string()))
}

/// Removes links without an address; their text stays.
fn without_dead_links(html: String) -> String {
    if html.matches("<a ").count() == html.matches(" href=\"").count() {
        return html;
    }
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("a:not([href])", |link| {
            link.remove_and_keep_content();
            Ok(())
        }));
    rewrite_str(&html, settings).unwrap_or(html)
}

/// Whether a text, in lower case, has elements that [`prepare`] changes. Most have none, which saves a pass.
fn needs_preparing(lower: &str) -> bool {
    const SIGNS: [&str; 7] = ["<img", "<iframe", "<video", "<audio", "<embed", "<object", "<h1"];
    SIGNS.iter().any(|sign| lower.contains(sign))
}

/// Replaces pictures with stored ones or links, embeds with links, and a first-level heading with a subheading.
/// Returns `None` if the rewriter fails: the sanitiser then removes these elements.
fn prepare(html: &str, media: &dyn Media) -> Option<String> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("h1", |element| Ok(element.set_tag_name("h2")?)))
        .append_element_content_handler(element!("img", |element| {
            picture(element, media);
            Ok(())
        }))
        .append_element_content_handler(element!("iframe, video, audio, embed, object", |element| {
            embed(element);
            Ok(())
        }));
    rewrite_str(html, settings).ok()
}

fn picture(element: &mut Element<'_, '_>, media: &dyn Media) {
    let src = element.get_attribute("src").unwrap_or_default();
    if src.starts_with("/gambar/") {
        return;
    }
    if let Some((address, width, height)) = media.picture(&src) {
        for (name, value) in [
            ("src", address.as_str()),
            ("width", &width.to_string()),
            ("height", &height.to_string()),
            ("loading", "lazy"),
        ] {
            // Setting an attribute fails only for invalid names; these are valid.
            let _ = element.set_attribute(name, value);
        }
    } else {
        let words = element.get_attribute("alt").filter(|alt| !alt.trim().is_empty());
        replace_by_link(element, &src, words);
    }
}

fn embed(element: &mut Element<'_, '_>) {
    let src = ["src", "data"].into_iter().find_map(|name| element.get_attribute(name)).unwrap_or_default();
    let title = element.get_attribute("title").filter(|title| !title.trim().is_empty());
    replace_by_link(element, &src, title);
}

/// Replaces an element by a link to its address, or removes it if it has none.
fn replace_by_link(element: &mut Element<'_, '_>, src: &str, words: Option<String>) {
    let src = if src.starts_with("//") { format!("https:{src}") } else { src.to_owned() };
    let host = url::Url::parse(&src).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    match host.as_ref().and_then(url::Url::host_str) {
        Some(host) => {
            let words = words.map_or(host.to_owned(), |words| format!("{words} ({host})"));
            // Attributes are unparsed source, with escapes. Escaping again can only double an escape.
            let link = format!(
                "<a class=\"{CLICK_TO_VIEW}\" href=\"{}\">{}</a>",
                src.replace('"', "%22"),
                words.replace('<', "&lt;").replace('>', "&gt;"),
            );
            element.replace(&link, ContentType::Html);
        }
        None => element.remove(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::media::NoMedia;
    use super::*;

    struct Ours;

    impl Media for Ours {
        fn picture(&self, src: &str) -> Option<(String, u32, u32)> {
            (!src.contains(':')).then(|| (format!("/gambar/{src}"), 30, 20))
        }
    }

    #[test]
    fn what_a_text_needs_is_kept() {
        for html in [
            "<p>Kata <em>miring</em>, <strong>tebal</strong>.</p>",
            "<h2>Subjudul</h2><h3>Lagi</h3>",
            "<ul><li>satu</li></ul><ol start=\"3\"><li>tiga</li></ol>",
            "<blockquote><p>Kutipan</p></blockquote>",
            "<blockquote class=\"pull-quote\"><p>Kutipan</p></blockquote>",
            "<figure><figcaption>Keterangan</figcaption></figure>",
            "<table><thead><tr><th scope=\"col\">A</th></tr></thead><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>",
        ] {
            assert_eq!(sanitise(html, &NoMedia), html);
        }
        let link = sanitise(
            "<a href=\"/read/1/x\" onclick=\"x()\" target=\"_blank\" style=\"color:red\">x</a>",
            &NoMedia,
        );
        assert_eq!(link, "<a href=\"/read/1/x\" rel=\"noopener noreferrer\">x</a>");
    }

    #[test]
    fn embeds_become_links_that_load_nothing() {
        for (html, expected) in [
            ("<iframe src=\"https://www.youtube.com/embed/x\"></iframe>", "www.youtube.com</a>"),
            (
                "<IFRAME SRC='//player.vimeo.com/video/1' title='Banjir'></IFRAME>",
                "Banjir (player.vimeo.com)</a>",
            ),
            ("<img src=\"https://tracker.example/pixel.gif\" alt=\"Peta\">", "Peta (tracker.example)</a>"),
            ("<video src=\"https://cdn.example/v.mp4\"></video>", "cdn.example</a>"),
        ] {
            let sanitised = sanitise(html, &NoMedia);
            assert!(sanitised.starts_with("<a ") && sanitised.ends_with(expected), "{sanitised}");
            assert!(sanitised.contains("class=\"click-to-view\""), "{sanitised}");
        }
        for html in [
            "<iframe src=\"javascript:alert(1)\">x</iframe>",
            "<iframe srcdoc=\"<script>x</script>\"></iframe>",
            "<img src=x onerror=alert(1)>",
        ] {
            assert_eq!(sanitise(html, &NoMedia), "", "{html}");
        }
    }

    #[test]
    fn a_picture_of_ours_is_shown_where_it_stood() {
        let html = sanitise(
            "<figure><img src=\"peta.png\" alt=\"Peta\" width=\"9\" onload=\"x()\"></figure>",
            &Ours,
        );
        assert_eq!(
            html,
            "<figure><img src=\"/gambar/peta.png\" alt=\"Peta\" width=\"30\" height=\"20\" loading=\"lazy\"></figure>"
        );
    }

    #[test]
    fn a_second_pass_changes_nothing() {
        let html = "<h1>Judul</h1><p onclick=x>a<script>b</script> &lt;i&gt; <iframe src=\"https://y.example/?a=1&amp;b=2\"></iframe><img src=p.png alt='\"><b>'>";
        let once = sanitise(html, &Ours);
        assert_eq!(sanitise(&once, &NoMedia), once);
        assert!(once.starts_with("<h2>Judul</h2>"));
    }

    #[test]
    fn texts_that_did_not_settle_or_left_something_behind() {
        for (html, expected) in [
            ("<image src=x onerror=y>", ""),
            ("<p><button>a<p></button>b", "<p>a</p><p></p>b<p></p>"),
            ("<a class=x href=/y>z</a>", "<a rel=\"noopener noreferrer\" href=\"/y\">z</a>"),
            ("<blockquote class=click-to-view><p>x</p></blockquote>", "<blockquote><p>x</p></blockquote>"),
            (
                "<blockquote class='gate pull-quote' id=x style='color:red'><p>x</p></blockquote>",
                "<blockquote class=\"pull-quote\"><p>x</p></blockquote>",
            ),
            ("<p class=pull-quote>x</p>", "<p>x</p>"),
            ("<a class=pull-quote href=/y>z</a>", "<a rel=\"noopener noreferrer\" href=\"/y\">z</a>"),
            ("<a href='\u{1}java\u{3}script:x'>y</a>", "y"),
        ] {
            let clean = sanitise(html, &NoMedia);
            assert_eq!(clean, expected, "{html}");
            assert_eq!(sanitise(&clean, &NoMedia), clean, "{html}");
        }
    }
}
