//! The same page in both languages: which addresses it has, and how one page leads to the other.

use std::sync::Arc;

use domain::account::ReturnTo;
use domain::article::Language;

use crate::address;
use crate::context::{self, Services, Site};
use crate::routes::{follows_choice, is_callback, is_page};

/// Both, in the order in which they are offered.
pub const LANGUAGES: [Language; 2] = [Language::Indonesian, Language::English];

impl Services {
    /// The same, for pages in the language that is not the site's own.
    #[must_use]
    pub fn in_other_language(&self) -> Self {
        let site = Site { language: self.site.other_language(), ..(*self.site).clone() };
        Self { site: Arc::new(site), ..self.clone() }
    }
}

impl Site {
    /// The language of the addresses with a prefix.
    pub fn other_language(&self) -> Language {
        match self.own_language {
            Language::Indonesian => Language::English,
            Language::English => Language::Indonesian,
        }
    }

    /// What stands before the paths of a language: nothing before those of the site's own.
    pub fn prefix_of(&self, language: Language) -> &'static str {
        if language == self.own_language { "" } else { address::prefix(language) }
    }

    /// The tag of a language that is not that of these pages.
    pub fn foreign(&self, language: Language) -> Option<&'static str> {
        (language != self.language).then_some(language.as_str())
    }

    /// What stands before the paths of these pages.
    pub fn prefix(&self) -> &'static str {
        self.prefix_of(self.language)
    }
}

/// A path behind a prefix. What is no page, or stands there already, stays as it is.
pub fn under(prefix: &str, path: &str) -> String {
    if prefix.is_empty() || !is_page(path) {
        path.to_owned()
    } else {
        // The front page has no slash at its end, so that it has one address.
        let rest = path.strip_prefix('/').filter(|rest| rest.is_empty() || rest.starts_with(['?', '#']));
        format!("{prefix}{}", rest.unwrap_or(path))
    }
}

/// The addresses of this page in each language, with what its query says. Where the path is no page's, as anyone may write it into
/// a link, those of the front page.
pub fn choices(site: &Site) -> [(Language, String); 2] {
    let path = context::path();
    // Coming back from a provider ends something: its address is asked once.
    let (path, query) =
        if is_callback(&path) { ("/masuk".to_owned(), None) } else { (path, context::query()) };
    let asked = query.map(|query| format!("{path}?{query}"));
    let is_plain = |path: &String| ReturnTo::parse(path).as_str() == path && is_page(path);
    let path = asked.into_iter().chain([path]).find(is_plain).unwrap_or_else(|| "/".to_owned());
    LANGUAGES.map(|language| (language, under(site.prefix_of(language), &path)))
}

/// The path of this page in the other language, where a browser may go there by itself: asked by GET, and without a secret in its
/// address.
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
