//! Encodings between a server function and its caller: form fields for the request, postcard for the response.
//!
//! Both are of our own so that the browser carries little: the framework's codecs of forms and of JSON weigh more there than all calls
//! together. Fields are what a plain HTML form sends too, so that one function answers both.

mod fields;
#[cfg(test)]
mod tests;

use leptos::server_fn::codec::Post;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{ApiError, Next, OpenedArticle, ReaderView};
use crate::islands::GateView;

/// Codec whose request body is the fields of a form.
pub type Fields = Post<FieldsEncoding>;

/// Codec whose response is one byte that tells its [`Kind`], then the value in postcard.
pub type Typed = Post<TypedEncoding>;

/// `application/x-www-form-urlencoded`.
pub struct FieldsEncoding;

/// An [`Outcome`] behind the byte of its kind.
pub struct TypedEncoding;

/// Kind of a response: its first byte. The numbers are no characters of any text, so a proxy's error page is never taken for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Data that the caller goes on with.
    Value = 0,
    /// A [`Next`]: the page that the reader goes to.
    Journey = 1,
    /// An [`ApiError`]: the reason why the call is refused.
    Error = 2,
}

/// Result that a server function may return. The kind belongs to the type, so nobody has to guess it from the bytes.
pub trait Outcome {
    /// First byte of the encoded value.
    const KIND: Kind = Kind::Value;
}

impl Outcome for Next {
    const KIND: Kind = Kind::Journey;
}

impl Outcome for ApiError {
    const KIND: Kind = Kind::Error;
}

impl Outcome for () {}
impl Outcome for bool {}
impl Outcome for String {}
impl Outcome for GateView {}
impl Outcome for OpenedArticle {}
impl Outcome for ReaderView {}
impl<T: Outcome> Outcome for Option<T> {}
impl<T: Outcome> Outcome for Vec<T> {}

impl ContentType for FieldsEncoding {
    const CONTENT_TYPE: &'static str = "application/x-www-form-urlencoded";
}

impl FormatType for FieldsEncoding {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for FieldsEncoding {
    type Error = fields::Unfit;

    fn encode(fields: &T) -> Result<Bytes, Self::Error> {
        fields::written(fields).map(Bytes::from)
    }
}

/// Writes the fields of a struct as a form; `None` for one that no form can hold.
pub(super) fn encode_fields(fields: &impl Serialize) -> Option<String> {
    fields::written(fields).ok()
}

impl<T: DeserializeOwned> Decodes<T> for FieldsEncoding {
    type Error = String;

    #[cfg(feature = "ssr")]
    fn decode(form: Bytes) -> Result<T, String> {
        /// No function takes fields of fields.
        const DEPTH: usize = 5;
        let form = std::str::from_utf8(&form).map_err(|error| error.to_string())?;
        serde_qs::Config::new(DEPTH, false).deserialize_str(form).map_err(|error| error.to_string())
    }

    /// Always fails: nobody calls a server function in the browser.
    #[cfg(not(feature = "ssr"))]
    fn decode(_: Bytes) -> Result<T, String> {
        Err(String::new())
    }
}

impl ContentType for TypedEncoding {
    const CONTENT_TYPE: &'static str = "application/x-postcard";
}

impl FormatType for TypedEncoding {
    const FORMAT_TYPE: Format = Format::Binary;
}

impl<T: Outcome + Serialize> Encodes<T> for TypedEncoding {
    type Error = postcard::Error;

    fn encode(outcome: &T) -> Result<Bytes, Self::Error> {
        postcard::to_extend(outcome, vec![T::KIND as u8]).map(Bytes::from)
    }
}

impl<T: Outcome + DeserializeOwned> Decodes<T> for TypedEncoding {
    type Error = postcard::Error;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        decode(&bytes).ok_or(postcard::Error::DeserializeBadEncoding)
    }
}

/// Reads a response; `None` where it is of another kind, damaged, or none of ours.
pub(super) fn decode<T: Outcome + DeserializeOwned>(response: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(response.strip_prefix(&[T::KIND as u8])?) {
        Ok((value, [])) => Some(value),
        _ => None,
    }
}

/// Content of an encoded response, for code that does not know the type of its value.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A value, which is passed on undecoded.
    Value,
    /// The page that the reader goes to.
    Journey(Next),
    /// The reason why the call was refused.
    Error(ApiError),
}

#[cfg(feature = "ssr")]
impl Said {
    /// Reads a response; `None` where it does not come from a server function.
    pub fn read(answer: &Bytes) -> Option<Self> {
        match *answer.first()? {
            kind if kind == Kind::Value as u8 => Some(Self::Value),
            kind if kind == Kind::Journey as u8 => {
                TypedEncoding::decode(answer.clone()).ok().map(Self::Journey)
            }
            // Which refuses what is none either.
            _ => TypedEncoding::decode(answer.clone()).ok().map(Self::Error),
        }
    }
}
