//! `/dev/surat`: the mails of a site under development. Only where they lie in a folder and only this machine is served.

use std::path::{Path, PathBuf};

use app::context::Site;
use app::document::{LyingMail, mails};
use axum::response::{Html, IntoResponse, Response};
use http::header;
use mail_parser::MessageParser;

/// The newest are enough.
const MOST: usize = 50;

/// The page of the folder.
pub(super) async fn page(site: &Site, folder: PathBuf) -> Response {
    let lying = tokio::task::spawn_blocking(move || lying(&folder)).await.unwrap_or_default();
    ([(header::CACHE_CONTROL, "no-store")], Html(mails(site, lying))).into_response()
}

fn lying(folder: &Path) -> Vec<LyingMail> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "eml")).collect();
    // Names begin with the time.
    files.sort_by(|one, other| other.cmp(one));
    files.iter().take(MOST).filter_map(|path| read(path)).collect()
}

fn read(path: &Path) -> Option<LyingMail> {
    let bytes = std::fs::read(path).ok()?;
    let mail = MessageParser::default().parse(&bytes)?;
    let text = mail.body_text(0).unwrap_or_default().into_owned();
    let is_link = |word: &&str| word.starts_with("http://") || word.starts_with("https://");
    Some(LyingMail {
        to: mail.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default().to_owned(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        links: text.split_whitespace().filter(is_link).map(str::to_owned).collect(),
        text,
    })
}
