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
    code: "Code from the email",
    show_password: "Show",
    password_hint: |fewest| {
        format!(
            "At least {fewest} characters. Letters, digits, spaces, anything goes; a few random words are strong."
        )
    },
    strength: "Strength",

    or_sign_in_by: "or sign in with",
    or_register_by: "or register with",
    providers: "Sign in with another account",
    link: |name| format!("Link {name}"),
    unlink: |name| format!("Unlink {name}"),
    passkeys: "Passkeys",
    passkeys_help: "Sign in without a password: your fingerprint, face or PIN is enough. The key stays on your device.",
    add_passkey: "Add a passkey on this device",
    remove_passkey: "Remove",
    use_passkey: "Sign in with a passkey",
    coming_in: "Signing in",
    go_on: "Continue",

    forgot_password: "Forgot your password? Click here",
    no_account_yet: "No account yet? Register here",
    has_account: "Have an account? Sign in here",
    sign_in_by_mail: "Sign in by email, without a password",
    sign_in_by_mail_help: "We send a link and a six-digit code to your email. No password needed.",
    send_link: "Send the link",
    consent: |site| {
        format!(
            "By registering you agree that {site} keeps this address for your account. It is not used for advertising or shared with anyone, and you can delete it at any time."
        )
    },
    register_help: |articles, site| {
        if articles == 0 {
            return "Free. Your subscription and saved articles come with you to every device.".to_owned();
        }
        format!(
            "Free. Once your email is confirmed, {articles} articles of the {site} newspaper and magazine are open to you."
        )
    },

    confirm_email: "Confirm your email",
    link_sent: |email| format!("We have sent an activation link to {email}."),
    open_link: |articles, site| {
        if articles == 0 {
            return format!("Open it to activate your {site} account.");
        }
        format!(
            "Open it to read {articles} free articles (cover stories excepted) of the {site} newspaper and magazine."
        )
    },
    not_confirmed: "Email not confirmed yet?",
    send_confirmation: "Send the link again",
    confirmation_sent: "If that address is waiting for confirmation, the link is on its way. Open it, then type the password that you chose when you registered.",
    or_code: "Or type the six-digit code from that email here:",
    use_code: "Confirm with the code",
    no_mail_yet: "No email yet?",
    send_again: "Send again now",
    send_again_in: "You can send it again in {} seconds.",
    sent_again: "A new email is on its way. Earlier links no longer work.",
    other_address: "Wrong address? Change it",
    send_there: "Send to this address",
    nothing_waits: "No registration is waiting for confirmation in this browser. If you registered on another device, ask for the link again.",

    activate: "Activate your account",
    activate_help: |email| format!("One more step: confirm that {email} is your address."),
    activate_now: "Activate and sign in",
    other_browser_code: "You asked for this link in another browser. Type the code from the email there.",
    new_link: "Send a new email",

    forgot: "Forgot your password",
    forgot_help: "Enter the email address of your account. We send a link to create a new password.",
    reset_sent: "If that address is registered here, the link is on its way. It works for 30 minutes.",
    choose_password: "Choose a new password",
    keep_ways: "Other ways to sign in to this account",
    keep_ways_help: "Tick only those that you recognise. All others will be removed.",
    passkey_of: |device, day| format!("Passkey: {device}, made on {day}"),
    secure: "Secure your account",
    secure_help: |email| {
        format!("Not you? Sign all devices out of the account {email}, then create a new password.")
    },
    secure_now: "Not me: sign out all devices",
    secure_not_needed: "If it was you after all, just close this page. Nothing changes.",
    password_set: "Your new password is set, and all other devices are signed out. Please sign in.",
    sign_in_sent: |email| {
        format!(
            "If {email} is registered here, a link and a code are on their way. They work for 30 minutes. Open the link in this browser, or type the code:"
        )
    },

    your_email: "Email address",
    change_email_help: "We send an email to the old address, then to the new one. The new address takes effect once both are confirmed.",
    change_email: "Change the address",
    email_asked: "We have sent an email to your old address. Open its link to approve the change.",
    email_left: "Your old address is confirmed. Now open the link in the email that we sent to the new one.",
    email_changed: "The email address of your account has changed.",
    confirm_change: "Confirm the change of address",
    change_password: "Change the password",
    password_changed: "Your password has changed. Other devices are signed out.",
    sessions: "Devices",
    sessions_help: "Devices that are signed in to your account.",
    this_session: "this device",
    last_seen: "Last used",
    end_session: "End session",
    end_others: "Sign out all other devices",
    your_reading: "Your reading",
    security: "Sign-in and security",
    reading: "Recommendations for you",
    articles_left: |left, of| format!("{left} of {of} free articles left"),
    use_history: "Do not offer me articles that I have opened",
    use_history_help: "Your reading history is used for recommendations in this account only and never shared. If you switch it off, it is deleted.",
    save: "Save",
    your_data: "Your data",
    download: "Download my data",
    download_help: "Everything that we keep about you, in one JSON file.",
    delete_account: "Delete the account",
    delete_help: "This takes effect at once and cannot be undone. We send one last email as proof.",
    delete_keeps: |day| {
        format!(
            "So that registering again does not refill free articles, we keep a note of how many you have used, until {day} at the latest. Your address is not kept, only a keyed fingerprint of it. If you have used none, nothing is noted."
        )
    },
    deleted: "Your account has been deleted.",

    errors: &ERRORS,
    mail: MailText {
        greeting: "Hello,",
        or_open: "If the button does not work, open this address:",
        or_code: "Or type this code on the page where you asked for it:",
        not_you: "Not you? Ignore this email; nothing changes.",
        not_you_changed: "Not you? Create a new password at once with “Forgot your password?” on the sign-in page.",
        not_you_secure: "Not you? Press “Not me”: all devices are signed out of the account, then you create a new password. The link works for 7 days.",
        not_you_moved: "Did you not agree to this? Contact the newsroom at once.",
        not_me: "Not me",
        join: ["Confirm your email", "One more step: activate your account.", "Activate the account"],
        join_gift: |articles, site| {
            if articles == 0 {
                return format!("After that, your {site} account is active.");
            }
            format!(
                "After that, {articles} free articles (cover stories excepted) of the {site} newspaper and magazine are open to you."
            )
        },
        within_day: "The link and the code work for 24 hours.",
        within_half_hour: "The link and the code work for 30 minutes, once only.",
        sign_in: [
            "Your sign-in link",
            "To sign in, open this link in the browser in which you asked for it.",
            "Sign in",
        ],
        reset_password: [
            "Choose a new password",
            "Somebody has asked to change the password of your account.",
            "Choose a new password",
        ],
        confirm_old_email: [
            "Confirm the change of your email address",
            "Somebody has asked to change the email address of your account.",
            "Approve the change",
        ],
        new_email: |email| format!("The new address: {email}"),
        confirm_new_email: [
            "Confirm your new email address",
            "Somebody has asked to use this address as the new address of an account.",
            "Use this address",
        ],
        already_registered: [
            "You already have an account",
            "Somebody has tried to register with this address, which is already registered. Please sign in; if you have forgotten the password, create a new one on the sign-in page.",
            "Sign in",
        ],
        password_changed: [
            "Your password has changed",
            "The password of your account has just been changed, and other devices are signed out.",
        ],
        email_changed: [
            "The email address of your account has changed",
            "Your account now uses another email address. Future emails will no longer come here.",
        ],
        account_closed: [
            "Your account has been deleted",
            "Your account and all personal data in it have been deleted. Thank you for reading.",
        ],
        new_device: [
            "Your account was used on a new device",
            "Somebody has signed in to your account on a device that was not used before.",
        ],
        passkey_added: [
            "A new passkey in your account",
            "A passkey has just been added. Whoever holds it can sign in to your account without a password.",
        ],
        passkey_removed: [
            "A passkey was removed from your account",
            "This passkey can no longer be used to sign in to your account.",
        ],
        provider_linked: [
            "A new way to sign in to your account",
            "Another account has just been linked to yours. Its owner can now sign in to your account.",
        ],
        provider_unlinked: [
            "A way to sign in was removed from your account",
            "This service is no longer linked to your account.",
        ],
    },
};
