//! Round trips: one side reads the same values that the other has written.

use std::fmt::Debug;

use leptos::server_fn::{Bytes, Decodes, Encodes};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{FieldsEncoding, Kind, Outcome, Said, TypedEncoding};
use crate::api::{ApiError, FormField, Next, OpenedArticle, ReaderView, UnitsLeft};

/// All shapes that a field may have.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Shapes {
    #[serde(default)]
    text: String,
    #[serde(default)]
    is_so: bool,
    #[serde(default)]
    maybe: Option<String>,
    #[serde(default)]
    list: Vec<String>,
    #[serde(default)]
    last: String,
}

const TEXTS: [&str; 12] = [
    "",
    " ",
    "a b+c",
    "a&b=c",
    "50 % & \"lebih\"",
    "[]",
    "kuda[ungu]",
    "é ü 漢字 🦄",
    "\r\n\t",
    "a/b?c#d",
    "<script>",
    "~-_.!*'()",
];

fn written(fields: &impl Serialize) -> String {
    String::from_utf8(FieldsEncoding::encode(fields).unwrap().to_vec()).unwrap()
}

fn read<T: DeserializeOwned>(form: &str) -> Result<T, String> {
    FieldsEncoding::decode(Bytes::copy_from_slice(form.as_bytes()))
}

#[test]
fn what_the_browser_writes_the_server_reads() {
    for text in TEXTS {
        for list in [vec![], vec![text.to_owned()], vec!["a".to_owned(), text.to_owned(), "z".to_owned()]] {
            for (maybe, is_so) in [(None, false), (Some(text.to_owned()), true)] {
                let last = text.to_owned();
                let shapes = Shapes { text: text.to_owned(), is_so, maybe, list: list.clone(), last };
                let sent = written(&shapes);
                // A form cannot tell an empty field from none.
                let maybe = shapes.maybe.clone().filter(|text| !text.is_empty());
                assert_eq!(read(&sent), Ok(Shapes { maybe, ..shapes }), "{text:?}");
            }
        }
    }
    assert_eq!(read("").as_ref(), Ok(&Shapes::default()));
}

#[test]
fn a_form_of_the_browser_itself_reads_the_same() {
    let shapes = Shapes {
        text: "a b & ü".to_owned(),
        list: vec!["satu".to_owned(), "dua dua".to_owned()],
        ..Shapes::default()
    };
    let plain = "text=a+b+%26+%C3%BC&list%5B%5D=satu&list%5B%5D=dua+dua&last=";
    assert_eq!(read(plain).as_ref(), Ok(&shapes));
    assert_eq!(
        written(&shapes),
        "text=a%20b%20%26%20%C3%BC&is_so=false&list[]=satu&list[]=dua%20dua&last=",
        "the same fields by the same names"
    );
}

#[test]
fn what_no_form_can_hold_is_refused() {
    #[derive(Serialize)]
    struct Inner<T> {
        field: T,
    }
    assert!(FieldsEncoding::encode(&"text").is_err());
    assert!(FieldsEncoding::encode(&Inner { field: 1.5 }).is_err());
    assert!(FieldsEncoding::encode(&Inner { field: Inner { field: "a" } }).is_err());
    assert!(FieldsEncoding::encode(&Inner { field: ("a", "b") }).is_err());
    assert!(read::<Shapes>("is_so=perhaps").is_err());
    assert!(<FieldsEncoding as Decodes<Shapes>>::decode(Bytes::from_static(b"text=\xff")).is_err());
}

fn crosses<T: Outcome + Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let bytes = TypedEncoding::encode(value).unwrap();
    assert_eq!(bytes[0], T::KIND as u8);
    let read: T = TypedEncoding::decode(bytes.clone()).unwrap();
    assert_eq!(&read, value);
    let longer = Bytes::from([&bytes[..], b"x"].concat());
    assert!(<TypedEncoding as Decodes<T>>::decode(longer).is_err(), "something behind it");
}

#[test]
fn answers_cross_the_wire_as_they_are() {
    crosses(&());
    crosses(&true);
    crosses(&"漢字 🦄".to_owned());
    crosses(&vec!["7".to_owned(), String::new()]);
    crosses(&ReaderView { email: "sari@example.com".to_owned(), is_spared_ads: true });
    crosses(&OpenedArticle {
        body: Some("<p>a</p>".to_owned()),
        gate: None,
        left: Some(UnitsLeft { left: 1, granted: 2 }),
    });
    crosses(&Next { path: "/koran".to_owned() });
    for error in [
        ApiError::Missing { field: FormField::Code },
        ApiError::PasswordTooShort { fewest: 12 },
        ApiError::TooMany { retry_after_seconds: 86_400 },
        ApiError::Unexpected,
    ] {
        crosses(&error);
        crosses(&ApiError::Several { errors: vec![error, ApiError::Email] });
    }
}

#[test]
fn the_kind_of_an_answer_is_told_and_not_guessed() {
    let next = Next { path: "/koran".to_owned() };
    let said = |bytes: Bytes| Said::read(&bytes);
    assert_eq!(said(TypedEncoding::encode(&next).unwrap()), Some(Said::Journey(next.clone())));
    assert_eq!(said(TypedEncoding::encode(&next.path).unwrap()), Some(Said::Value), "of the same bytes");
    let error = ApiError::Stale;
    assert_eq!(said(TypedEncoding::encode(&error).unwrap()), Some(Said::Error(error)));
    for other in ["", "<!DOCTYPE html>", "{\"path\":\"/\"}", "\u{1}", "\u{2}\u{7f}", "\n"] {
        assert_eq!(said(Bytes::copy_from_slice(other.as_bytes())), None, "{other:?}");
        assert!(<TypedEncoding as Decodes<Next>>::decode(Bytes::copy_from_slice(other.as_bytes())).is_err());
    }
    assert_eq!([Kind::Value as u8, Kind::Journey as u8, Kind::Error as u8], [0, 1, 2]);
}
