//! Export of all profiles to a file beside that of the articles.

use std::io::Write;
use std::path::{Path, PathBuf};

use domain::profile::ProfileStore;

use super::{Exported, copy};
use crate::article_record::PICTURES;
use crate::pictures::Pictures;
use crate::profile_record::record;

/// Writes the profiles atomically to the file of [`profiles_path`], and their portraits beside it. Without profiles, there is no file.
pub async fn export_profiles(
    profiles: &dyn ProfileStore,
    pictures: &Pictures,
    file: &Path,
    exported: &mut Exported,
) -> anyhow::Result<()> {
    let profiles = profiles.profiles().await?;
    if profiles.is_empty() {
        return Ok(());
    }
    let path = profiles_path(file);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    for profile in profiles {
        let profile = match profile {
            Ok(profile) => profile,
            Err(error) => {
                exported.unreadable_profiles.push(error.to_string());
                continue;
            }
        };
        serde_json::to_writer(&mut temporary, &record(&profile))?;
        temporary.write_all(b"\n")?;
        if let Some(portrait) = &profile.content.portrait {
            if copy(pictures, &portrait.file.name, &folder.join(PICTURES)).await? {
                exported.pictures += 1;
            } else {
                exported.missing.push(portrait.file.name.clone());
            }
        }
        exported.profiles += 1;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(path)?;
    Ok(())
}

/// Path of the profiles of an export: `all.profiles.jsonl` for `all.jsonl.gz`.
fn profiles_path(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let name = name.strip_suffix(".jsonl").unwrap_or(name);
    file.with_file_name(format!("{name}.profiles.jsonl"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_stand_beside_the_articles() {
        for (file, expected) in [
            ("out/all.jsonl.gz", "out/all.profiles.jsonl"),
            ("all.jsonl", "all.profiles.jsonl"),
            ("all", "all.profiles.jsonl"),
        ] {
            assert_eq!(profiles_path(Path::new(file)), Path::new(expected));
        }
    }
}
