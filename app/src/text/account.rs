//! The words of accounts: dialogs, errors, mails.

mod mail;

pub use mail::MailText;

use super::errors::ErrorText;

/// The words of accounts in one language.
pub struct AccountText {
    /// Opens the sign-in dialog; its heading and its button.
    pub sign_in: &'static str,
    /// Opens the registering dialog; its heading and its button.
    pub register: &'static str,
    /// Ends the session.
    pub sign_out: &'static str,
    /// Leads to the account, and heads its page.
    pub account: &'static str,
    /// Closes a dialog.
    pub close: &'static str,

    /// A field.
    pub email: &'static str,
    /// A field.
    pub password: &'static str,
    /// A field.
    pub new_password: &'static str,
    /// A field.
    pub current_password: &'static str,
    /// A field.
    pub code: &'static str,
    /// Makes a password visible.
    pub show_password: &'static str,
    /// What a new password must be, from the fewest characters.
    pub password_hint: fn(usize) -> String,
    /// Names the meter under a new password.
    pub strength: &'static str,

    /// Above the providers, where one signs in.
    pub or_sign_in_by: &'static str,
    /// Above the providers, where one registers.
    pub or_register_by: &'static str,
    /// Heads the providers of an account.
    pub providers: &'static str,
    /// Links one, from its name.
    pub link: fn(&str) -> String,
    /// Gives one up, from its name.
    pub unlink: fn(&str) -> String,
    /// Heads the passkeys of an account.
    pub passkeys: &'static str,
    /// What they are.
    pub passkeys_help: &'static str,
    /// Makes one.
    pub add_passkey: &'static str,
    /// Gives one up.
    pub remove_passkey: &'static str,
    /// Signs in by one.
    pub use_passkey: &'static str,
    /// Heads the page for who comes back from a provider.
    pub coming_in: &'static str,
    /// Leads on to a provider.
    pub go_on: &'static str,

    /// To the dialog for a new password.
    pub forgot_password: &'static str,
    /// To the registering dialog.
    pub no_account_yet: &'static str,
    /// To the sign-in dialog.
    pub has_account: &'static str,
    /// To signing in by mail.
    pub sign_in_by_mail: &'static str,
    /// What that is.
    pub sign_in_by_mail_help: &'static str,
    /// Has the mail sent.
    pub send_link: &'static str,
    /// What registering means.
    pub consent: fn(&str) -> String,
    /// What registering gives, from the number of articles and the site.
    pub register_help: fn(u32, &str) -> String,

    /// Heading of what comes after registering.
    pub confirm_email: &'static str,
    /// Where the mail went.
    pub link_sent: fn(&str) -> String,
    /// What following the link gives.
    pub open_link: fn(u32, &str) -> String,
    /// Before the button that sends the mail of a registration again, to any address.
    pub not_confirmed: &'static str,
    /// That button.
    pub send_confirmation: &'static str,
    /// After that; whether anything waits is not told.
    pub confirmation_sent: &'static str,
    /// Above the form for the code.
    pub or_code: &'static str,
    /// Sends the code.
    pub use_code: &'static str,
    /// Before the button that sends again.
    pub no_mail_yet: &'static str,
    /// Sends again.
    pub send_again: &'static str,
    /// Beside the button while it must wait; the seconds are put in the place of `{}`.
    pub send_again_in: &'static str,
    /// Says that a mail was sent again.
    pub sent_again: &'static str,
    /// Opens the form for another address.
    pub other_address: &'static str,
    /// Sends to the other address.
    pub send_there: &'static str,
    /// Where nothing waits for an answer.
    pub nothing_waits: &'static str,

    /// Above the button of a mailed link.
    pub activate: &'static str,
    /// What the button does, from the address.
    pub activate_help: fn(&str) -> String,
    /// The button.
    pub activate_now: &'static str,
    /// Where a link to sign in was opened in another browser.
    pub other_browser_code: &'static str,
    /// Asks for another link.
    pub new_link: &'static str,

    /// Heading where a password is forgotten.
    pub forgot: &'static str,
    /// What happens there.
    pub forgot_help: &'static str,
    /// After asking, from nothing: the address is not told.
    pub reset_sent: &'static str,
    /// Heading and button where a new password is chosen.
    pub choose_password: &'static str,
    /// Above what else lets in, where a new password is chosen.
    pub keep_ways: &'static str,
    /// What the boxes mean.
    pub keep_ways_help: &'static str,
    /// A passkey, from its device and the day on which it was made.
    pub passkey_of: fn(&str, &str) -> String,
    /// Heads the page for who has not done what a mail tells of.
    pub secure: &'static str,
    /// What its button does, from the address.
    pub secure_help: fn(&str) -> String,
    /// The button.
    pub secure_now: &'static str,
    /// For who has done it after all.
    pub secure_not_needed: &'static str,
    /// After choosing it.
    pub password_set: &'static str,
    /// After asking for a mail that signs in.
    pub sign_in_sent: fn(&str) -> String,

    /// The address on the account page.
    pub your_email: &'static str,
    /// What changing it takes.
    pub change_email_help: &'static str,
    /// Changes it.
    pub change_email: &'static str,
    /// After asking.
    pub email_asked: &'static str,
    /// After the old address let go.
    pub email_left: &'static str,
    /// After the new one took.
    pub email_changed: &'static str,
    /// Above the button of either mail of a change.
    pub confirm_change: &'static str,
    /// Changes the password.
    pub change_password: &'static str,
    /// After that.
    pub password_changed: &'static str,
    /// Heads the sessions.
    pub sessions: &'static str,
    /// What they are.
    pub sessions_help: &'static str,
    /// Marks this one.
    pub this_session: &'static str,
    /// Before the time of last use.
    pub last_seen: &'static str,
    /// Ends one.
    pub end_session: &'static str,
    /// Ends all others.
    pub end_others: &'static str,
    /// Heads what one has read.
    pub reading: &'static str,
    /// How many articles are left, of how many.
    pub articles_left: fn(u32, u32) -> String,
    /// The switch of reading data.
    pub use_history: &'static str,
    /// What it does.
    pub use_history_help: &'static str,
    /// Keeps a switch.
    pub save: &'static str,
    /// Heads what belongs to the reader.
    pub your_data: &'static str,
    /// Gives it.
    pub download: &'static str,
    /// What that is.
    pub download_help: &'static str,
    /// Ends the account.
    pub delete_account: &'static str,
    /// What that means.
    pub delete_help: &'static str,
    /// What is kept nevertheless, from the day until which.
    pub delete_keeps: fn(&str) -> String,
    /// After that.
    pub deleted: &'static str,

    /// What went wrong.
    pub errors: &'static ErrorText,
    /// The words of mails.
    pub mail: MailText,
}
