//! Mails: what is to be sent, when again, and what became of it.
//!
//! The outbox holds wishes, not mails: links and codes are made when a mail leaves, so that no copy of the store holds
//! one that works.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Code, Confirmation, Denied, Desk, EmailAddress, Link, Purpose, Token, TokenHash};
use crate::article::Language;

/// What a mail says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// It carries the link of a confirmation, and says what that is for.
    Confirmation(Purpose),
    /// Somebody asked for an account that is there already.
    AlreadyJoined,
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
const NOTICES: [LetterKind; 9] = [
    LetterKind::AlreadyJoined,
    LetterKind::PasswordChanged,
    LetterKind::EmailChanged,
    LetterKind::AccountClosed,
    LetterKind::NewDevice,
    LetterKind::PasskeyAdded,
    LetterKind::PasskeyRemoved,
    LetterKind::ProviderLinked,
    LetterKind::ProviderUnlinked,
];

impl LetterKind {
    /// As kept in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmation(purpose) => purpose.as_str(),
            Self::AlreadyJoined => "already_joined",
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

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it says.
    pub kind: LetterKind,
    /// To whom.
    pub to: EmailAddress,
    /// Whose link it carries.
    pub confirmation: Option<TokenHash>,
    /// The name of the device or provider that it tells of.
    pub detail: Option<String>,
    /// In which language.
    pub language: Language,
}

/// A letter in the outbox, taken out to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// Its place in the outbox.
    pub id: i64,
    /// The mail.
    pub letter: Letter,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// How often sending was tried, this time included.
    pub tries: u32,
}

/// After this time, a letter is given up.
const PATIENCE: TimeDelta = TimeDelta::days(2);

impl Posted {
    /// When to try again after a failure; `None` to give up.
    pub fn next_try_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        const FIRST: i64 = 5;
        const LONGEST: i64 = 60 * 60;
        let pause = FIRST.saturating_mul(1 << self.tries.min(20)).min(LONGEST);
        let at = now + TimeDelta::seconds(pause);
        (at < self.written_at + PATIENCE).then_some(at)
    }
}

/// A mail ready to be written.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// What it says now.
    pub kind: LetterKind,
    /// To whom.
    pub to: EmailAddress,
    /// In which language.
    pub language: Language,
    /// What it carries.
    pub secrets: Option<(Token, Code)>,
    /// For a change of address, the new one.
    pub new_email: Option<EmailAddress>,
    /// The name of the device or provider that it tells of.
    pub detail: Option<String>,
    /// When what it tells of was done.
    pub done_at: Option<DateTime<Utc>>,
}

impl Desk {
    /// Makes a letter ready: its link and code come to be now. `None` where what it asks for has been done or
    /// withdrawn.
    pub async fn outgoing(&self, letter: &Letter, now: DateTime<Utc>) -> Result<Option<Outgoing>, Denied> {
        let mut ready = Outgoing {
            kind: letter.kind,
            to: letter.to.clone(),
            language: letter.language,
            secrets: None,
            new_email: None,
            detail: letter.detail.clone(),
            done_at: None,
        };
        let asked = if let LetterKind::Confirmation(purpose) = letter.kind {
            purpose
        } else if letter.confirmation.is_some() {
            Purpose::SecureAccount
        } else {
            return Ok(Some(ready));
        };
        let Some(wish) = self.open_wish(letter, asked, now).await? else {
            // What it tells of stays true, even where its link is of no use any more.
            return Ok((asked == Purpose::SecureAccount).then_some(ready));
        };
        if asked != Purpose::SecureAccount {
            let account = self.store.account_of(&wish.email).await?.map(|account| account.id);
            match asked {
                Purpose::Join if account.is_some() => {
                    return Ok(Some(Outgoing { kind: LetterKind::AlreadyJoined, ..ready }));
                }
                // Nobody lives there: nobody is told, and whoever asked does not learn it.
                Purpose::SignIn | Purpose::ResetPassword if account.is_none() || account != wish.account => {
                    return Ok(None);
                }
                _ => {}
            }
        }
        let (token, code) = (Token::random(&*self.dice), Code::random(&*self.dice));
        let link = Link {
            token: token.hash(),
            code: code.hash(&wish.id),
            confirmation: wish.id.clone(),
            expires_at: now + asked.link_life(),
        };
        self.store.add_link(&link).await?;
        ready.secrets = Some((token, code));
        ready.new_email = Some(wish.email);
        ready.done_at = Some(wish.asked_at);
        Ok(Some(ready))
    }

    /// What the letter's link is to answer, if it still waits for it.
    async fn open_wish(
        &self,
        letter: &Letter,
        purpose: Purpose,
        now: DateTime<Utc>,
    ) -> Result<Option<Confirmation>, Denied> {
        let Some(id) = &letter.confirmation else { return Ok(None) };
        let wish = self.store.confirmation(id).await?;
        Ok(wish.filter(|wish| wish.purpose == purpose && wish.is_open(now)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_less_and_less_often_and_given_up_after_two_days() {
        let written_at = DateTime::UNIX_EPOCH;
        let letter = Letter {
            kind: LetterKind::PasswordChanged,
            to: EmailAddress::parse("sari@example.com").unwrap(),
            confirmation: None,
            detail: None,
            language: Language::Indonesian,
        };
        let (mut now, mut pauses) = (written_at, Vec::new());
        for tries in 1.. {
            let posted = Posted { id: 1, letter: letter.clone(), written_at, tries };
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
        let purposes =
            [Purpose::Join, Purpose::SignIn, Purpose::ResetPassword, Purpose::LeaveEmail, Purpose::TakeEmail];
        for kind in purposes.map(LetterKind::Confirmation).into_iter().chain(NOTICES) {
            assert_eq!(LetterKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(LetterKind::parse("x"), None);
    }
}
