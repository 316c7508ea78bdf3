//! Words of errors, in a table of their own: the browser shows them and does not carry all the words of accounts.

/// Messages that tell what failed and what helps, each for the error that its comment describes.
pub struct ErrorText {
    /// The email field is empty.
    pub no_email: &'static str,
    /// The password field is empty.
    pub no_password: &'static str,
    /// The code field is empty.
    pub no_code: &'static str,
    /// The value is no email address.
    pub email: &'static str,
    /// The password has too few characters; takes the smallest number.
    pub too_short: fn(usize) -> String,
    /// The password has too many characters; takes the largest number.
    pub too_long: fn(usize) -> String,
    /// The password has characters that no keyboard types.
    pub unprintable: &'static str,
    /// The password is among the most common ones.
    pub common: &'static str,
    /// The password is made of the email address.
    pub derived: &'static str,
    /// The email address and the password do not belong together.
    pub credentials: &'static str,
    /// The code is wrong.
    pub code: &'static str,
    /// The link was opened in another browser than the one that asked for it.
    pub other_browser: &'static str,
    /// The link has been used.
    pub link_used: &'static str,
    /// The link has expired.
    pub link_expired: &'static str,
    /// The link does not exist.
    pub link_unknown: &'static str,
    /// The email address belongs to another account.
    pub taken: &'static str,
    /// The provider has not verified the address.
    pub provider_email: &'static str,
    /// The provider is not linked to the account of the address.
    pub not_linked: &'static str,
    /// The provider does not answer.
    pub provider: &'static str,
    /// The device's answer is invalid.
    pub passkey: &'static str,
    /// The sign-in method is the account's only one.
    pub only_way: &'static str,
    /// The article does not exist.
    pub no_article: &'static str,
    /// The reader may not give this article.
    pub not_yours: &'static str,
    /// All gifts of the month have been given.
    pub gifts_used_up: &'static str,
    /// The reader is not signed in.
    pub signed_out: &'static str,
    /// The account has changed meanwhile.
    pub stale: &'static str,
    /// The last login is too long ago.
    pub not_fresh: &'static str,
    /// There were too many attempts; takes the seconds to wait.
    pub too_many: fn(u32) -> String,
    /// The server has too much to do.
    pub busy: &'static str,
    /// The store does not respond, or takes no writes.
    pub unavailable: &'static str,
    /// The server was not reached, or something else responded.
    pub unreachable: &'static str,
    /// The form is not one of ours.
    pub malformed: &'static str,
    /// The server failed.
    pub unexpected: &'static str,
}
