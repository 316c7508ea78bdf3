//! English: what went wrong.

use crate::text::errors::ErrorText;

pub(in crate::text) static ERRORS: ErrorText = ErrorText {
    no_email: "Enter an email address.",
    no_password: "Enter a password.",
    no_code: "Enter the code from the mail.",
    email: "This is no email address. Example: name@example.com",
    too_short: |fewest| format!("Too short: at least {fewest} characters."),
    too_long: |most| format!("Too long: at most {most} characters."),
    unprintable: "It holds a character that cannot be typed. Write the password again.",
    common: "This password is among the first that people try. Choose another.",
    derived: "This password is made of your address or the name of this site. Choose another.",
    credentials: "Email and password do not match.",
    code: "This code does not match. Look at our latest mail.",
    other_browser: "This link was opened in another browser than the one in which you registered. Type the password that you chose there.",
    link_used: "This link has been used. If your account is active, please sign in.",
    link_expired: "This link is too old. Ask for a new mail; earlier ones no longer work.",
    link_unknown: "We do not know this link. It may have been cut off: copy all of it from the mail.",
    taken: "This address has an account. Please sign in.",
    provider_email: "That provider has not verified your address. Register with email and password.",
    not_linked: "This address has an account. Sign in in your usual way, then link the provider on your account page.",
    provider: "That provider does not answer just now. Try again later, or sign in with your email.",
    passkey: "That passkey was not accepted. Try again, or sign in another way.",
    only_way: "This is your only way in. Set a password first.",
    no_article: "There is no such article.",
    not_yours: "Only a subscriber can give this article.",
    gifts_used_up: "All gifts of this month are given.",
    signed_out: "You are not signed in. Please sign in first.",
    stale: "Your account has just changed elsewhere. Reload the page and try again.",
    not_fresh: "For safety, sign in again before you change this.",
    too_many: |seconds| format!("Too often. Try again in {}.", duration(seconds)),
    busy: "We are very busy. Try again in a moment.",
    unreachable: "We cannot be reached. Look whether you are online, and try again.",
    malformed: "This form cannot be read. Reload the page and try again.",
    unavailable: "We are having technical trouble, so your request has not been processed. Please try again in a moment.",
    unexpected: "Something broke on our side. It has been noted; try again in a moment.",
};

fn duration(seconds: u32) -> String {
    match seconds {
        0..90 => format!("{seconds} seconds"),
        90..5400 => format!("{} minutes", seconds.div_ceil(60)),
        _ => format!("{} hours", seconds.div_ceil(3600)),
    }
}
