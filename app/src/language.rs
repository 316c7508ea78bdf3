//! Pages in both languages: their addresses, and the links between them.

use std::sync::Arc;

use domain::account::ReturnTo;
use domain::article::Language;

use crate::address;
use crate::context::{self, Services, Site};
use crate::routes::{follows_choice, is_callback, is_page};

/// Both languages, in the order in which they are offered.
pub const LANGUAGES: [Language; 2] = [Language::Indonesian, Language::English];

impl Services {
    /// Services for pages in the language that is not the site's own.
    #[must_use]
    pub fn in_other_language(&self) -> Self {
        let site = Site { language: self.site.other_language(), ..(*self.site).clone() };
        Self { site: Arc::new(site), ..self.clone() }
    }
}

impl Site {
    /// Language of the pages with a language prefix.
    pub fn other_language(&self) -> Language {
        match self.own_language {
            Language::Indonesian => Language::English,
            Language::English => Language::Indonesian,
        }
    }

    /// Path prefix of a language; empty for the site's own.
    pub fn prefix_of(&self, language: Language) -> &'static str {
        if language == self.own_language { "" } else { address::prefix(language) }
    }

    /// Tag of a language; `None` if it is the language of these pages.
    pub fn foreign(&self, language: Language) -> Option<&'static str> {
        (language != self.language).then_some(language.as_str())
    }

    /// Path prefix of the language of these pages.
    pub fn prefix(&self) -> &'static str {
        self.prefix_of(self.language)
    }
}

/// Path with a language prefix. Paths that have a prefix already, or are not pages, stay as they are.
pub fn under(prefix: &str, path: &str) -> String {
    if prefix.is_empty() || !is_page(path) {
        path.to_owned()
    } else {
        // With a prefix, the front page has no slash at its end, so that it has only one address.
        let rest = path.strip_prefix('/').filter(|rest| rest.is_empty() || rest.starts_with(['?', '#']));
        format!("{prefix}{}", rest.unwrap_or(path))
    }
}

/// Addresses of this page in each language, with its query. If the path is not a page, as in a forged link, they are those of the
/// front page.
pub fn choices(site: &Site) -> [(Language, String); 2] {
    let path = context::path();
    // The address to which a provider returns a reader works only once.
    let (path, query) =
        if is_callback(&path) { ("/masuk".to_owned(), None) } else { (path, context::query()) };
    let asked = query.map(|query| format!("{path}?{query}"));
    let is_plain = |path: &String| ReturnTo::parse(path).as_str() == path && is_page(path);
    let path = asked.into_iter().chain([path]).find(is_plain).unwrap_or_else(|| "/".to_owned());
    LANGUAGES.map(|language| (language, under(site.prefix_of(language), &path)))
}

/// Path of this page in the other language, if scripts may go there without being asked: only after a GET, and only if the address
/// contains no secret.
pub fn counterpart(site: &Site) -> Option<String> {
    let path = context::path();
    if context::is_answer() || !follows_choice(&path) || ReturnTo::parse(&path).as_str() != path {
        return None;
    }
    let other = LANGUAGES.into_iter().find(|language| *language != site.language)?;
    Some(under(site.prefix_of(other), &path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_get_a_prefix_once_and_nothing_else_does() {
        for (path, expected) in [
            ("/", "/en"),
            ("/?sebelum=1", "/en?sebelum=1"),
            ("/#isi", "/en#isi"),
            ("/read/7/judul-7#isi", "/en/read/7/judul-7#isi"),
            ("/koran?sebelum=1-2", "/en/koran?sebelum=1-2"),
            ("/api/sign_out", "/en/api/sign_out"),
            ("/masuk?return_to=/read/7", "/en/masuk?return_to=/read/7"),
            ("/en", "/en"),
            ("/en/read/7", "/en/read/7"),
            ("/gambar/a.jpg", "/gambar/a.jpg"),
            ("/pkg/warta.css", "/pkg/warta.css"),
            ("/rss.xml", "/rss.xml"),
            ("/koran-lama", "/koran-lama"),
            ("//evil.example", "//evil.example"),
            ("/\\evil.example", "/\\evil.example"),
            ("#isi", "#isi"),
            ("https://warta.example/read/7", "https://warta.example/read/7"),
        ] {
            assert_eq!(under("/en", path), expected);
            assert_eq!(under("", path), path);
        }
    }
}
