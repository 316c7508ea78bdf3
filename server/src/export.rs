//! Export of all articles to a file.

mod profiles;
mod redirects;
mod wxr;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use domain::access::{Access, of_newsroom};
use domain::article::{PictureSource, original};
use domain::newsroom::{ArticleRepository, StoredArticle, Unreadable, id_of};
use flate2::Compression;
use flate2::write::GzEncoder;

pub use profiles::export_profiles;
pub use redirects::export_redirects;
pub use wxr::Wxr;

use crate::article_record::{PICTURES, VIDEOS, record};
use crate::pictures::Pictures;
use crate::videos::{Videos, is_captions};

const BATCH: u32 = 200;

/// Result of an export.
#[derive(Debug, Default)]
pub struct Exported {
    /// Number of records that were written.
    pub articles: u64,
    /// Number of profiles that were written.
    pub profiles: u64,
    /// Number of pictures that were copied.
    pub pictures: u64,
    /// Number of videos that were copied.
    pub videos: u64,
    /// Names of pictures, videos and captions that the store does not have.
    pub missing: Vec<String>,
    /// Articles that cannot be read from the store.
    pub unreadable: Vec<Unreadable>,
    /// Messages about profiles that cannot be read from the store.
    pub unreadable_profiles: Vec<String>,
}

/// Format of an exported file.
#[derive(Clone, Debug)]
pub enum Format {
    /// Article records, one JSON object a line.
    Jsonl,
    /// For WordPress.
    Wxr(Wxr),
}

/// Writes `file` atomically, and the pictures and videos beside it.
pub async fn export(
    newsroom: &dyn ArticleRepository,
    (pictures, videos): (&Pictures, &Videos),
    file: &Path,
    format: &Format,
    mut show: impl FnMut(u64),
) -> anyhow::Result<Exported> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let temporary = tempfile::NamedTempFile::new_in(folder)?;
    let plain = BufWriter::new(temporary.as_file().try_clone()?);
    let packed = file.extension().is_some_and(|ending| ending == "gz");
    let mut output = if packed {
        Output::Packed(GzEncoder::new(plain, Compression::default()))
    } else {
        Output::Plain(plain)
    };
    let mut exported = Exported::default();
    let mut names = Names::default();
    let (mut last, mut number) = (None, 0);
    if let Format::Wxr(wxr) = format {
        wxr.head(&mut output)?;
    }
    loop {
        let batch = newsroom.page_after(last.as_ref(), BATCH).await?;
        let Some(end) = batch.last() else { break };
        last = Some(id_of(end).clone());
        for stored in batch {
            match stored {
                Ok(stored) => {
                    write(stored, (format, &mut number), &mut output, &mut names)?;
                    exported.articles += 1;
                }
                Err(unreadable) => exported.unreadable.push(unreadable),
            }
        }
        show(exported.articles);
    }
    if let Format::Wxr(_) = format {
        output.write_all(wxr::FOOT.as_bytes())?;
    }
    output.finish()?;
    temporary.as_file().sync_all()?;
    for name in names.pictures {
        if copy(pictures, &name, &folder.join(PICTURES)).await? {
            exported.pictures += 1;
        } else {
            exported.missing.push(name);
        }
    }
    if !names.videos.is_empty() {
        std::fs::create_dir_all(folder.join(VIDEOS))?;
    }
    for name in names.videos {
        if videos.copy(&name, &folder.join(VIDEOS)).await? {
            exported.videos += u64::from(!is_captions(&name));
        } else {
            exported.missing.push(name);
        }
    }
    temporary.persist(file)?;
    Ok(exported)
}

/// Path of another file of an export: `all.profiles.jsonl` for `all.jsonl.gz`.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let name = name.strip_suffix(".jsonl").or_else(|| name.strip_suffix(".xml")).unwrap_or(name);
    file.with_file_name(format!("{name}.{ending}"))
}

/// Names of the files to copy beside the records.
#[derive(Default)]
struct Names {
    pictures: BTreeSet<String>,
    videos: BTreeSet<String>,
}

fn write(
    stored: StoredArticle,
    (format, number): (&Format, &mut u64),
    output: &mut Output,
    names: &mut Names,
) -> anyhow::Result<()> {
    let article = stored.article;
    let Access::Whole(grant) = of_newsroom(&article) else {
        anyhow::bail!("article {} is closed to its own newsroom", article.id);
    };
    let Some(body) = stored.body.unlock(&grant) else {
        anyhow::bail!("article {} has the text of another", article.id)
    };
    let pictures = &mut names.pictures;
    pictures
        .extend(article.picture.as_ref().and_then(|picture| picture.file()).map(|file| file.name.clone()));
    let inline = body.html().split("src=\"/gambar/").skip(1);
    pictures.extend(inline.filter_map(|rest| rest.split('"').next()).map(original));
    for video in body.videos() {
        if let Some(PictureSource::File(file)) = &video.poster {
            pictures.insert(file.name.clone());
        }
        if let Some(file) = video.file() {
            names.videos.insert(file.name.clone());
            names.videos.extend(video.captions.clone());
        }
    }
    let record = record(&article, &body);
    match format {
        Format::Jsonl => {
            serde_json::to_writer(&mut *output, &record)?;
            output.write_all(b"\n")?;
        }
        Format::Wxr(wxr) => wxr.article(output, &article, record, number)?,
    }
    Ok(())
}

async fn copy(pictures: &Pictures, name: &str, folder: &Path) -> anyhow::Result<bool> {
    let Some(bytes) = pictures.original(name).await? else {
        return Ok(false);
    };
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join(name), bytes)?;
    Ok(true)
}

enum Output {
    Plain(BufWriter<File>),
    Packed(GzEncoder<BufWriter<File>>),
}

impl Output {
    fn finish(self) -> io::Result<()> {
        match self {
            Self::Plain(mut plain) => plain.flush(),
            Self::Packed(packed) => packed.finish()?.flush(),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(plain) => plain.write(bytes),
            Self::Packed(packed) => packed.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(plain) => plain.flush(),
            Self::Packed(packed) => packed.flush(),
        }
    }
}
