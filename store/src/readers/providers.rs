//! Logins at providers, and the identities that are linked to accounts.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{
    Account, AccountId, Entry, Identity, Notice, OidcLogin, ProviderStore, Redemption, ReturnTo, TokenHash,
    Written,
};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use super::confirmations::OTHERS;
use super::credentials::{enter, raise, tell};
use super::sign_in_methods::has_sign_in_method;
use super::{account, account_columns, accounts, execute, written};
use crate::database::Database;
use crate::error::unavailable;
use crate::row::{get, instant};
use crate::transaction::Transaction;

const INSERT_LOGIN: &str = "INSERT INTO oidc_logins (id, provider, state, nonce, verifier, return_to, account_id, started_at) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const TAKE_LOGIN: &str = "DELETE FROM oidc_logins WHERE id = $1 \
                         RETURNING id, provider, state, nonce, verifier, return_to, account_id, started_at";
const OWNER: &str = concat!(
    "SELECT ",
    account_columns!(),
    " FROM identities JOIN accounts ON accounts.id = identities.account_id \
     WHERE identities.issuer = $1 AND identities.subject = $2"
);
const LINK: &str = "INSERT INTO identities (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4) \
                    ON CONFLICT (issuer, subject) DO NOTHING";

const OF_ACCOUNT: &str = "SELECT issuer, subject FROM identities WHERE account_id = $1 ORDER BY issuer";
const UNLINK: &str = "DELETE FROM identities WHERE account_id = $1 AND issuer = $2";

#[async_trait]
impl ProviderStore for Database {
    async fn insert_login(
        &self,
        oidc_login: &OidcLogin,
        account: Option<&Account>,
    ) -> Result<Written, StoreError> {
        let query = sqlx::query(INSERT_LOGIN)
            .bind(oidc_login.id.as_str().to_owned())
            .bind(oidc_login.provider.clone())
            .bind(oidc_login.state.clone())
            .bind(oidc_login.nonce.clone())
            .bind(oidc_login.verifier.clone())
            .bind(oidc_login.return_to.as_str().to_owned())
            .bind(oidc_login.account.as_ref().map(|account| account.as_str().to_owned()))
            .bind(oidc_login.started_at.timestamp_millis());
        self.write_on(account, query).await
    }

    async fn take_login(&self, id: &TokenHash) -> Result<Option<OidcLogin>, StoreError> {
        let query = sqlx::query(TAKE_LOGIN).bind(id.as_str().to_owned());
        let row = written(self.writer()?, query).await?;
        row.as_ref().map(oidc_login).transpose()
    }

    async fn account_by(&self, identity: &Identity) -> Result<Option<Account>, StoreError> {
        let query = sqlx::query(OWNER).bind(identity.issuer.clone()).bind(identity.subject.clone());
        Ok(self.rows(query, account).await?.into_iter().next())
    }

    async fn open_account_by(
        &self,
        identity: &Identity,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError> {
        let mut transaction = self.begin().await?;
        if !accounts::insert(&mut transaction, account, now).await? {
            return Ok(Redemption::Taken);
        }
        if !link(&mut transaction, identity, &account.id, now).await? {
            return Ok(Redemption::Gone);
        }
        // Who else asked with this address has not shown that it is theirs.
        let others = sqlx::query(OTHERS);
        execute(&mut *transaction, others.bind(account.email.as_str().to_owned())).await?;
        enter(&mut transaction, entry, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Redemption::Done)
    }

    async fn link_identity(
        &self,
        identity: &Identity,
        account: &Account,
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !raise(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        if !link(&mut transaction, identity, &account.id, now).await? {
            let owner = sqlx::query(
                "SELECT 1 FROM identities WHERE issuer = $1 AND subject = $2 AND account_id = $3",
            );
            let owner = owner.bind(identity.issuer.clone()).bind(identity.subject.clone());
            let owner = owner.bind(account.id.as_str().to_owned());
            let is_own = owner.fetch_optional(&mut *transaction).await.map_err(unavailable)?.is_some();
            return Ok(if is_own { Written::Done } else { Written::Taken });
        }
        tell(&mut transaction, notice, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }

    async fn identities(&self, account: &AccountId) -> Result<Vec<Identity>, StoreError> {
        let query = sqlx::query(OF_ACCOUNT);
        let identity =
            |row: &AnyRow| Ok(Identity { issuer: get(row, "issuer")?, subject: get(row, "subject")? });
        self.rows(query.bind(account.as_str().to_owned()), identity).await
    }

    async fn unlink_identity(
        &self,
        account: &Account,
        issuer: &str,
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !raise(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        if unlink(&mut transaction, &account.id, issuer).await? == 0 {
            return Ok(Written::Done);
        }
        if !has_sign_in_method(&mut transaction, &account.id).await? {
            return Ok(Written::OnlyWay);
        }
        tell(&mut transaction, notice, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }
}

pub(super) async fn unlink(
    transaction: &mut Transaction,
    account: &AccountId,
    issuer: &str,
) -> Result<u64, StoreError> {
    let query = sqlx::query(UNLINK).bind(account.as_str().to_owned()).bind(issuer.to_owned());
    execute(&mut **transaction, query).await
}

/// False where somebody has the identity.
async fn link(
    transaction: &mut Transaction,
    identity: &Identity,
    account: &AccountId,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let query = sqlx::query(LINK)
        .bind(identity.issuer.clone())
        .bind(identity.subject.clone())
        .bind(account.as_str().to_owned())
        .bind(now.timestamp_millis());
    Ok(execute(&mut **transaction, query).await? == 1)
}

fn oidc_login(row: &AnyRow) -> Result<OidcLogin, StoreError> {
    Ok(OidcLogin {
        id: TokenHash::from_store(get(row, "id")?),
        provider: get(row, "provider")?,
        state: get(row, "state")?,
        nonce: get(row, "nonce")?,
        verifier: get(row, "verifier")?,
        return_to: ReturnTo::parse(&get::<String>(row, "return_to")?),
        account: get::<Option<String>>(row, "account_id")?.map(AccountId::from_store),
        started_at: instant(get(row, "started_at")?)?,
    })
}
