//! English: what went wrong.

use crate::text::errors::ErrorText;

pub(in crate::text) static ERRORS: ErrorText = ErrorText {
    no_email: "Enter an email address.",
    no_password: "Enter a password.",
    no_code: "Enter the code from the email.",
    email: "This email address is not right. Example: name@example.com",
    too_short: |fewest| format!("Too short: at least {fewest} characters."),
    too_long: |most| format!("Too long: at most {most} characters."),
    unprintable: "It contains a character that cannot be typed. Type the password again.",
    common: "This password is too easy to guess. Choose another.",
    derived: "This password resembles your email or the name of this site. Choose another.",
    credentials: "Email and password do not match.",
    code: "This code does not match. Check our latest email.",
    other_browser: "You registered in another browser. Type the password that you chose when you registered.",
    link_used: "This link has already been used. If your account is active, please sign in.",
    link_expired: "This link has expired. Ask for a new email; earlier ones no longer work.",
    link_unknown: "We do not recognise this link. It may have been cut off: copy all of it from the email.",
    taken: "This address is already registered. Please sign in.",
    provider_email: "That service has not verified your email address. Register with email and password.",
    not_linked: "This address is already registered. Sign in as usual, then link that service on your account page.",
    provider: "That service cannot be reached right now. Try again later, or sign in with your email.",
    passkey: "That passkey was not accepted. Try again, or sign in another way.",
    only_way: "This is your only way to sign in. Create a password first.",
    no_article: "This article was not found.",
    not_yours: "Only subscribers can give articles.",
    gifts_used_up: "You have used all your gifts this month.",
    signed_out: "You are not signed in. Please sign in first.",
    stale: "Your account was just changed elsewhere. Reload the page and try again.",
    not_fresh: "For your security, sign in again before you change this.",
    too_many: |seconds| format!("Too many attempts. Try again in {}.", duration(seconds)),
    busy: "We are very busy right now. Please try again in a moment.",
    unreachable: "We cannot be reached. Check your connection and try again.",
    malformed: "This form cannot be processed. Reload the page and try again.",
    unavailable: "We are having technical trouble, so your request has not been processed. Please try again in a moment.",
    unexpected: "Something went wrong on our side. We have logged the fault; please try again in a moment.",
};

fn duration(seconds: u32) -> String {
    match seconds {
        0..90 => format!("{seconds} seconds"),
        90..5400 => format!("{} minutes", seconds.div_ceil(60)),
        _ => format!("{} hours", seconds.div_ceil(3600)),
    }
}
