//! The folder of the index: one generation of it in use, and perhaps one that is being built.

use std::fs;
use std::io;
use std::path::Path;

/// File with the name of the generation in use.
const CURRENT: &str = "current";
const PREFIX: &str = "generation-";

/// Name of the generation in use; `None` if there is none.
pub fn current(folder: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(folder.join(CURRENT)) {
        Ok(name) => Ok(Some(name.trim().to_owned()).filter(|name| number(name).is_some())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Name of a generation that nobody has begun.
pub fn next(folder: &Path) -> io::Result<String> {
    fs::create_dir_all(folder)?;
    let last = generations(folder)?.iter().filter_map(|name| number(name)).max().unwrap_or_default();
    let mut next = last + 1;
    loop {
        let name = format!("{PREFIX}{next}");
        match fs::create_dir(folder.join(&name)) {
            Ok(()) => return Ok(name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => next += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Takes a generation into use, and removes all older ones. A program that still reads them has their files open.
pub fn switch(folder: &Path, name: &str) -> io::Result<()> {
    let new = folder.join(format!("{CURRENT}.new"));
    fs::write(&new, name)?;
    fs::rename(new, folder.join(CURRENT))?;
    let own = number(name).unwrap_or_default();
    for old in generations(folder)?.into_iter().filter(|old| number(old).is_some_and(|number| number < own)) {
        if let Err(error) = fs::remove_dir_all(folder.join(&old)) {
            tracing::warn!(%error, generation = old, "cannot remove an old search index");
        }
    }
    Ok(())
}

fn generations(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?.filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    Ok(names.filter(|name| number(name).is_some()).collect())
}

fn number(name: &str) -> Option<u64> {
    name.strip_prefix(PREFIX)?.parse().ok()
}
