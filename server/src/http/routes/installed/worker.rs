//! Script of the service worker, with the files of this build.

use std::fs;
use std::path::Path;

use app::context::Site;
use app::document::stylesheet_path;
use app::head::{LITE_STYLE, LITE_STYLE_PATH};
use app::installed::WORKER_SCRIPT;
use app::routes::OFFLINE;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::pictures::hex;

/// The script. Where the site has no worker, it gets no build: then it removes itself and all that it kept.
pub fn script(site: &Site, files: &Path) -> String {
    let build = if site.has_worker { build(site, files) } else { Value::Null };
    // What ends a script element or a line ends nothing here: the script is a file, and JSON is JavaScript.
    format!("const BUILD={build};{WORKER_SCRIPT}")
}

/// Build as the worker knows it. The version is a hash of all of it: any change makes another worker, with caches of its own.
fn build(site: &Site, files: &Path) -> Value {
    let mut assets = ["pkg", "fonts"].map(|folder| assets(files, folder)).concat();
    assets.push((LITE_STYLE_PATH.clone(), LITE_STYLE.as_bytes().to_vec()));
    assets.sort_unstable();
    let assets: Vec<Value> = assets.iter().map(|(path, content)| json!([path, integrity(content)])).collect();
    let prefix = site.prefix_of(site.other_language());
    let build = json!({
        "assets": assets,
        "stylesheet": stylesheet_path(&site.assets),
        "lite": *LITE_STYLE_PATH,
        "prefix": prefix,
        "offline": OFFLINE,
    });
    let version = hex(&Sha256::digest(format!("{build}{WORKER_SCRIPT}"))[..8]);
    let mut build = build;
    build["version"] = version.into();
    build
}

/// Files of a folder of the built site that pages load, by their paths. A file that cannot be read is left to the network.
fn assets(files: &Path, folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(files.join(folder)).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let is_loaded = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|kind| ["css", "js", "wasm", "woff2"].iter().any(|known| kind == *known))
    };
    let read = |path: std::path::PathBuf| {
        let name = path.file_name()?.to_str()?;
        Some((format!("/{folder}/{name}"), fs::read(&path).ok()?))
    };
    paths.filter(is_loaded).filter_map(read).collect()
}

/// Hash by which a browser refuses a file that a network has changed.
fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}
