//! Texts of emails.

/// Texts of emails in one language. Paragraphs are plain text.
pub struct MailText {
    /// Salutation at the top of every email.
    pub greeting: &'static str,
    /// Text before a link that is written out.
    pub or_open: &'static str,
    /// Text before the code.
    pub or_code: &'static str,
    /// Note below emails that somebody requested.
    pub not_you: &'static str,
    /// Note below emails about a change that have no link to undo it.
    pub not_you_changed: &'static str,
    /// Note below emails that report a change and have a link to secure the account.
    pub not_you_secure: &'static str,
    /// Note below the email to an address that the account no longer uses.
    pub not_you_moved: &'static str,
    /// Button for owners who did not make the change that the email reports.
    pub not_me: &'static str,
    /// Registration: subject, what to do, label of the button.
    pub join: [&'static str; 3],
    /// Benefit of following the link, from the number of free articles and the site's name.
    pub join_gift: fn(u32, &str) -> String,
    /// Validity of a link for a day.
    pub within_day: &'static str,
    /// Validity of a link for half an hour.
    pub within_half_hour: &'static str,
    /// Signing in: subject, what to do, label of the button.
    pub sign_in: [&'static str; 3],
    /// New password: subject, what to do, label of the button.
    pub reset_password: [&'static str; 3],
    /// Change of address, to the old one: subject, what to do, label of the button.
    pub confirm_old_email: [&'static str; 3],
    /// Line that names the new address.
    pub new_email: fn(&str) -> String,
    /// Change of address, to the new one: subject, what to do, label of the button.
    pub confirm_new_email: [&'static str; 3],
    /// Registration with an address that has an account: subject, what to do, label of the button.
    pub already_registered: [&'static str; 3],
    /// Changed password: subject, what happened.
    pub password_changed: [&'static str; 2],
    /// Changed address: subject, what happened.
    pub email_changed: [&'static str; 2],
    /// Deleted account: subject, what happened.
    pub account_closed: [&'static str; 2],
    /// Sign-in on an unknown device: subject, what happened.
    pub new_device: [&'static str; 2],
    /// Added passkey: subject, what happened.
    pub passkey_added: [&'static str; 2],
    /// Removed passkey: subject, what happened.
    pub passkey_removed: [&'static str; 2],
    /// Linked provider: subject, what happened.
    pub provider_linked: [&'static str; 2],
    /// Unlinked provider: subject, what happened.
    pub provider_unlinked: [&'static str; 2],
}
