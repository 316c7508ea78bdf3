//! Texts about accounts: dialogs, errors, emails.

mod mail;

pub use mail::MailText;

use super::errors::ErrorText;

/// Texts about accounts in one language.
pub struct AccountText {
    /// Button that opens the sign-in dialog; also the heading and the button of the dialog.
    pub sign_in: &'static str,
    /// Button that opens the dialog for registering; also the heading and the button of the dialog.
    pub register: &'static str,
    /// Button that ends the session.
    pub sign_out: &'static str,
    /// Link to the account page, and its heading.
    pub account: &'static str,
    /// Button that closes a dialog.
    pub close: &'static str,

    /// Label of a field.
    pub email: &'static str,
    /// Label of a field for a password that exists.
    pub password: &'static str,
    /// Label of a field for a password to be chosen.
    pub new_password: &'static str,
    /// Label of the field that asks for the password again.
    pub current_password: &'static str,
    /// Label of the field for the code from an email.
    pub code: &'static str,
    /// Button that makes a password visible.
    pub show_password: &'static str,
    /// Requirements for a new password, from the minimum number of characters.
    pub password_hint: fn(usize) -> String,
    /// Label of the strength meter under a new password.
    pub strength: &'static str,

    /// Heading of the providers in the form to sign in.
    pub or_sign_in_by: &'static str,
    /// Heading of the providers in the form to register.
    pub or_register_by: &'static str,
    /// Heading of the providers on the account page.
    pub providers: &'static str,
    /// Button that links a provider, from its name.
    pub link: fn(&str) -> String,
    /// Button that unlinks a provider, from its name.
    pub unlink: fn(&str) -> String,
    /// Heading of the passkeys on the account page.
    pub passkeys: &'static str,
    /// Explanation of passkeys.
    pub passkeys_help: &'static str,
    /// Button that creates a passkey.
    pub add_passkey: &'static str,
    /// Button that deletes a passkey.
    pub remove_passkey: &'static str,
    /// Button that signs in with a passkey.
    pub use_passkey: &'static str,
    /// Heading of the page between this site and a provider.
    pub coming_in: &'static str,
    /// Link to the next step of signing in by a provider.
    pub go_on: &'static str,

    /// Link to the dialog for a new password.
    pub forgot_password: &'static str,
    /// Link to the dialog for registering.
    pub no_account_yet: &'static str,
    /// Link to the dialog for signing in.
    pub has_account: &'static str,
    /// Link to signing in by email.
    pub sign_in_by_mail: &'static str,
    /// Explanation of signing in by email.
    pub sign_in_by_mail_help: &'static str,
    /// Button that requests the email with the link.
    pub send_link: &'static str,
    /// Terms that a reader accepts by registering, from the site's name.
    pub consent: fn(&str) -> String,
    /// Benefit of registering, from the number of free articles and the site's name.
    pub register_help: fn(u32, &str) -> String,

    /// Heading of the page that follows registering.
    pub confirm_email: &'static str,
    /// Message that the email was sent, from its address.
    pub link_sent: fn(&str) -> String,
    /// Benefit of following the link, from the number of free articles and the site's name.
    pub open_link: fn(u32, &str) -> String,
    /// Question before the button that sends the email of a registration again, to any address.
    pub not_confirmed: &'static str,
    /// Button that sends the email of a registration again.
    pub send_confirmation: &'static str,
    /// Message after that. It does not tell whether a registration with that address is pending.
    pub confirmation_sent: &'static str,
    /// Text above the form for the code.
    pub or_code: &'static str,
    /// Button that sends the code.
    pub use_code: &'static str,
    /// Question before the button that sends the email again.
    pub no_mail_yet: &'static str,
    /// Button that sends the email again.
    pub send_again: &'static str,
    /// Text beside that button while it is disabled; `{}` is replaced by the seconds left.
    pub send_again_in: &'static str,
    /// Message that the email was sent again.
    pub sent_again: &'static str,
    /// Link that opens the form for another address.
    pub other_address: &'static str,
    /// Button that sends the email to the other address.
    pub send_there: &'static str,
    /// Message if no confirmation is pending in this browser.
    pub nothing_waits: &'static str,

