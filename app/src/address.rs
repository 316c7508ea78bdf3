//! Addresses in two languages: the site's own stand as they are, those of the other one behind `/en` or `/id`.

use domain::article::Language;

/// Where on a page a reader lands whose address has just been confirmed. A fragment, which no server is told: the page stays the same
/// for everyone.
pub const CONFIRMED: &str = "dikonfirmasi";

/// What stands before the paths of a language that is not the site's own.
pub fn prefix(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "/id",
        Language::English => "/en",
    }
}

/// The path behind a prefix; `None` where another path begins with the same letters.
pub fn behind<'path>(prefix: &str, path: &'path str) -> Option<&'path str> {
    match path.strip_prefix(prefix)? {
        "" => Some("/"),
        rest => rest.starts_with(['/', '?', '#']).then_some(rest),
    }
}

/// The prefix before a path; empty before those in the site's own language.
pub fn prefix_before(path: &str) -> &'static str {
    let prefixes = [Language::Indonesian, Language::English].map(prefix);
    prefixes.into_iter().find(|prefix| behind(prefix, path).is_some()).unwrap_or_default()
}

/// A path without what stands before those of a language.
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
