//! Sign-in methods of an account: passkeys and identities at providers, beside the password.

use domain::account::{AccountId, SignInMethod};
use domain::newsroom::StoreError;

use super::{passkeys, providers};
use crate::error::unavailable;
use crate::row::{damaged, get};
use crate::transaction::Transaction;

const HAS: &str = "SELECT 1 FROM accounts WHERE id = $1 AND (password IS NOT NULL \
                   OR EXISTS (SELECT 1 FROM passkeys WHERE account_id = $1) \
                   OR EXISTS (SELECT 1 FROM identities WHERE account_id = $1))";
/// As forms name them.
const ALL: &str = "SELECT 'passkey:' || id AS method FROM passkeys WHERE account_id = $1 \
                   UNION ALL SELECT 'provider:' || issuer AS method FROM identities WHERE account_id = $1";

/// Whether the reader can sign in by password, passkey or provider.
pub(super) async fn has_sign_in_method(
    transaction: &mut Transaction,
    account: &AccountId,
) -> Result<bool, StoreError> {
    let query = sqlx::query(HAS).bind(account.as_str().to_owned());
    Ok(query.fetch_optional(&mut **transaction).await.map_err(unavailable)?.is_some())
}

/// Removes all passkeys and identities of an account but those in `keep`.
pub(super) async fn keep_only(
    transaction: &mut Transaction,
    account: &AccountId,
    keep: &[SignInMethod],
) -> Result<(), StoreError> {
    let all = sqlx::query(ALL).bind(account.as_str().to_owned());
    for row in all.fetch_all(&mut **transaction).await.map_err(unavailable)? {
        let text: String = get(&row, "method")?;
        match SignInMethod::parse(&text).ok_or_else(|| damaged("sign-in method", &text))? {
            method if keep.contains(&method) => {}
            SignInMethod::Passkey(id) => drop(passkeys::remove(transaction, account, &id).await?),
            SignInMethod::Provider(issuer) => drop(providers::unlink(transaction, account, &issuer).await?),
        }
    }
    Ok(())
}
