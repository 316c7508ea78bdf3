//! Addresses in two languages: the site's own stand as they are, those of the other one behind `/en` or `/id`.

use domain::article::Language;

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

/// A path without what stands before those of a language.
pub fn plain(path: &str) -> &str {
    let languages = [Language::Indonesian, Language::English];
    languages.into_iter().find_map(|language| behind(prefix(language), path)).unwrap_or(path)
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
