//! English: accounts.

use super::errors::ERRORS;
use crate::text::account::{AccountText, MailText};

/// From very weak to very strong.
pub(in crate::text) const STRENGTHS: [&str; 5] = ["Very weak", "Weak", "Fair", "Strong", "Very strong"];

pub(in crate::text) const ACCOUNT: AccountText = AccountText {
    sign_in: "Sign in",
    register: "Register",
    sign_out: "Sign out",
    account: "Account",
    close: "Close",

    email: "Email",
    password: "Password",
    new_password: "New password",
    current_password: "Current password",
    code: "Code from the mail",
    show_password: "Show",
    password_hint: |fewest| {
        format!(
            "At least {fewest} characters. Letters, digits, spaces, anything; a few random words are strong."
        )
    },
    strength: "Strength",

    or_sign_in_by: "or sign in with",
    or_register_by: "or register with",
    providers: "Sign in with others",
    link: |name| format!("Link {name}"),
    unlink: |name| format!("Unlink {name}"),
    passkeys: "Passkeys",
    passkeys_help: "A key in your device instead of a password: a fingerprint, face or PIN is enough. The key never leaves the device.",
    add_passkey: "Add a passkey on this device",
    remove_passkey: "Remove",
    use_passkey: "Sign in with a passkey",
    coming_in: "Signing in",
    go_on: "Go on",

    forgot_password: "Forgot your password? Click here",
    no_account_yet: "No account yet? Register here",
    has_account: "Have an account? Sign in here",
    sign_in_by_mail: "Sign in by mail, without a password",
    sign_in_by_mail_help: "We send a link and a code of six digits to your address. No password needed.",
    send_link: "Send the link",
    consent: |site| {
        format!(
            "By registering you agree that {site} keeps this address for your account. Not for advertising, not for others; you can delete it at any time."
        )
    },
    register_help: |articles, site| {
        if articles == 0 {
            return "Free. Your subscription and saved articles come with you to every device.".to_owned();
        }
        format!(
            "Free. Once your address is confirmed, {articles} articles of the newspaper and magazine of {site} are open to you."
        )
    },

    confirm_email: "Confirm your email",
    link_sent: |email| format!("We have sent an activation link to {email}."),
    open_link: |articles, site| {
        if articles == 0 {
            return format!("Open it to activate your account of {site}.");
        }
        format!(
            "Open it to read {articles} free articles, cover stories excepted, of the newspaper and magazine of {site}."
        )
    },
    not_confirmed: "Email not confirmed yet?",
    send_confirmation: "Send the link again",
    confirmation_sent: "If that address waits for confirmation, the link is on its way. Open it, then type the password that you chose when you registered.",
    or_code: "Or type the code of six digits from that mail here:",
    use_code: "Confirm with the code",
    no_mail_yet: "No mail yet?",
    send_again: "Send again now",
    send_again_in: "Can be sent again in {} seconds.",
    sent_again: "A new mail is on its way. Earlier links no longer work.",
    other_address: "Wrong address? Change it",
    send_there: "Send to this address",
    nothing_waits: "Nothing waits for confirmation in this browser. If you registered on another device, have the link sent again.",

    activate: "Activate your account",
    activate_help: |email| format!("One more step: confirm that {email} is your address."),
    activate_now: "Activate and sign in",
    other_browser_code: "This link was opened in another browser than the one that asked for it. Type the code from the mail there.",
    new_link: "Send a new mail",

    forgot: "Forgot your password",
    forgot_help: "Type the address of your account. We send a link to choose a new password.",
    reset_sent: "If that address has an account here, the link is on its way. It works for 30 minutes.",
    choose_password: "Choose a new password",
    keep_ways: "Other ways into this account",
    keep_ways_help: "Tick only those that you know. All others will be removed.",
    passkey_of: |device, day| format!("Passkey: {device}, made on {day}"),
    secure: "Secure your account",
    secure_help: |email| {
        format!("It was not you? Sign all devices out of the account of {email}, then choose a new password.")
    },
    secure_now: "Not me: sign all out",
    secure_not_needed: "If it was you after all, just close this page. Nothing changes.",
    password_set: "Your new password is set, and all other sessions have ended. Please sign in.",
    sign_in_sent: |email| {
        format!(
            "If {email} has an account here, a link and a code are on their way. They work for 30 minutes. Open the link in this browser, or type the code:"
        )
    },

    your_email: "Email address",
    change_email_help: "We send a mail to the old address, then to the new one. The change takes effect once both have confirmed.",
    change_email: "Change the address",
    email_asked: "A mail has gone to your old address. Open its link to let go of that address.",
    email_left: "The old address has let go. Now open the link in the mail that we sent to the new one.",
    email_changed: "The address of your account has changed.",
    confirm_change: "Confirm the change of address",
    change_password: "Change the password",
    password_changed: "The password has changed. Sessions in other browsers have ended.",
    sessions: "Sessions",
    sessions_help: "Browsers in which this account is signed in.",
    this_session: "this browser",
    last_seen: "Last used",
    end_session: "End",
    end_others: "End all other sessions",
    reading: "Reading",
    articles_left: |left, of| format!("{left} of {of} free articles left"),
    use_history: "Do not offer me articles that I have opened",
    use_history_help: "What you read is used for recommendations in this account only and never shared. Switched off, it is deleted.",
    save: "Save",
    your_data: "Your data",
    download: "Download my data",
    download_help: "All that we keep about you, in one JSON file.",
    delete_account: "Delete the account",
    delete_help: "At once and for good. We send one last mail as a sign.",
    delete_keeps: |day| {
        format!(
            "So that registering anew does not refill free articles, we note how many you have used, without your address: only a keyed fingerprint of it, until {day} at the latest. If you have used none, nothing is noted."
        )
    },
    deleted: "Your account has been deleted.",

    errors: &ERRORS,
    mail: MailText {
        greeting: "Hello,",
        or_open: "If the button does not work, open this address:",
        or_code: "Or type this code on the page where you asked for it:",
        not_you: "Not you? Ignore this mail; nothing changes.",
        not_you_changed: "Not you? Choose a new password at once by “Forgot your password?” on the sign-in page.",
        not_you_secure: "Not you? Press “Not me”: all devices are signed out of the account, then you choose a new password. The link works for 7 days.",
        not_you_moved: "It was not you who agreed? Contact the newsroom at once.",
        not_me: "Not me",
        join: ["Confirm your email", "One step is left to activate your account.", "Activate the account"],
        join_gift: |articles, site| {
            if articles == 0 {
                return format!("After that, your account of {site} is active.");
            }
            format!(
                "After that, {articles} free articles, cover stories excepted, of the newspaper and magazine of {site} are open to you."
            )
        },
        within_day: "Link and code work for 24 hours.",
        within_half_hour: "Link and code work for 30 minutes, once.",
        sign_in: [
            "Your link to sign in",
            "Open this link in the browser in which you asked for it.",
            "Sign in",
        ],
        reset_password: [
            "Choose a new password",
            "Somebody asked to change the password of your account.",
            "Choose a new password",
        ],
        confirm_old_email: [
            "Confirm the change of your address",
            "Somebody asked to change the address of your account.",
            "Let go of this address",
        ],
        new_email: |email| format!("The new address: {email}"),
        confirm_new_email: [
            "Confirm your new address",
            "This address is to become the new address of an account.",
            "Use this address",
        ],
        already_registered: [
            "You already have an account",
            "Somebody registered with this address, which has an account already. Please sign in; if you have forgotten the password, choose a new one from the sign-in page.",
            "Sign in",
        ],
        password_changed: [
            "Your password has changed",
            "The password of your account has just been changed, and other sessions have ended.",
        ],
        email_changed: [
            "The address of your account has changed",
            "Your account now uses another address. Mails will no longer come here.",
        ],
        account_closed: [
            "Your account has been deleted",
            "Your account and all personal data in it have been deleted. Thank you for reading.",
        ],
        new_device: [
            "Your account was used on a new device",
            "Somebody signed in to your account on a device that was not used before.",
        ],
        passkey_added: [
            "A new passkey in your account",
            "A passkey was just added. Whoever holds it can sign in to your account without the password.",
        ],
        passkey_removed: [
            "A passkey was removed from your account",
            "This passkey no longer signs in to your account.",
        ],
        provider_linked: [
            "A new way into your account",
            "Your account was just linked. Whoever owns the account there can sign in to yours.",
        ],
        provider_unlinked: [
            "One way into your account was removed",
            "This provider is no longer linked to your account.",
        ],
    },
};
