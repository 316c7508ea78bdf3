//! Emails: what is to be sent, when it is tried again, and what became of it.
//!
//! The outbox holds no links and no codes: they are made when an email is sent, so that no copy of the store holds one that works.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    AccountError, AccountService, Code, Confirmation, EmailAddress, Link, Purpose, Token, TokenHash,
};
use crate::article::Language;

/// Subject of an email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailKind {
    /// It carries the link of a confirmation, and says what the link does.
    Confirmation(Purpose),
    /// Somebody has registered an address that has an account already.
    AlreadyRegistered,
    /// The password was changed.
    PasswordChanged,
    /// The account has gone to another address.
    EmailChanged,
    /// The account is no more.
    AccountClosed,
    /// Somebody has signed in in a browser that was not known.
    NewDevice,
    /// There is a key more that lets in.
    PasskeyAdded,
    /// There is one less.
    PasskeyRemoved,
    /// There is a provider more that lets in.
    ProviderLinked,
    /// There is one less.
    ProviderUnlinked,
}

/// All that are not of a confirmation.
const NOTICES: [EmailKind; 9] = [
    EmailKind::AlreadyRegistered,
    EmailKind::PasswordChanged,
    EmailKind::EmailChanged,
    EmailKind::AccountClosed,
    EmailKind::NewDevice,
    EmailKind::PasskeyAdded,
    EmailKind::PasskeyRemoved,
    EmailKind::ProviderLinked,
    EmailKind::ProviderUnlinked,
];

impl EmailKind {
    /// As kept in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmation(purpose) => purpose.as_str(),
            Self::AlreadyRegistered => "already_registered",
            Self::PasswordChanged => "password_changed",
            Self::EmailChanged => "email_changed",
            Self::AccountClosed => "account_closed",
            Self::NewDevice => "new_device",
            Self::PasskeyAdded => "passkey_added",
            Self::PasskeyRemoved => "passkey_removed",
            Self::ProviderLinked => "provider_linked",
            Self::ProviderUnlinked => "provider_unlinked",
        }
    }

    /// As kept in the store; `None` for what no version of the program writes.
    pub fn parse(text: &str) -> Option<Self> {
        let notice = NOTICES.into_iter().find(|kind| kind.as_str() == text);
        notice.or_else(|| Purpose::parse(text).map(Self::Confirmation))
    }
}

/// An email that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// Kind of email, which decides its text.
    pub kind: EmailKind,
    /// Recipient.
    pub to: EmailAddress,
    /// Confirmation that the email's link answers, by the hash of its token.
    pub confirmation: Option<TokenHash>,
    /// The name of the device or provider that it tells of.
    pub detail: Option<String>,
    /// Language of the text.
    pub language: Language,
}

/// An email in the outbox, taken out to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedEmail {
    /// Its place in the outbox.
    pub id: i64,
    /// The mail.
    pub email: Email,
    /// Time of queueing.
    pub written_at: DateTime<Utc>,
    /// Number of attempts to send it, including the current one.
    pub tries: u32,
}

/// After this time, an email is given up.
const PATIENCE: TimeDelta = TimeDelta::days(2);

impl QueuedEmail {
    /// Time of the next attempt after a failure; `None` to give up.
    pub fn next_try_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        const FIRST: i64 = 5;
        const LONGEST: i64 = 60 * 60;
        let pause = FIRST.saturating_mul(1 << self.tries.min(20)).min(LONGEST);
        let at = now + TimeDelta::seconds(pause);
        (at < self.written_at + PATIENCE).then_some(at)
    }
}

/// An email whose text can be written.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// Kind of email as it is sent, which may differ from the queued one.
    pub kind: EmailKind,
    /// Recipient.
    pub to: EmailAddress,
    /// Language of the text.
    pub language: Language,
    /// Token of the link and code, if the email has them.
    pub secrets: Option<(Token, Code)>,
    /// For a change of address, the new one.
    pub new_email: Option<EmailAddress>,
    /// The name of the device or provider that it tells of.
    pub detail: Option<String>,
    /// Time of the event that the email reports.
    pub done_at: Option<DateTime<Utc>>,
}

