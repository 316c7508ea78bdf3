//! Errors of server functions, in the form in which they are sent to the browser.

use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

use super::codec::TypedEncoding;
use crate::text::errors::ErrorText;

/// Form field to which an error belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormField {
    Email,
    Password,
    CurrentPassword,
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

/// Error code. The page turns it into a message in its own language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ApiError {
    /// More than one error, each for another field.
    Several {
        /// Errors in the order of the fields.
        errors: Vec<ApiError>,
    },
    /// A required field is empty.
    Missing {
        /// The empty field.
        field: FormField,
    },
    /// The text is not an email address.
    Email,
    /// The password has too few characters.
    PasswordTooShort {
        /// Minimum number of characters.
        fewest: usize,
    },
    /// The password has too many characters.
    PasswordTooLong {
        /// Maximum number of characters.
        most: usize,
    },
    /// The password contains a character that cannot be typed.
    PasswordUnprintable,
    /// The password is one of those that attackers try first.
    PasswordCommon,
    /// The password is derived from the email address or the site's name.
    PasswordDerived,
    /// No account has this address, or the password is wrong.
    Credentials,
    /// The code is not the one in the email.
    WrongCode,
    /// The link was opened in another browser than the one that requested it.
    OtherBrowser,
    /// The link has already been used.
    LinkUsed,
    /// The link is too old.
    LinkExpired,
    /// The token of the link is malformed or unknown.
    LinkUnknown,
    /// Another account uses the email address.
    Taken,
    /// The reader is not signed in.
    SignedOut,
    /// The account has changed meanwhile.
    Stale,
    /// The last sign-in is too long ago for this change.
    NotFresh,
    /// The provider has not verified the address.
    ProviderEmail,
    /// The provider is not linked to the account of the address.
    NotLinked,
    /// The provider does not respond.
    Provider,
    /// The device's response to a passkey challenge is invalid.
    Passkey,
    /// The account has no other sign-in method than the one to be removed.
    OnlyWay,
    /// The article does not exist, or is not published yet.
    NoArticle,
    /// The reader may not give this article to others.
    NotYours,
    /// The reader has given as many articles as one month allows.
    GiftsUsedUp,
    /// The limit of attempts is reached.
    TooMany {
        /// Seconds until the next attempt is allowed.
        retry_after_seconds: u32,
    },
    /// The server is overloaded.
    Busy,
    /// The database does not respond, or refuses writes; logged.
    Unavailable,
    /// The server was not reached, or something else responded in its place. This error occurs only in the browser.
    Unreachable,
    /// The request is not a valid call of a server function.
    Malformed,
    /// A fault of this program; logged.
    Unexpected,
}

impl FromServerFnError for ApiError {
    type Encoder = TypedEncoding;

    #[cfg(feature = "ssr")]
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        super::denial::of_framework(&error)
    }

    /// The only error that the framework itself finds in the browser is a server that did not respond.
    #[cfg(not(feature = "ssr"))]
    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Unreachable
    }
}

impl ApiError {
    /// Errors that this one consists of: those of `Several`, otherwise this one alone.
    pub fn each(&self) -> &[Self] {
        match self {
            Self::Several { errors } => errors,
            one => std::slice::from_ref(one),
        }
    }

    /// Name of the field beside which the error is shown; `None` if it concerns the form as a whole.
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

    /// Message for the reader.
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
