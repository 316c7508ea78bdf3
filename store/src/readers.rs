//! Storage of readers: accounts, sessions, confirmations, emails and limits.

mod accounts;
mod confirmations;
mod credentials;
mod departures;
mod limits;
mod outbox;
mod passkeys;
mod providers;
mod reader_import;
mod sessions;
mod sign_in_methods;

use domain::account::{
    Account, AccountId, Confirmation, Email, EmailAddress, EmailKind, PasswordHash, Purpose, ReturnTo,
    Session, SessionId, TokenHash,
};
use domain::article::Language;
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;
use sqlx::{Any, Executor};

use crate::error::unavailable;
use crate::row::{damaged, get, instant};
use crate::sql::Query;

/// Runs a statement; how many rows it changed.
pub(crate) async fn execute<'e>(
    on: impl Executor<'e, Database = Any>,
    query: Query<'_>,
) -> Result<u64, StoreError> {
    Ok(query.execute(on).await.map_err(unavailable)?.rows_affected())
}

/// The first row that a statement returns which writes without a transaction. It is run to its end: SQLite keeps what was written only
/// then, and only then says that it could not.
pub(crate) async fn written<'e>(
    on: impl Executor<'e, Database = Any>,
    query: Query<'_>,
) -> Result<Option<AnyRow>, StoreError> {
    Ok(query.fetch_all(on).await.map_err(unavailable)?.into_iter().next())
}

/// The columns of an [`Account`], of a table `accounts`.
macro_rules! account_columns {
    () => {
        "accounts.id AS account_id, accounts.email AS account_email, accounts.password AS account_password, \
         accounts.language AS account_language, accounts.created_at, accounts.uses_history, \
         accounts.credentials_version"
    };
}
/// The columns of a [`Confirmation`], of a table `confirmations`.
macro_rules! confirmation_columns {
    () => {
        "confirmations.id AS confirmation, confirmations.purpose, confirmations.email, confirmations.account_id, \
         confirmations.password, confirmations.language, confirmations.return_to, confirmations.asked_at"
    };
}
use {account_columns, confirmation_columns};

fn account(row: &AnyRow) -> Result<Account, StoreError> {
    Ok(Account {
        id: AccountId::from_store(get(row, "account_id")?),
        email: address(get(row, "account_email")?)?,
        password: get::<Option<String>>(row, "account_password")?.map(PasswordHash::from_store),
        language: language(get(row, "account_language")?)?,
        created_at: instant(get(row, "created_at")?)?,
        uses_history: get::<i64>(row, "uses_history")? == 1,
        credentials_version: get(row, "credentials_version")?,
    })
}

fn confirmation(row: &AnyRow) -> Result<Confirmation, StoreError> {
    let purpose: String = get(row, "purpose")?;
    Ok(Confirmation {
        id: TokenHash::from_store(get(row, "confirmation")?),
        purpose: Purpose::parse(&purpose).ok_or_else(|| damaged("purpose", &purpose))?,
        email: address(get(row, "email")?)?,
        account: get::<Option<String>>(row, "account_id")?.map(AccountId::from_store),
        password: get::<Option<String>>(row, "password")?.map(PasswordHash::from_store),
        language: language(get(row, "language")?)?,
        return_to: ReturnTo::parse(&get::<String>(row, "return_to")?),
        asked_at: instant(get(row, "asked_at")?)?,
    })
}

fn session(row: &AnyRow) -> Result<Session, StoreError> {
    Ok(Session {
        id: SessionId::from_text(&get::<String>(row, "session")?),
        token: TokenHash::from_store(get(row, "token")?),
        account: AccountId::from_store(get(row, "account_id")?),
        started_at: instant(get(row, "started_at")?)?,
        seen_at: instant(get(row, "seen_at")?)?,
        authenticated_at: instant(get(row, "authenticated_at")?)?,
        device: get(row, "device")?,
    })
}

fn email(row: &AnyRow) -> Result<Email, StoreError> {
    let kind: String = get(row, "kind")?;
    Ok(Email {
        kind: EmailKind::parse(&kind).ok_or_else(|| damaged("letter", &kind))?,
        to: address(get(row, "recipient")?)?,
        confirmation: get::<Option<String>>(row, "confirmation_id")?.map(TokenHash::from_store),
        detail: get(row, "detail")?,
        language: language(get(row, "language")?)?,
    })
}

fn address(text: String) -> Result<EmailAddress, StoreError> {
    EmailAddress::parse(&text).map_err(|_| damaged("address", &text))
}

fn language(tag: String) -> Result<Language, StoreError> {
    Language::parse(&tag).ok_or_else(|| damaged("language", &tag))
}
