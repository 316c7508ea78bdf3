//! Feeds at web addresses: fetched once, by the same rules as pictures, into a folder of their own.

use std::path::PathBuf;

use anyhow::Context;
use tempfile::TempDir;

use super::former_site::Input;
use crate::import::feed::LARGEST;
use crate::pictures::Fetcher;
use crate::settings::Settings;

/// Files to import, and the folder of those that were fetched. Paths in a fetched feed lead to nothing but this folder.
pub(super) async fn inputs(
    settings: &Settings,
    sources: Vec<String>,
    allow_network: bool,
) -> anyhow::Result<(Vec<Input>, TempDir)> {
    let folder = tempfile::tempdir()?;
    let fetcher = Fetcher::new(&settings.pictures.fetch_networks);
    let mut inputs = Vec::new();
    for (number, source) in (1..).zip(sources) {
        if !(source.starts_with("http://") || source.starts_with("https://")) {
            inputs.push(Input::from(PathBuf::from(source)));
            continue;
        }
        anyhow::ensure!(allow_network, "{source} is a web address; --allow-network has it fetched");
        let (fetcher, address) = (fetcher.clone(), source.clone());
        let answer = tokio::task::spawn_blocking(move || fetcher.get(&address, LARGEST)).await?;
        let bytes = answer.with_context(|| format!("cannot fetch {source}"))?;
        let own = folder.path().join(number.to_string());
        std::fs::create_dir(&own)?;
        let path = own.join("feed");
        std::fs::write(&path, bytes)?;
        inputs.push(Input { name: source, path, beside: PathBuf::from(format!("feed-{number}")) });
    }
    Ok((inputs, folder))
}
