//! Local files that a record names by a path relative to its own file.

use std::io;
use std::path::{Component, Path, PathBuf};

/// Error that keeps a local file from being read.
#[derive(Debug, thiserror::Error)]
pub enum LocalFileError {
    /// The file does not exist or cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The path names a folder, a pipe or a device.
    #[error("it is no file")]
    NoFile,
    /// The path leads out of the folder of the file that names it.
    #[error("its path leads out of the folder")]
    Outside,
}

/// Resolves `src` relative to the folder, and returns the path and size. Symbolic links must not lead out of the folder. The type is
/// checked before the file is opened, since opening a pipe would block.
pub(crate) fn find(folder: &Path, src: &str) -> Result<(PathBuf, u64), LocalFileError> {
    let relative = Path::new(src);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(LocalFileError::Outside);
    }
    // The parent folder of a bare file name is an empty path.
    let folder = Path::new(".").join(folder).canonicalize()?;
    let path = folder.join(relative).canonicalize()?;
    if !path.starts_with(&folder) {
        return Err(LocalFileError::Outside);
    }
    let metadata = path.metadata()?;
    if !metadata.is_file() {
        return Err(LocalFileError::NoFile);
    }
    Ok((path, metadata.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_file_stays_in_its_folder_whatever_links_say() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("in");
        std::fs::create_dir_all(folder.join("deep")).unwrap();
        std::fs::write(root.path().join("secret"), "x").unwrap();
        std::fs::write(folder.join("a.gif"), "abc").unwrap();
        let link = |to: &str, name: &str| symlink(to, folder.join(name)).unwrap();
        link("a.gif", "inner");
        link("../in/a.gif", "around");
        link("../secret", "outer");
        link("/etc/passwd", "absolute");
        link("..", "up");
        link("/", "root");
        link("nowhere", "dead");
        link("loop", "loop");
        for (src, found) in [
            ("a.gif", true),
            ("deep/../a.gif", false),
            ("inner", true),
            ("around", true),
            ("outer", false),
            ("absolute", false),
            ("up/secret", false),
            ("up/in/a.gif", true),
            ("root/etc/passwd", false),
            ("deep", false),
            ("dead", false),
            ("loop", false),
            ("../secret", false),
            ("/etc/passwd", false),
            ("", false),
        ] {
            assert_eq!(find(&folder, src).ok().map(|(_, bytes)| bytes), found.then_some(3), "{src}");
        }
        for src in ["outer", "absolute", "up/secret", "root/etc/passwd", "../secret", "/etc/passwd"] {
            assert!(matches!(find(&folder, src), Err(LocalFileError::Outside)), "{src}");
        }
    }
}
