//! Conversion of the domain's refusals into errors of the API, with their HTTP status and headers.

use domain::account::{AccountError, BadPassword};
use domain::newsroom::StoreError;
use http::StatusCode;
use leptos::server_fn::error::ServerFnErrorErr;

use super::ApiError;
use crate::context::RETRY_AFTER_SECONDS;
use crate::pages::PageError;

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

impl From<PageError> for ApiError {
    fn from(error: PageError) -> Self {
        match error {
            PageError::NotFound => Self::NoArticle,
            PageError::Unavailable => Self::Unavailable,
            _ => Self::Unexpected,
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

/// Converts an error of the framework: a request that cannot be decoded is malformed, everything else is logged and unexpected.
pub(super) fn of_framework(error: &ServerFnErrorErr) -> ApiError {
    match error {
        ServerFnErrorErr::Args(_)
        | ServerFnErrorErr::MissingArg(_)
        | ServerFnErrorErr::Deserialization(_) => ApiError::Malformed,
        error => {
            tracing::error!(%error, "a server function failed");
            ApiError::Unexpected
        }
    }
}

impl ApiError {
    /// HTTP status of the response; 5xx only where the fault is on our side.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Credentials | Self::SignedOut | Self::NotFresh => StatusCode::UNAUTHORIZED,
            Self::LinkUsed | Self::LinkExpired => StatusCode::GONE,
            Self::LinkUnknown | Self::NoArticle => StatusCode::NOT_FOUND,
            Self::NotYours => StatusCode::FORBIDDEN,
            Self::Taken | Self::NotLinked | Self::OnlyWay | Self::GiftsUsedUp | Self::Stale => {
                StatusCode::CONFLICT
            }
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::Unavailable | Self::Unreachable | Self::Provider => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unexpected => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// Seconds to wait before another try.
    pub fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::TooMany { retry_after_seconds } => Some(*retry_after_seconds),
            Self::Busy => Some(2),
            Self::Unavailable => Some(RETRY_AFTER_SECONDS),
            _ => None,
        }
    }
}
