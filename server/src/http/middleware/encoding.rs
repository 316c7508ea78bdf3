//! Compression of responses in an encoding that the client accepts.

use std::io::Write;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, header};

/// Content encoding of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Identity,
    Gzip,
    Brotli,
}

impl Encoding {
    /// Chooses the best encoding that the request accepts.
    pub(super) fn accepted(headers: &HeaderMap) -> Self {
        let values =
            headers.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
        let mut best = Self::Identity;
        for item in values.flat_map(|value| value.split(',')) {
            let (name, weight) = item.split_once(';').unwrap_or((item, "q=1"));
            let refused = matches!(weight.trim().strip_prefix("q="), Some(q) if q.trim().parse::<f32>().is_ok_and(|q| q <= 0.0));
            match name.trim() {
                _ if refused => {}
                "br" => return Self::Brotli,
                "gzip" => best = Self::Gzip,
                _ => {}
            }
        }
        best
    }

    /// Value of the header Content-Encoding; `None` for uncompressed responses.
    pub(super) fn header(self) -> Option<HeaderValue> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Brotli => Some(HeaderValue::from_static("br")),
        }
    }

    /// Compresses the bytes. `patiently` spends more time for a smaller result, for files that are compressed once and sent for months.
    pub(super) fn compress(self, bytes: &[u8], patiently: bool) -> std::io::Result<Bytes> {
        match self {
            Self::Identity => Ok(Bytes::copy_from_slice(bytes)),
            Self::Gzip => {
                let level = if patiently { Compression::best() } else { Compression::default() };
                let mut packer = GzEncoder::new(Vec::new(), level);
                packer.write_all(bytes)?;
                packer.finish().map(Bytes::from)
            }
            Self::Brotli => {
                let quality = if patiently { 11 } else { 5 };
                let mut compressed = Vec::new();
                let mut writer = brotli::CompressorWriter::new(&mut compressed, 64 * 1024, quality, 22);
                writer.write_all(bytes)?;
                drop(writer);
                Ok(compressed.into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_accepted_encoding_wins() {
        for (value, expected) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip;q=1.0, br;q=0", Encoding::Gzip),
            ("gzip; q=0", Encoding::Identity),
            ("brotli", Encoding::Identity),
            ("", Encoding::Identity),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))]);
            assert_eq!(Encoding::accepted(&headers), expected, "{value}");
        }
    }
}
