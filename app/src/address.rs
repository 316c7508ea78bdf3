//! Addresses in two languages. Pages in the site's own language have no prefix; those in the other one have `/en` or `/id`.

use domain::article::Language;

/// Fragment of the page to which a reader returns after confirming the email address. Browsers do not send fragments, so the page
/// stays the same for everyone.
pub const CONFIRMED: &str = "dikonfirmasi";

/// Path prefix of a language that is not the site's own.
pub fn prefix(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "/id",
        Language::English => "/en",
    }
}

/// Path without its prefix; `None` if the path has another prefix or merely begins with the same letters, such as `/ens` with `/en`.
pub fn behind<'path>(prefix: &str, path: &'path str) -> Option<&'path str> {
    match path.strip_prefix(prefix)? {
        "" => Some("/"),
        rest => rest.starts_with(['/', '?', '#']).then_some(rest),
    }
}

/// Language prefix of a path; empty for paths in the site's own language.
pub fn prefix_before(path: &str) -> &'static str {
    let prefixes = [Language::Indonesian, Language::English].map(prefix);
    prefixes.into_iter().find(|prefix| behind(prefix, path).is_some()).unwrap_or_default()
}

/// Path without its language prefix.
pub fn plain(path: &str) -> &str {
    match prefix_before(path) {
        "" => path,
        prefix => behind(prefix, path).unwrap_or(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_a_whole_part_of_a_path() {
        for (path, expected) in [
            ("/", "/"),
            ("/en", "/"),
            ("/en/", "/"),
            ("/en?sebelum=1", "?sebelum=1"),
            ("/en/read/7/judul-7", "/read/7/judul-7"),
            ("/id/masuk?return_to=/id", "/masuk?return_to=/id"),
            ("/en/en/read/7", "/en/read/7"),
            ("/en//evil.example", "//evil.example"),
            ("/ens", "/ens"),
            ("/read/en/7", "/read/en/7"),
        ] {
            assert_eq!(plain(path), expected);
        }
    }
}
