//! Security headers of every response.

use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use sha2::{Digest, Sha256};

/// Headers that are sent with every response unless a route sets its own.
#[derive(Clone, Debug)]
pub struct SecurityHeaders(HeaderMap);

impl SecurityHeaders {
    /// Creates the headers for a site whose documents have exactly the inline scripts of this sample.
    ///
    /// The policy allows scripts by hash, not by nonce: documents are the same for everyone and are cached, so a nonce would be
    /// the same for everyone too. `frames` are origins whose pages may be shown in a
    /// sandboxed frame. `is_watched` lets cargo-leptos reload the page.
    pub fn new(sample: &str, frames: &[String], is_https: bool, is_watched: bool) -> Self {
        let hashes = inline_scripts(sample).into_iter().map(|script| STANDARD.encode(Sha256::digest(script)));
        let scripts =
            hashes.flat_map(|hash| [" 'sha256-".to_owned(), hash, "'".to_owned()]).collect::<String>();
        let reload = if is_watched { " ws:" } else { "" };
        let frames =
            if frames.is_empty() { String::new() } else { format!("frame-src {}; ", frames.join(" ")) };
        let policy = format!(
            "default-src 'none'; script-src 'self'{scripts} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             font-src 'self'; connect-src 'self'{reload}; manifest-src 'self'; worker-src 'self'; media-src 'self'; {frames}form-action 'self'; \
             base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
        );
        let mut headers = HeaderMap::new();
        let mut set = |name: &'static str, value: &str| {
            let value = HeaderValue::from_str(value).expect("the policy is plain ASCII");
            headers.insert(HeaderName::from_static(name), value);
        };
        set("content-security-policy", &policy);
        set("x-content-type-options", "nosniff");
        set("referrer-policy", "strict-origin-when-cross-origin");
        set("cross-origin-opener-policy", "same-origin");
        set("cross-origin-resource-policy", "same-origin");
        set("permissions-policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
        if is_https {
            set("strict-transport-security", "max-age=63072000; includeSubDomains");
        }
        Self(headers)
    }

    /// Adds the headers that the response does not have. Only documents need the long policy. Other responses get a short one that
    /// forbids everything, in case a browser opens one as a document.
    pub fn add_to(&self, response: &mut Response) {
        let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
        if !kind.is_some_and(|kind| kind.starts_with(b"text/html")) {
            response.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert(NO_DOCUMENT);
        }
        for (name, value) in &self.0 {
            response.headers_mut().entry(name).or_insert_with(|| value.clone());
        }
    }
}

/// Policy of responses that are not documents.
const NO_DOCUMENT: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// Policy of pictures: even if a browser took one for a document, it could do nothing.
pub fn harmless() -> HeaderValue {
    HeaderValue::from_static("default-src 'none'; sandbox")
}

/// Policy of videos. A browser that opens a video alone wraps it in a document, which may only play it. A sandbox without
/// `allow-same-origin` would keep that document from loading the video.
pub fn harmless_player() -> HeaderValue {
    HeaderValue::from_static(
        "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox allow-same-origin",
    )
}

/// Cache header of files whose name contains a hash of their content.
pub fn immutable() -> (HeaderName, HeaderValue) {
    (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"))
}

/// Finds the source of each inline script of a document.
pub fn inline_scripts(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        let Some(open) = rest[start..].find('>').map(|end| start + end) else {
            break;
        };
        let Some(close) = rest[open..].find("</script").map(|end| open + end) else {
            break;
        };
        // Script elements with a data type are not executed.
        let tag = &rest[start..open];
        if !tag.contains("src=") && !tag.contains("application/ld+json") {
            found.push(&rest[open + 1..close]);
        }
        rest = &rest[close..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_names_each_inline_script() {
        let headers = SecurityHeaders::new(
            "<script>a</script><script src=\"/x.js\"></script><script type=\"module\">b</script>",
            &["https://iklan.example".to_owned()],
            true,
            false,
        );
        let policy = headers.0["content-security-policy"].to_str().unwrap();
        // Computed with: printf a | openssl dgst -sha256 -binary | base64
        assert!(policy.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"), "{policy}");
        assert!(policy.contains("'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='"), "{policy}");
        assert_eq!(policy.matches("sha256-").count(), 2);
        assert!(policy.contains("; frame-src https://iklan.example; "), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(headers.0.contains_key("strict-transport-security"));
        assert!(!SecurityHeaders::new("", &[], false, false).0.contains_key("strict-transport-security"));
    }
}
