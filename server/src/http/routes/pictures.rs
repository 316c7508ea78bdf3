//! Routes of pictures for browsers. The bytes under a name never change.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::article::RENDITION_HASH;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::http::middleware::headers::{harmless, immutable};
use crate::pictures::Storage;

/// Serves the pictures of a folder or a bucket.
pub fn routes(storage: Storage) -> Router {
    Router::new().route("/gambar/{name}", get(picture)).with_state(storage)
}

async fn picture(State(storage): State<Storage>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(kind) = kind(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{name}\"");
    // Readers of feeds show them on pages of their own.
    let shared =
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    let always = [immutable(), (header::CONTENT_SECURITY_POLICY, harmless()), shared];
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    if known.is_some_and(|tags| tags.split(',').any(|known| known.trim().trim_start_matches("W/") == tag)) {
        return (StatusCode::NOT_MODIFIED, always, [(header::ETAG, tag)]).into_response();
    }
    match storage.get(&name).await {
        Ok(Some(bytes)) => {
            (always, [(header::CONTENT_TYPE, kind.to_owned()), (header::ETAG, tag)], bytes).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, name, "a picture could not be had");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// Content type of a picture's name, which consists of a hash or half of one, a dash, a word and an extension.
fn kind(name: &str) -> Option<&'static str> {
    let (stem, ending) = name.split_once('.')?;
    let (hash, word) = stem.split_once('-')?;
    let is_hash =
        [RENDITION_HASH, 64].contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hash || word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    Some(match ending {
        "avif" => "image/avif",
        "webp" => "image/webp",
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_browsers_are_given_has_a_kind() {
        let hash = "0f".repeat(32);
        let half = &hash[..RENDITION_HASH];
        for (name, expected) in [
            (format!("{half}-640.avif"), Some("image/avif")),
            (format!("{half}0-640.avif"), None),
            (format!("{hash}-asli.gif"), Some("image/gif")),
            (format!("{hash}.jpg"), None),
            (format!("{hash}-640.svg"), None),
            (format!("{hash}-640.jpg.html"), None),
            (format!("{hash}-../x.jpg"), None),
            ("originals".into(), None),
            ("0f-640.jpg".into(), None),
            (String::new(), None),
        ] {
            assert_eq!(kind(&name), expected, "{name}");
        }
    }
}
