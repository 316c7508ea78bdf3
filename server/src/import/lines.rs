//! Lines of a file that may be compressed, may not be text, and may never end.

use std::io::{self, BufRead, BufReader, Read};

use flate2::read::MultiGzDecoder;

/// The longest line that is a record: a book has fewer bytes.
pub const LONGEST: usize = 8 * 1024 * 1024;

/// One line, without its end.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// At most [`LONGEST`] bytes.
    Whole(Vec<u8>),
    /// More than that; only its length was kept.
    TooLong {
        /// Bytes.
        length: u64,
    },
}

/// The file is of a kind that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// Compressed in another way than gzip.
    #[error("it is a {0} file; unpack it, or pack it with gzip")]
    Packed(&'static str),
    /// Of another format than the command reads.
    #[error("{0}")]
    Format(String),
    /// It cannot be read at all.
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// The lines of a source, in order.
pub struct Lines<'a> {
    source: Box<dyn BufRead + Send + 'a>,
}

/// The bytes of a source, unpacked and without a byte order mark. Its first bytes tell whether it is packed; its name may lie.
pub fn unpacked<'a>(source: impl Read + Send + 'a) -> Result<Box<dyn BufRead + Send + 'a>, OpenFault> {
    const KINDS: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "zip"),
        (b"BZh", "bzip2"),
        (b"\xfd7zXZ", "xz"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
        (b"7z\xbc\xaf", "7z"),
    ];
    let mut source = BufReader::with_capacity(128 * 1024, source);
    let head = source.fill_buf()?;
    if let Some((_, kind)) = KINDS.into_iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(OpenFault::Packed(kind));
    }
    let gzip = head.starts_with(b"\x1f\x8b");
    let byte_order_mark = head.starts_with(b"\xef\xbb\xbf");
    if byte_order_mark {
        source.consume(3);
    }
    Ok(if gzip {
        Box::new(BufReader::with_capacity(128 * 1024, MultiGzDecoder::new(source)))
    } else {
        Box::new(source)
    })
}

impl<'a> Lines<'a> {
    pub fn new(source: impl Read + Send + 'a) -> Result<Self, OpenFault> {
        Ok(Self { source: unpacked(source)? })
    }

    /// The next line; `None` at the end.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        let mut length = 0_u64;
        loop {
            let buffer = match self.source.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            if buffer.is_empty() {
                return Ok((length > 0).then(|| finish(line, length)));
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = &buffer[..end.unwrap_or(buffer.len())];
            length += part.len() as u64;
            if length <= LONGEST as u64 {
                line.extend_from_slice(part);
            } else {
                line = Vec::new();
            }
            let used = part.len() + usize::from(end.is_some());
            self.source.consume(used);
            if end.is_some() {
                return Ok(Some(finish(line, length)));
            }
        }
    }
}

fn finish(mut line: Vec<u8>, length: u64) -> Line {
    if length > LONGEST as u64 {
        return Line::TooLong { length };
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Line::Whole(line)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn lines(bytes: &[u8]) -> Vec<Line> {
        let mut lines = Lines::new(bytes).unwrap();
        std::iter::from_fn(|| lines.next_line().unwrap()).collect()
    }

    #[test]
    fn lines_end_as_they_may() {
        let whole = |text: &str| Line::Whole(text.into());
        for (bytes, expected) in [
            (&b""[..], vec![]),
            (b"a\nb\n", vec![whole("a"), whole("b")]),
            (b"a\r\n\nb", vec![whole("a"), whole(""), whole("b")]),
            (b"\xef\xbb\xbfa\n", vec![whole("a")]),
            (b"\xff\xfe\n", vec![Line::Whole(vec![0xff, 0xfe])]),
        ] {
            assert_eq!(lines(bytes), expected);
        }
    }

    #[test]
    fn packed_lines_are_unpacked_whatever_the_name() {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(b"a\nb\n").unwrap();
        let mut twice = packer.finish().unwrap();
        twice.extend(twice.clone());
        assert_eq!(lines(&twice).len(), 4, "a file of two members");
        let zip = Lines::new(&b"PK\x03\x04rest"[..]).err().unwrap().to_string();
        assert!(zip.contains("zip"), "{zip}");
    }

    #[test]
    fn an_endless_line_is_measured_but_not_kept() {
        let mut bytes = vec![b'x'; LONGEST + 1];
        bytes.extend_from_slice(b"\nb\n");
        assert_eq!(lines(&bytes), [Line::TooLong { length: LONGEST as u64 + 1 }, Line::Whole(b"b".into())]);
    }
}
