//! Parser of the header Range (RFC 9110, section 14).

use std::ops::Range;

/// Part of a file that a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// The whole file: there is no range, an unknown unit, or a list of ranges, which servers may ignore.
    Whole,
    /// Bytes from the start to the end, which is exclusive.
    Part(Range<u64>),
    /// A range outside the file.
    Nothing,
}

impl Asked {
    /// Parses a header such as `bytes=0-499`, `bytes=500-` or `bytes=-500`.
    pub fn of(header: Option<&str>, size: u64) -> Self {
        let range = header.and_then(|header| header.trim().split_once('='));
        let Some((unit, range)) = range else { return Self::Whole };
        if !unit.trim().eq_ignore_ascii_case("bytes") {
            return Self::Whole;
        }
        let Some((from, to)) = range.trim().split_once('-') else { return Self::Whole };
        match (number(from), number(to)) {
            (Number::None, Number::Some(last)) if last > 0 && size > 0 => {
                Self::Part(size.saturating_sub(last)..size)
            }
            (Number::Some(from), Number::None) if from < size => Self::Part(from..size),
            (Number::Some(from), Number::Some(to)) if from > to => Self::Whole,
            (Number::Some(from), Number::Some(to)) if from < size => {
                Self::Part(from..to.saturating_add(1).min(size))
            }
            (Number::Bad, _) | (_, Number::Bad) | (Number::None, Number::None) => Self::Whole,
            _ => Self::Nothing,
        }
    }
}

enum Number {
    None,
    Some(u64),
    Bad,
}

/// Parses digits. A number that is too large for the type is treated as the largest one.
fn number(text: &str) -> Number {
    match text.trim() {
        "" => Number::None,
        digits if digits.bytes().all(|digit| digit.is_ascii_digit()) => {
            Number::Some(digits.parse().unwrap_or(u64::MAX))
        }
        _ => Number::Bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_a_part_the_whole_or_nothing() {
        let part = Asked::Part;
        for (header, expected) in [
            ("bytes=0-9", part(0..10)),
            ("bytes=0-0", part(0..1)),
            ("bytes=90-", part(90..100)),
            ("bytes=-10", part(90..100)),
            ("bytes=-1000", part(0..100)),
            ("Bytes = 5-7", part(5..8)),
            ("bytes=99-18446744073709551615", part(99..100)),
            ("bytes=99-99999999999999999999999", part(99..100)),
            ("bytes=100-", Asked::Nothing),
            ("bytes=100-200", Asked::Nothing),
            ("bytes=99999999999999999999999-", Asked::Nothing),
            ("bytes=-0", Asked::Nothing),
            ("bytes=9-0", Asked::Whole),
            ("bytes=0-1,3-4", Asked::Whole),
            ("bytes=-", Asked::Whole),
            ("bytes=--1", Asked::Whole),
            ("bytes=+1-2", Asked::Whole),
            ("bytes=a-b", Asked::Whole),
            ("bytes=", Asked::Whole),
            ("items=0-1", Asked::Whole),
            ("0-1", Asked::Whole),
            ("", Asked::Whole),
        ] {
            assert_eq!(Asked::of(Some(header), 100), expected, "{header}");
        }
        assert_eq!(Asked::of(None, 100), Asked::Whole);
        for header in ["bytes=0-", "bytes=-1", "bytes=0-0"] {
            assert_eq!(Asked::of(Some(header), 0), Asked::Nothing, "{header}");
        }
    }
}
