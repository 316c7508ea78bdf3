//! The words of mails.

/// The words of mails. Paragraphs are plain text.
pub struct MailText {
    /// Before the address to which a mail goes.
    pub greeting: &'static str,
    /// Before a link that is written out.
    pub or_open: &'static str,
    /// Before the code.
    pub or_code: &'static str,
    /// Below every mail that somebody asked for.
    pub not_you: &'static str,
    /// Below every mail that tells of a change.
    pub not_you_changed: &'static str,
    /// The same, where the mail carries a link for it.
    pub not_you_secure: &'static str,
    /// Below the mail to an address that an account has left.
    pub not_you_moved: &'static str,
    /// The button for who has not done what the mail tells of.
    pub not_me: &'static str,
    /// A new account: subject, what to do, the button.
    pub join: [&'static str; 3],
    /// What following the link gives.
    pub join_gift: fn(u32, &str) -> String,
    /// Until when.
    pub within_day: &'static str,
    /// Until when.
    pub within_half_hour: &'static str,
    /// Signing in: subject, what to do, the button.
    pub sign_in: [&'static str; 3],
    /// A new password: subject, what to do, the button.
    pub reset_password: [&'static str; 3],
    /// Leaving an address: subject, what to do, the button.
    pub confirm_old_email: [&'static str; 3],
    /// To where.
    pub new_email: fn(&str) -> String,
    /// Taking an address: subject, what to do, the button.
    pub confirm_new_email: [&'static str; 3],
    /// An account that is there already: subject, what to do, the button.
    pub already_registered: [&'static str; 3],
    /// A changed password: subject, what happened.
    pub password_changed: [&'static str; 2],
    /// A changed address: subject, what happened.
    pub email_changed: [&'static str; 2],
    /// The end of an account: subject, what happened.
    pub account_closed: [&'static str; 2],
    /// Signing in in another browser: subject, what happened.
    pub new_device: [&'static str; 2],
    /// One passkey more: subject, what happened.
    pub passkey_added: [&'static str; 2],
    /// One less.
    pub passkey_removed: [&'static str; 2],
    /// One provider more: subject, what happened.
    pub provider_linked: [&'static str; 2],
    /// One less.
    pub provider_unlinked: [&'static str; 2],
}
