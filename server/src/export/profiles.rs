//! Export of all profiles to a file beside that of the articles.

use std::io::Write;
use std::path::Path;

use domain::profile::ProfileStore;

use super::{Exported, beside, copy};
use crate::article_record::PICTURES;
use crate::pictures::Pictures;
use crate::profile_record::record;

/// Writes the profiles atomically to the file NAME.profiles.jsonl, and their portraits beside it. Without profiles, there is no file.
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
    let path = beside(file, "profiles.jsonl");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_stand_beside_the_articles() {
        for (file, expected) in [
            ("out/all.jsonl.gz", "out/all.profiles.jsonl"),
            ("all.jsonl", "all.profiles.jsonl"),
            ("all.xml.gz", "all.profiles.jsonl"),
            ("all", "all.profiles.jsonl"),
        ] {
            assert_eq!(beside(Path::new(file), "profiles.jsonl"), Path::new(expected));
        }
    }
}
