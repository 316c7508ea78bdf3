//! Why a wish was not fulfilled, as it crosses the wire.

use domain::account::{AccountError, BadPassword};
use domain::newsroom::StoreError;
use http::StatusCode;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

use crate::context::RETRY_AFTER_SECONDS;
use crate::text::account::{AccountText, ErrorText};

/// A field of a form, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[serde(tag = "code", rename_all = "snake_case")]
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
    /// A form that is none of ours.
    Malformed,
    /// Our own fault; logged.
    Unexpected,
}

impl From<AccountError> for ApiError {
    fn from(denied: AccountError) -> Self {
        match denied {
            AccountError::Email => Self::Email,
            AccountError::Password(bad) => bad.into(),
            AccountError::Credentials => Self::Credentials,
            AccountError::Code => Self::WrongCode,
            AccountError::OtherBrowser => Self::OtherBrowser,
            AccountError::LinkUsed => Self::LinkUsed,
            AccountError::LinkExpired => Self::LinkExpired,
            AccountError::LinkUnknown => Self::LinkUnknown,
            AccountError::Taken => Self::Taken,
            AccountError::SignedOut => Self::SignedOut,
            AccountError::Stale => Self::Stale,
            AccountError::NotFresh => Self::NotFresh,
            AccountError::ProviderEmail => Self::ProviderEmail,
            AccountError::NotLinked => Self::NotLinked,
            AccountError::Provider(error) => {
                tracing::warn!(%error, "a provider failed");
                Self::Provider
            }
            AccountError::Passkey(error) => {
                tracing::debug!(%error, "a passkey was refused");
                Self::Passkey
            }
            AccountError::OnlyWay => Self::OnlyWay,
            AccountError::TooMany { retry_after_seconds } => Self::TooMany { retry_after_seconds },
            AccountError::Busy => Self::Busy,
            AccountError::Store(error) => {
                tracing::error!(%error, "the store failed");
                match error {
                    StoreError::Unavailable(_) => Self::Unavailable,
                    StoreError::Refused(_) | StoreError::Damaged(_) => Self::Unexpected,
                }
            }
        }
    }
}

impl From<BadPassword> for ApiError {
    fn from(bad: BadPassword) -> Self {
        match bad {
            BadPassword::TooShort(fewest) => Self::PasswordTooShort { fewest },
            BadPassword::TooLong(most) => Self::PasswordTooLong { most },
            BadPassword::Unprintable => Self::PasswordUnprintable,
            BadPassword::Common => Self::PasswordCommon,
            BadPassword::Derived => Self::PasswordDerived,
        }
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => Self::Malformed,
            error => {
                tracing::error!(%error, "a server function failed");
                Self::Unexpected
            }
        }
    }
}

impl ApiError {
    /// Of the answer. 5xx only where the fault is ours.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Credentials | Self::SignedOut | Self::NotFresh => StatusCode::UNAUTHORIZED,
            Self::LinkUsed | Self::LinkExpired => StatusCode::GONE,
            Self::LinkUnknown => StatusCode::NOT_FOUND,
            Self::NotYours => StatusCode::FORBIDDEN,
            Self::Taken | Self::NotLinked | Self::OnlyWay | Self::GiftsUsedUp | Self::Stale => {
                StatusCode::CONFLICT
            }
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::Unavailable | Self::Provider => StatusCode::SERVICE_UNAVAILABLE,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unexpected => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// Seconds after which to try again.
    pub fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::TooMany { retry_after_seconds } => Some(*retry_after_seconds),
            Self::Busy => Some(2),
            Self::Unavailable => Some(RETRY_AFTER_SECONDS),
            _ => None,
        }
    }

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
    pub fn words(&self, text: &AccountText) -> String {
        let errors: &ErrorText = &text.errors;
        match self {
            Self::PasswordTooShort { fewest } => return (errors.too_short)(*fewest),
            Self::PasswordTooLong { most } => return (errors.too_long)(*most),
            Self::TooMany { retry_after_seconds } => return (errors.too_many)(*retry_after_seconds),
            Self::Several { errors } => {
                return errors.iter().map(|error| error.words(text)).collect::<Vec<_>>().join(" ");
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
            Self::OtherBrowser => text.other_browser,
            Self::LinkUsed => text.link_used,
            Self::LinkExpired => text.link_expired,
            Self::LinkUnknown => text.link_unknown,
            Self::Taken => errors.taken,
            Self::ProviderEmail => errors.provider_email,
            Self::NotLinked => errors.not_linked,
            Self::Provider => errors.provider,
            Self::Passkey => errors.passkey,
            Self::OnlyWay => errors.only_way,
            Self::NotYours => errors.not_yours,
            Self::GiftsUsedUp => errors.gifts_used_up,
            Self::SignedOut => errors.signed_out,
            Self::Stale => errors.stale,
            Self::NotFresh => errors.not_fresh,
            Self::Busy => errors.busy,
            Self::Unavailable => errors.unavailable,
            Self::Malformed => errors.malformed,
            Self::Unexpected => errors.unexpected,
        }
        .to_owned()
    }
}
