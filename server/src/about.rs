//! Pages about the publisher, from a folder of Markdown files.

use std::path::{Path, PathBuf};

use app::context::AboutPage;
use domain::slug::Slug;

use crate::content::page_html;

/// Error in the folder of pages about the publisher.
#[derive(Debug, thiserror::Error)]
pub enum AboutError {
    /// The folder or a file in it cannot be read.
    #[error("site.pages: {}: {error}", path.display())]
    Unreadable {
        /// Path of the folder or file.
        path: PathBuf,
        /// Error of the system.
        error: std::io::Error,
    },
    /// The file name cannot become an address.
    #[error("site.pages: {}: the name has to be lower-case words joined by hyphens, with or without a number before them", .0.display())]
    Name(PathBuf),
    /// The file does not begin with a title.
    #[error("site.pages: {}: the first line has to be the title: `# Title`", .0.display())]
    Title(PathBuf),
    /// Two files lead to the same address.
    #[error("site.pages: {}: there is a page with this address already", .0.display())]
    Twice(PathBuf),
}

/// Reads the pages of a folder, sorted by file name: `10-redaksi.md` comes before `20-privasi.md`, and its address is
/// `/tentang/redaksi`. Without a folder there are no pages.
pub fn about_pages(folder: Option<&Path>) -> Result<Vec<AboutPage>, AboutError> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        |error| AboutError::Unreadable { path, error }
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
        files.push(entry.map_err(unreadable(folder))?.path());
    }
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    let mut pages: Vec<AboutPage> = Vec::with_capacity(files.len());
    for path in files {
        let text = std::fs::read_to_string(&path).map_err(unreadable(&path))?;
        let page = page(&path, &text)?;
        if pages.iter().any(|other| other.slug == page.slug) {
            return Err(AboutError::Twice(path));
        }
        pages.push(page);
    }
    Ok(pages)
}

fn page(path: &Path, text: &str) -> Result<AboutPage, AboutError> {
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let name = name.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start_matches('-');
    let slug = Slug::parse(name).ok_or_else(|| AboutError::Name(path.to_owned()))?;
    let (title, body) = text.trim_start_matches('\u{feff}').split_once('\n').unwrap_or((text, ""));
    let title = title.strip_prefix("# ").map(str::trim).filter(|title| !title.is_empty());
    let title = title.ok_or_else(|| AboutError::Title(path.to_owned()))?.to_owned();
    Ok(AboutPage { slug, title, html: page_html(body) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn pages_come_in_the_order_of_their_names() {
        let folder = folder(&[
            ("20-privasi.md", "# Privasi\n\nKami <script>x</script> tidak *melacak*."),
            ("10-redaksi.md", "\u{feff}# Redaksi \r\n\n## Alamat\n\nJalan."),
            ("catatan.txt", "bukan halaman"),
        ]);
        let pages = about_pages(Some(folder.path())).unwrap();
        let named: Vec<_> = pages.iter().map(|page| (page.slug.as_str(), page.title.as_str())).collect();
        assert_eq!(named, [("redaksi", "Redaksi"), ("privasi", "Privasi")]);
        assert!(pages[0].html.contains("<h2>Alamat</h2>"), "{}", pages[0].html);
        assert!(pages[1].html.contains("<em>melacak</em>") && !pages[1].html.contains("script"));
        assert!(about_pages(None).unwrap().is_empty());
    }

    #[test]
    fn what_is_wrong_is_named_with_its_file() {
        for (files, told) in [
            (vec![("a.md", "Tanpa judul")], "a.md: the first line"),
            (vec![("a.md", "")], "a.md: the first line"),
            (vec![("Dua Kata.md", "# x")], "Dua Kata.md: the name"),
            (vec![("10.md", "# x")], "10.md: the name"),
            (vec![("1-a.md", "# x"), ("2-a.md", "# y")], "2-a.md: there is a page"),
        ] {
            let folder = folder(&files);
            let error = about_pages(Some(folder.path())).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
        let error = about_pages(Some(Path::new("/tidak/ada"))).unwrap_err().to_string();
        assert!(error.contains("/tidak/ada: No such file"), "{error}");
    }
}
