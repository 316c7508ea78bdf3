//! Videos of other sites: the address of the embedded player that may replace a still picture.

use url::Url;

/// Host of an address, as readers see it; `None` if the address is not HTTPS.
pub(super) fn host(address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(|url| url.scheme() == "https")?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// Address of the player, if its origin may be framed. For YouTube and Vimeo it is the player that sets no cookie before it plays.
pub(super) fn frame(address: &str, origins: &[String]) -> Option<String> {
    let url = Url::parse(address).ok().filter(|url| url.scheme() == "https")?;
    let player = youtube(&url).or_else(|| vimeo(&url)).unwrap_or(url);
    origins.contains(&player.origin().ascii_serialization()).then(|| player.into())
}

/// Player for addresses such as `youtube.com/watch?v=…`, `/shorts/…`, `/live/…`, `/embed/…` and `youtu.be/…`.
fn youtube(url: &Url) -> Option<Url> {
    let mut path = url.path_segments()?;
    let id = match url.host_str()? {
        "youtu.be" => path.next()?.to_owned(),
        "youtube.com" | "www.youtube.com" | "m.youtube.com" | "www.youtube-nocookie.com" => {
            match path.next()? {
                "watch" => url.query_pairs().find(|(name, _)| name == "v")?.1.into_owned(),
                "shorts" | "live" | "embed" => path.next()?.to_owned(),
                _ => return None,
            }
        }
        _ => return None,
    };
    let is_id = |id: &str| {
        (6..=20).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    is_id(&id).then(|| Url::parse(&format!("https://www.youtube-nocookie.com/embed/{id}?autoplay=1")).ok())?
}

/// Player for the addresses `vimeo.com/…` and `player.vimeo.com/video/…`.
fn vimeo(url: &Url) -> Option<Url> {
    let mut path = url.path_segments()?;
    let id = match url.host_str()? {
        "vimeo.com" | "www.vimeo.com" => path.next()?,
        "player.vimeo.com" => path.next().filter(|word| *word == "video").and_then(|_| path.next())?,
        _ => return None,
    };
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then(|| Url::parse(&format!("https://player.vimeo.com/video/{id}?dnt=1&autoplay=1")).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const YOUTUBE: &str = "https://www.youtube-nocookie.com/embed/a-B_c1d2e3f?autoplay=1";
    const VIMEO: &str = "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1";

    #[test]
    fn an_address_becomes_a_player_where_its_origin_is_named() {
        let origins =
            ["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://v.example.org:8443"]
                .map(str::to_owned);
        for (address, expected) in [
            ("https://www.youtube.com/watch?t=9&v=a-B_c1d2e3f", Some(YOUTUBE)),
            ("https://m.youtube.com/shorts/a-B_c1d2e3f", Some(YOUTUBE)),
            ("https://youtu.be/a-B_c1d2e3f?si=x", Some(YOUTUBE)),
            ("https://www.youtube-nocookie.com/embed/a-B_c1d2e3f", Some(YOUTUBE)),
            ("https://www.youtube.com/watch?v=%22%3E%3Cscript", None),
            ("https://www.youtube.com/@kanal", None),
            ("https://youtu.be/", None),
            ("https://vimeo.com/76979871", Some(VIMEO)),
            ("https://player.vimeo.com/video/76979871?color=x", Some(VIMEO)),
            ("https://vimeo.com/channels", None),
            ("https://v.example.org:8443/7", Some("https://v.example.org:8443/7")),
            ("https://v.example.org/7", None),
            ("http://www.youtube.com/watch?v=a-B_c1d2e3f", None),
            ("javascript:alert(1)", None),
            ("v.mp4", None),
        ] {
            assert_eq!(frame(address, &origins).as_deref(), expected, "{address}");
            assert_eq!(frame(address, &[]), None, "{address}");
        }
    }

    #[test]
    fn readers_are_told_where_they_are_led() {
        for (address, expected) in [
            ("https://www.youtube.com/watch?v=x", Some("youtube.com")),
            ("https://v.example.org/7", Some("v.example.org")),
            ("http://v.example.org/7", None),
            ("javascript:alert(1)", None),
            ("v.mp4", None),
        ] {
            assert_eq!(host(address).as_deref(), expected, "{address}");
        }
    }
}
