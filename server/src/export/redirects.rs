//! Export of all redirects to a table beside the file of articles.

use std::path::{Path, PathBuf};

use domain::redirect::RedirectStore;

use super::beside;

const BATCH: u32 = 1000;

/// Writes the redirects atomically to NAME.redirects.csv, and returns their number. Without redirects, there is no file.
pub async fn export_redirects(store: &dyn RedirectStore, file: &Path) -> anyhow::Result<u64> {
    let path: PathBuf = beside(file, "redirects.csv");
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut batch = store.redirects(None, BATCH).await?;
    if batch.is_empty() {
        return Ok(0);
    }
    let temporary = tempfile::NamedTempFile::new_in(folder)?;
    let mut table = csv::Writer::from_writer(temporary.as_file().try_clone()?);
    table.write_record(["from", "to"])?;
    let mut count = 0;
    while let Some(last) = batch.last().map(|redirect| redirect.from.clone()) {
        for redirect in &batch {
            table.write_record([redirect.from.as_str(), redirect.to.path().unwrap_or_default()])?;
            count += 1;
        }
        batch = store.redirects(Some(&last), BATCH).await?;
    }
    table.flush()?;
    temporary.as_file().sync_all()?;
    temporary.persist(path)?;
    Ok(count)
}
