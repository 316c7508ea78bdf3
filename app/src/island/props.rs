//! Props of islands as an attribute: postcard, with every byte that is no plain letter escaped.
//!
//! Not base64, which hides from compression that most of it stands in the markup a second time.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Before the two hexadecimal digits of a byte.
const ESCAPE: u8 = b'~';

/// Empty for props that hold nothing.
pub(super) fn encode<T: Serialize>(props: &T) -> String {
    let bytes = postcard::to_allocvec(props).expect("props hold nothing that postcard refuses");
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4);
    for byte in bytes {
        if matches!(byte, b' '..=b'}') && !matches!(byte, b'"' | b'&' | b'<' | b'>') {
            text.push(char::from(byte));
        } else {
            text.push(char::from(ESCAPE));
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from_digit(digit.into(), 16).expect("four bits are one digit"));
            }
        }
    }
    text
}

/// `None` for what was not encoded from these props.
#[cfg_attr(not(any(feature = "hydrate", test)), expect(dead_code, reason = "the server only writes props"))]
pub(super) fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == ESCAPE { digit(rest.next()?)? << 4 | digit(rest.next()?)? } else { byte });
    }
    postcard::from_bytes(&bytes).ok()
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn props_come_back_as_they_were() {
        for words in ["", "Berikutnya", "\"<&>~\0\u{7f}é 漢", &"~".repeat(300)] {
            let props = (words.to_owned(), Some(7_u32), vec![true, false]);
            let text = encode(&props);
            assert_eq!(decode(&text), Some(props));
            assert!(
                text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"\"&<>".contains(&byte)),
                "{text}"
            );
        }
    }

    #[test]
    fn props_that_hold_nothing_take_no_room() {
        assert_eq!(encode(&()), "");
        assert_eq!(decode(""), Some(()));
    }

    #[test]
    fn what_was_not_encoded_is_refused() {
        for text in ["~", "~0", "~zz", "~ff", "\u{5}ab"] {
            assert_eq!(decode::<String>(text), None, "{text}");
        }
    }
}
