//! Why a wish was not fulfilled, as it crosses the wire.

use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

use super::codec::TypedEncoding;
use crate::text::errors::ErrorText;

/// A field of a form, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormField {
    /// `email`
    Email,
    /// `password`
    Password,
    /// `current_password`
    CurrentPassword,
    /// `code`
    Code,
}

impl FormField {
    fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Password => "password",
            Self::CurrentPassword => "current_password",
            Self::Code => "code",
        }
    }
}

/// A code; words are found on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ApiError {
    /// More than one of the others: each field has its own.
    Several {
        /// In the order of the fields.
        errors: Vec<ApiError>,
    },
    /// Nothing in a field.
    Missing {
        /// Which.
        field: FormField,
    },
    /// No email address.
    Email,
    /// Fewer characters than this.
    PasswordTooShort {
        /// The fewest.
        fewest: usize,
    },
    /// More characters than this.
    PasswordTooLong {
        /// The most.
        most: usize,
    },
    /// A character that cannot be typed.
    PasswordUnprintable,
    /// Among those tried first.
    PasswordCommon,
    /// Made of the address or the site's name.
    PasswordDerived,
    /// No such account, or another password.
    Credentials,
    /// Another code.
    WrongCode,
    /// Another browser than the one that asked.
    OtherBrowser,
    /// A used link.
    LinkUsed,
    /// An old link.
    LinkExpired,
    /// No link of ours.
    LinkUnknown,
    /// Somebody has the address.
    Taken,
    /// Nobody is signed in.
    SignedOut,
    /// The account has changed meanwhile.
    Stale,
    /// Signed in too long ago.
    NotFresh,
    /// The provider has not verified the address.
    ProviderEmail,
    /// The provider is not linked to the account of the address.
    NotLinked,
    /// The provider does not answer.
    Provider,
    /// The device's answer does not hold.
    Passkey,
    /// The only way in.
    OnlyWay,
    /// No such article, or none yet.
    NoArticle,
    /// An article that this reader may not give.
    NotYours,
    /// All gifts of the month are given.
    GiftsUsedUp,
    /// Too often.
    TooMany {
        /// Until the next try.
        retry_after_seconds: u32,
    },
    /// Too much to do.
    Busy,
    /// The store does not answer, or takes no writes; logged.
    Unavailable,
    /// The server was not reached, or something else answered in its place. Found in the browser alone.
    Unreachable,
    /// A form that is none of ours.
    Malformed,
    /// Our own fault; logged.
    Unexpected,
}

impl FromServerFnError for ApiError {
    type Encoder = TypedEncoding;

    #[cfg(feature = "ssr")]
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        super::denial::of_framework(&error)
    }

    /// In the browser all that the framework can find is that what was asked did not answer.
    #[cfg(not(feature = "ssr"))]
    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Unreachable
    }
}

impl ApiError {
    /// This error alone, or each of several.
    pub fn each(&self) -> &[Self] {
        match self {
            Self::Several { errors } => errors,
            one => std::slice::from_ref(one),
        }
    }

    /// The field that it stands beside; `None` for the form as a whole.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::Email | Self::Taken => Some("email"),
            Self::PasswordTooShort { .. }
            | Self::PasswordTooLong { .. }
            | Self::PasswordUnprintable
            | Self::PasswordCommon
            | Self::PasswordDerived
            | Self::OtherBrowser => Some("password"),
            Self::WrongCode => Some("code"),
            Self::Missing { field } => Some(field.as_str()),
            _ => None,
        }
    }

    /// What to say.
    pub fn words(&self, errors: &ErrorText) -> String {
        match self {
            Self::PasswordTooShort { fewest } => return (errors.too_short)(*fewest),
            Self::PasswordTooLong { most } => return (errors.too_long)(*most),
            Self::TooMany { retry_after_seconds } => return (errors.too_many)(*retry_after_seconds),
            Self::Several { errors: each } => {
                return each.iter().map(|error| error.words(errors)).collect::<Vec<_>>().join(" ");
            }
            Self::Missing { field: FormField::Email } => errors.no_email,
            Self::Missing { field: FormField::Code } => errors.no_code,
            Self::Missing { field: FormField::Password | FormField::CurrentPassword } => errors.no_password,
            Self::Email => errors.email,
            Self::PasswordUnprintable => errors.unprintable,
            Self::PasswordCommon => errors.common,
            Self::PasswordDerived => errors.derived,
            Self::Credentials => errors.credentials,
            Self::WrongCode => errors.code,
            Self::OtherBrowser => errors.other_browser,
            Self::LinkUsed => errors.link_used,
            Self::LinkExpired => errors.link_expired,
            Self::LinkUnknown => errors.link_unknown,
            Self::Taken => errors.taken,
            Self::ProviderEmail => errors.provider_email,
            Self::NotLinked => errors.not_linked,
            Self::Provider => errors.provider,
            Self::Passkey => errors.passkey,
            Self::OnlyWay => errors.only_way,
            Self::NoArticle => errors.no_article,
            Self::NotYours => errors.not_yours,
            Self::GiftsUsedUp => errors.gifts_used_up,
            Self::SignedOut => errors.signed_out,
            Self::Stale => errors.stale,
            Self::NotFresh => errors.not_fresh,
            Self::Busy => errors.busy,
            Self::Unavailable => errors.unavailable,
            Self::Unreachable => errors.unreachable,
            Self::Malformed => errors.malformed,
            Self::Unexpected => errors.unexpected,
        }
        .to_owned()
    }
}
