//! Detection of a video's format by its bytes; the file name is not trusted.

/// Brands of files that begin like MP4 but are pictures or audio.
const OTHERS: [&[u8]; 8] = [b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1", b"M4A ", b"M4B "];
/// Prefixes of the brands that mark MP4 videos.
const MP4: [&[u8]; 6] = [b"iso", b"mp4", b"avc1", b"M4V", b"dash", b"cmf"];
/// Document type `webm` in the header of an EBML file; browsers do not play other kinds of Matroska.
const WEBM: &[u8] = b"\x42\x82\x84webm";

/// File name extension of a video, by its first bytes; `None` for a format that browsers do not play.
pub(super) fn ending(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"\x1a\x45\xdf\xa3") {
        return head.windows(WEBM.len()).any(|words| words == WEBM).then_some("webm");
    }
    is_mp4(head).unwrap_or(false).then_some("mp4")
}

/// Parses the first box, which consists of its length, `ftyp`, a brand, a version, and further brands.
fn is_mp4(head: &[u8]) -> Option<bool> {
    let length = u32::from_be_bytes(head.get(..4)?.try_into().ok()?);
    let length = usize::try_from(length).ok().filter(|length| *length >= 16)?;
    if head.get(4..8)? != b"ftyp" {
        return None;
    }
    let first = head.get(8..12)?;
    let further = head.get(16..length.min(head.len())).unwrap_or_default().chunks_exact(4);
    let says_mp4 = |brand: &[u8]| MP4.iter().any(|start| brand.starts_with(start));
    Some(!OTHERS.contains(&first) && further.chain([first]).any(says_mp4))
}

/// Whether bytes are WebVTT: they are UTF-8 and begin with `WEBVTT`.
pub(super) fn are_captions(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let rest = text.strip_prefix("WEBVTT");
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_video_is_known_by_its_bytes() {
        for (head, expected) in [
            (&b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41\0\0\0\x08free"[..], Some("mp4")),
            (b"\0\0\0\x14ftypM4V \0\0\0\0mp42", Some("mp4")),
            (b"\0\0\0\x10ftypmp42\0\0\0\0", Some("mp4")),
            (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87", Some("webm")),
            (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska", None),
            (b"\0\0\0\x20ftypavif\0\0\0\0avifmif1miafiso8", None),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", None),
            (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", None),
            (b"\0\0\0\x08ftypisom\0\0\0\0", None),
            (b"\0\0\0\x10ftyp", None),
            (b"<html><script>alert(1)</script></html>", None),
            (b"ftyp", None),
            (b"", None),
        ] {
            assert_eq!(ending(head), expected, "{}", head.escape_ascii());
        }
    }

    #[test]
    fn captions_are_known_by_their_head() {
        for (bytes, expected) in [
            (&b"WEBVTT"[..], true),
            (b"WEBVTT - Judul\n\n00:00.000 --> 00:01.000\nKata", true),
            (b"\xef\xbb\xbfWEBVTT\r\n", true),
            (b"WEBVTTX", false),
            (b"1\n00:00:00,000 --> 00:00:01,000\nSubRip", false),
            (b"WEBVTT\n\n\xff", false),
            (b"", false),
        ] {
            assert_eq!(are_captions(bytes), expected, "{}", bytes.escape_ascii());
        }
    }
}