impl AccountService {
    /// Makes an email ready: its link and code come to be now. `None` where what it asks for has been done or
    /// withdrawn.
    pub async fn outgoing(
        &self,
        email: &Email,
        now: DateTime<Utc>,
    ) -> Result<Option<Outgoing>, AccountError> {
        let mut ready = Outgoing {
            kind: email.kind,
            to: email.to.clone(),
            language: email.language,
            secrets: None,
            new_email: None,
            detail: email.detail.clone(),
            done_at: None,
        };
        let asked = if let EmailKind::Confirmation(purpose) = email.kind {
            purpose
        } else if email.confirmation.is_some() {
            Purpose::SecureAccount
        } else {
            return Ok(Some(ready));
        };
        let Some(confirmation) = self.open_confirmation(email, asked, now).await? else {
            // What it tells of stays true, even where its link is of no use any more.
            return Ok((asked == Purpose::SecureAccount).then_some(ready));
        };
        if asked != Purpose::SecureAccount {
            let account = self.store.account_of(&confirmation.email).await?.map(|account| account.id);
            match asked {
                Purpose::Register if account.is_some() => {
                    return Ok(Some(Outgoing { kind: EmailKind::AlreadyRegistered, ..ready }));
                }
                // Nobody lives there: nobody is told, and whoever asked does not learn it.
                Purpose::SignIn | Purpose::ResetPassword
                    if account.is_none() || account != confirmation.account =>
                {
                    return Ok(None);
                }
                _ => {}
            }
        }
        let (token, code) = (Token::random(&*self.rng), Code::random(&*self.rng));
        let link = Link {
            token: token.hash(),
            code: code.hash(&confirmation.id),
            confirmation: confirmation.id.clone(),
            expires_at: now + asked.link_life(),
        };
        self.store.add_link(&link).await?;
        ready.secrets = Some((token, code));
        ready.new_email = Some(confirmation.email);
        ready.done_at = Some(confirmation.asked_at);
        Ok(Some(ready))
    }

    /// Confirmation that the email's link answers, if it is still open.
    async fn open_confirmation(
        &self,
        email: &Email,
        purpose: Purpose,
        now: DateTime<Utc>,
    ) -> Result<Option<Confirmation>, AccountError> {
        let Some(id) = &email.confirmation else { return Ok(None) };
        let confirmation = self.store.confirmation(id).await?;
        Ok(confirmation.filter(|confirmation| confirmation.purpose == purpose && confirmation.is_open(now)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_is_tried_less_and_less_often_and_given_up_after_two_days() {
        let written_at = DateTime::UNIX_EPOCH;
        let email = Email {
            kind: EmailKind::PasswordChanged,
            to: EmailAddress::parse("sari@example.com").unwrap(),
            confirmation: None,
            detail: None,
            language: Language::Indonesian,
        };
        let (mut now, mut pauses) = (written_at, Vec::new());
        for tries in 1.. {
            let posted = QueuedEmail { id: 1, email: email.clone(), written_at, tries };
            let Some(next) = posted.next_try_at(now) else { break };
            pauses.push((next - now).num_seconds());
            now = next;
        }
        assert_eq!(pauses[..4], [10, 20, 40, 80]);
        assert!(pauses.is_sorted() && pauses.last() == Some(&3600), "{pauses:?}");
        assert!(now < written_at + PATIENCE && pauses.len() > 40);
    }

    #[test]
    fn every_kind_is_read_as_it_was_written() {
        let purposes = [
            Purpose::Register,
            Purpose::SignIn,
            Purpose::ResetPassword,
            Purpose::ConfirmOldEmail,
            Purpose::ConfirmNewEmail,
        ];
        for kind in purposes.map(EmailKind::Confirmation).into_iter().chain(NOTICES) {
            assert_eq!(EmailKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(EmailKind::parse("x"), None);
    }
}