    /// Heading of the page for the link in the email of a registration.
    pub activate: &'static str,
    /// Explanation of the button on that page, from the address.
    pub activate_help: fn(&str) -> String,
    /// Button that activates the account.
    pub activate_now: &'static str,
    /// Message if a link to sign in was opened in another browser.
    pub other_browser_code: &'static str,
    /// Button that requests a new link.
    pub new_link: &'static str,

    /// Heading of the form for a forgotten password.
    pub forgot: &'static str,
    /// Explanation of that form.
    pub forgot_help: &'static str,
    /// Message after sending that form. It does not tell whether the address has an account.
    pub reset_sent: &'static str,
    /// Heading and button of the form for a new password.
    pub choose_password: &'static str,
    /// Heading of the other sign-in methods in that form.
    pub keep_ways: &'static str,
    /// Explanation of the checkboxes for these methods.
    pub keep_ways_help: &'static str,
    /// Description of a passkey, from its device and the date on which it was created.
    pub passkey_of: fn(&str, &str) -> String,
    /// Heading of the page for owners who did not make the change that an email reports.
    pub secure: &'static str,
    /// Explanation of the button on that page, from the address.
    pub secure_help: fn(&str) -> String,
    /// Button that ends all sessions of the account.
    pub secure_now: &'static str,
    /// Advice to owners who did make the change.
    pub secure_not_needed: &'static str,
    /// Message after a new password was chosen.
    pub password_set: &'static str,
    /// Message after an email to sign in with was requested, from its address.
    pub sign_in_sent: fn(&str) -> String,

    /// Label of the address on the account page.
    pub your_email: &'static str,
    /// Explanation of how the address is changed.
    pub change_email_help: &'static str,
    /// Button that requests a change of the address.
    pub change_email: &'static str,
    /// Message after a change of the address was requested.
    pub email_asked: &'static str,
    /// Message after the change was confirmed from the old address.
    pub email_left: &'static str,
    /// Message after the change was confirmed from the new address.
    pub email_changed: &'static str,
    /// Heading and button of the page for the links in both emails of a change.
    pub confirm_change: &'static str,
    /// Heading and button of the form to change the password.
    pub change_password: &'static str,
    /// Message after the password was changed.
    pub password_changed: &'static str,
    /// Heading of the list of sessions.
    pub sessions: &'static str,
    /// Explanation of sessions.
    pub sessions_help: &'static str,
    /// Mark of the session in this browser.
    pub this_session: &'static str,
    /// Label of the time of last use.
    pub last_seen: &'static str,
    /// Button that ends one session.
    pub end_session: &'static str,
    /// Button that ends all other sessions.
    pub end_others: &'static str,
    /// Heading of what the reader has opened, given and read.
    pub your_reading: &'static str,
    /// Heading of the sign-in methods and sessions.
    pub security: &'static str,
    /// Heading of the choice whether the reading history makes recommendations.
    pub reading: &'static str,
    /// Free articles left, from the number left and the total.
    pub articles_left: fn(u32, u32) -> String,
    /// Label of the switch for the reading history.
    pub use_history: &'static str,
    /// Explanation of that switch.
    pub use_history_help: &'static str,
    /// Button that saves a switch.
    pub save: &'static str,
    /// Heading of the reader's data.
    pub your_data: &'static str,
    /// Link that downloads the reader's data.
    pub download: &'static str,
    /// Explanation of the download.
    pub download_help: &'static str,
    /// Heading and button of the form that deletes the account.
    pub delete_account: &'static str,
    /// Consequences of deleting the account.
    pub delete_help: &'static str,
    /// Note on the data that is kept after that, from the day on which it is deleted.
    pub delete_keeps: fn(&str) -> String,
    /// Message after the account was deleted.
    pub deleted: &'static str,

    /// Error messages.
    pub errors: &'static ErrorText,
    /// Texts of emails.
    pub mail: MailText,
}
