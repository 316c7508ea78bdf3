//! Command `warta check`, which verifies the database and the stored files.

use domain::access::{Access, of_newsroom};
use domain::article::{Article, PictureFile, PictureSource, Teaser, Video};
use domain::newsroom::{ArticleRepository, StoreError, StoredArticle, id_of};
use domain::profile::{Profile, ProfileStore};
use sha2::{Digest, Sha256};
use store::{OpenError, Schema, Workload};

use super::display::Display;
use super::{Outcome, open_as_is};
use crate::content::{SANITISER, paragraphs, resanitise};
use crate::output::{note, say};
use crate::pictures::{Pictures, hex};
use crate::profile_record::sanitised_again;
use crate::settings::Settings;
use crate::videos::Videos;

const BATCH: u32 = 200;

pub(super) async fn run(settings: &Settings) -> anyhow::Result<Outcome> {
    let database = open_as_is(settings, Workload::Command).await?;
    let mut faults = Vec::new();
    match database.schema().await {
        Ok(Schema::Usable) => {}
        Ok(Schema::Outdated) => anyhow::bail!("the schema is not up to date; run `warta migrate`"),
        Ok(Schema::TooNew) => return Err(OpenError::TooNew.into()),
        // A damaged database is still checked as far as it can be read.
        Err(StoreError::Damaged(reason)) => faults.push(format!("the schema cannot be read: {reason}")),
        Err(error) => return Err(error.into()),
    }
    let pictures = Pictures::open(&settings.pictures)?;
    let videos = Videos::open(&settings.pictures, &settings.videos)?;
    faults.extend(database.integrity_errors().await?);
    let total = database.count().await.ok();
    let mut display = Display::new("check", total, "{msg} {wide_bar} {pos}/{len}");
    let (mut checked, mut last) = (0, None);
    loop {
        let batch = match database.page_after(last.as_ref(), BATCH).await {
            Ok(batch) => batch,
            Err(StoreError::Damaged(reason)) => {
                let place = last.map_or("at all".to_owned(), |id| format!("behind {id}"));
                faults.push(format!("the articles cannot be listed {place}: {reason}"));
                break;
            }
            Err(error) => return Err(error.into()),
        };
        let Some(end) = batch.last() else { break };
        last = Some(id_of(end).clone());
        checked += batch.len() as u64;
        for stored in batch {
            match stored {
                Ok(stored) => faults.extend(faults_of_all(stored, &pictures, &videos).await?),
                Err(unreadable) => faults.push(unreadable.to_string()),
            }
        }
        display.show(checked);
    }
    for profile in database.profiles().await? {
        match profile {
            Ok(profile) => faults.extend(faults_of_profile(profile, &pictures).await?),
            Err(error) => faults.push(error.to_string()),
        }
    }
    display.end();
    database.close().await;
    for fault in &faults {
        note!("{fault}");
    }
    anyhow::ensure!(
        faults.is_empty(),
        "{} faults in {checked} articles; the lines above name them",
        faults.len()
    );
    say!("checked {checked} articles: all is well")?;
    Ok(Outcome::Done)
}

/// Finds the errors of a profile, with its portrait.
async fn faults_of_profile(profile: Profile, pictures: &Pictures) -> anyhow::Result<Vec<String>> {
    let name = format!("the profile of {} {}", profile.kind.as_str(), profile.slug);
    let mut faults = match &profile.content.portrait {
        Some(portrait) => faults_of_picture(&portrait.file, pictures).await?,
        None => Vec::new(),
    };
    if profile.sanitiser < SANITISER {
        faults.push(format!("went through sanitising rules {}, not {SANITISER}", profile.sanitiser));
    } else if profile.sanitiser == SANITISER && sanitised_again(profile.clone()) != profile {
        faults.push("has a text that is not sanitised".into());
    }
    Ok(faults.into_iter().map(|fault| format!("{name} {fault}")).collect())
}

/// Finds the errors of all articles, with their pictures and videos.
async fn faults_of_all(
    stored: StoredArticle,
    pictures: &Pictures,
    videos: &Videos,
) -> anyhow::Result<Vec<String>> {
    let id = stored.article.id.clone();
    let mut found = faults_of_lead(&stored.article, pictures).await?;
    let (watched, more) = faults_of(stored);
    for video in &watched {
        found.extend(faults_of_video(video, pictures, videos).await?);
    }
    found.extend(more);
    Ok(found.into_iter().map(|fault| format!("article {id} {fault}")).collect())
}

/// Finds the errors of one article. Also returns its stored videos, which are checked separately.
fn faults_of(stored: StoredArticle) -> (Vec<Video>, Vec<String>) {
    let (mut faults, mut videos) = (Vec::new(), Vec::new());
    let article = stored.article;
    if stored.sanitiser < SANITISER {
        faults.push(format!("went through sanitising rules {}, not {SANITISER}", stored.sanitiser));
    }
    match of_newsroom(&article) {
        Access::Whole(grant) => match stored.body.unlock(&grant) {
            Some(body) => {
                videos.extend_from_slice(body.videos());
                if stored.sanitiser > SANITISER {
                    // Texts that a newer version sanitised are not checked with older rules.
                } else if resanitise(body.html()) != body.html() {
                    faults.push("has a text that is not sanitised".into());
                } else if Teaser::of(&paragraphs(body.html())) != article.teaser {
                    faults.push("has a teaser that is not the beginning of its text".into());
                }
            }
            None => faults.push("has the text of another".into()),
        },
        Access::Teaser(..) => faults.push("is closed to its own newsroom".into()),
    }
    (videos, faults)
}

/// Instruction for the operator if the store has lost a picture or video.
const AGAIN: &str = "import its record again";

async fn faults_of_lead(article: &Article, pictures: &Pictures) -> anyhow::Result<Vec<String>> {
    match article.picture.as_ref().and_then(|picture| picture.file()) {
        Some(file) => faults_of_picture(file, pictures).await,
        None => Ok(Vec::new()),
    }
}

async fn faults_of_video(video: &Video, pictures: &Pictures, videos: &Videos) -> anyhow::Result<Vec<String>> {
    let mut faults = Vec::new();
    if let Some(file) = video.file() {
        for name in [Some(&file.name), video.captions.as_ref()].into_iter().flatten() {
            match videos.is_sound(name).await? {
                Some(true) => {}
                Some(false) => faults.push(format!("has a damaged video: {name}")),
                None => faults.push(format!("has no video {name}: {AGAIN}")),
            }
        }
    }
    if let Some(PictureSource::File(poster)) = &video.poster {
        faults.extend(faults_of_picture(poster, pictures).await?);
    }
    Ok(faults)
}

async fn faults_of_picture(file: &PictureFile, pictures: &Pictures) -> anyhow::Result<Vec<String>> {
    let mut faults: Vec<_> = match pictures.original(&file.name).await? {
        Some(bytes) if file.name.starts_with(&hex(&Sha256::digest(&bytes))) => None,
        Some(_) => Some(format!("has a damaged picture: {}", file.name)),
        None => Some(format!("has no picture {}: {AGAIN}", file.name)),
    }
    .into_iter()
    .collect();
    let missing = pictures.missing(file).await?;
    faults.extend(
        missing
            .into_iter()
            .map(|name| format!("lacks what browsers are given of its picture, {name}: {AGAIN}")),
    );
    Ok(faults)
}
