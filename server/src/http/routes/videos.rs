//! The newsroom's videos and their captions, whole or in parts. Under a name, the bytes never change.

use std::ops::Range;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};

use crate::http::middleware::headers::{harmless_player, immutable};
use crate::http::middleware::range::Asked;
use crate::pictures::Storage;
use crate::videos::at;

/// The videos of a folder or a bucket.
pub fn routes(storage: Storage) -> Router {
    Router::new().route("/video/{name}", get(video)).with_state(storage)
}

async fn video(
    State(storage): State<Storage>,
    Path(name): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let Some(kind) = kind(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match answer(&storage, &name, &method, &headers).await {
        Ok(Some(mut answer)) => {
            for (name, value) in always(&name, kind) {
                answer.headers_mut().insert(name, value);
            }
            answer
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, name, "a video could not be had");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// `None` where nothing is there.
async fn answer(
    storage: &Storage,
    name: &str,
    method: &Method,
    headers: &HeaderMap,
) -> Result<Option<Response>, object_store::Error> {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let tag = tag(name);
    let is_known = |tags: &str| {
        tags.split(',').any(|known| ["*", &tag].contains(&known.trim().trim_start_matches("W/")))
    };
    let Some(size) = storage.size(&at(name)).await? else {
        return Ok(None);
    };
    if text(header::IF_NONE_MATCH).is_some_and(is_known) {
        return Ok(Some(StatusCode::NOT_MODIFIED.into_response()));
    }
    // Whoever has the beginning of another file wants all of this one.
    let is_same = text(header::IF_RANGE).is_none_or(|known| known.trim() == tag);
    let range = text(header::RANGE).filter(|_| is_same && *method == Method::GET);
    Ok(Some(match Asked::of(range, size) {
        Asked::Nothing => {
            (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{size}"))])
                .into_response()
        }
        Asked::Part(Range { start, end }) => {
            let part = format!("bytes {start}-{}/{size}", end - 1);
            let head = [(header::CONTENT_RANGE, part), (header::CONTENT_LENGTH, (end - start).to_string())];
            let body = storage.part(&at(name), start..end).await?.into_stream();
            (StatusCode::PARTIAL_CONTENT, head, Body::from_stream(body)).into_response()
        }
        Asked::Whole => {
            let is_empty = *method == Method::HEAD || size == 0;
            let body = if is_empty {
                Body::empty()
            } else {
                Body::from_stream(storage.part(&at(name), 0..size).await?.into_stream())
            };
            ([(header::CONTENT_LENGTH, size.to_string())], body).into_response()
        }
    }))
}

fn tag(name: &str) -> String {
    format!("\"{name}\"")
}

/// Said with everything that is there.
fn always(name: &str, kind: &'static str) -> Vec<(HeaderName, HeaderValue)> {
    let mut always = vec![
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        (header::CONTENT_SECURITY_POLICY, harmless_player()),
        immutable(),
    ];
    // A name that has a kind is plain ASCII.
    always.extend(HeaderValue::from_str(&tag(name)).map(|tag| (header::ETAG, tag)));
    always
}

/// The kind of a name that a video or captions can have: a hash and an ending.
fn kind(name: &str) -> Option<&'static str> {
    let (hash, ending) = name.split_once('.')?;
    if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    Some(match ending {
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "vtt" => "text/vtt; charset=utf-8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_videos_and_captions_have_a_kind() {
        let hash = "0f".repeat(32);
        for (name, expected) in [
            (format!("{hash}.mp4"), Some("video/mp4")),
            (format!("{hash}.webm"), Some("video/webm")),
            (format!("{hash}.vtt"), Some("text/vtt; charset=utf-8")),
            (format!("{hash}.html"), None),
            (format!("{hash}.mp4.html"), None),
            (format!("../{hash}.mp4"), None),
            ("0f.mp4".into(), None),
            (String::new(), None),
        ] {
            assert_eq!(kind(&name), expected, "{name}");
        }
    }
}
