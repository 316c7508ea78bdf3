//! `warta check`.

use domain::access::{Access, of_newsroom};
use domain::article::Article;
use domain::body::Teaser;
use domain::newsroom::{ArticleStore, Kept, Newsroom};
use sha2::{Digest, Sha256};
use store::Work;

use super::display::Display;
use super::{Ended, open_as_is};
use crate::content::{SANITISER, paragraphs, resanitise};
use crate::pictures::{Pictures, hex};
use crate::settings::Settings;

const BATCH: u32 = 200;

pub(super) async fn run(settings: &Settings) -> anyhow::Result<Ended> {
    let database = open_as_is(settings, Work::Command).await?;
    database
        .ready()
        .await
        .map_err(|error| anyhow::anyhow!("the schema is not up to date: {error}; run `warta migrate`"))?;
    let pictures = Pictures::open(&settings.pictures)?;
    let total = database.count().await?;
    let mut display = Display::new("check", Some(total), "{msg} {wide_bar} {pos}/{len}");
    let mut faults = database.faults().await?;
    let mut checked = 0;
    let mut last = None;
    loop {
        let batch = database.walk(last.as_ref(), BATCH).await?;
        let Some(end) = batch.last() else { break };
        last = Some(end.article.id.clone());
        checked += batch.len() as u64;
        for kept in batch {
            let id = kept.article.id.clone();
            let mut found = faults_of_picture(&kept.article, &pictures).await?;
            found.extend(faults_of(kept));
            faults.extend(found.into_iter().map(|fault| format!("article {id} {fault}")));
        }
        display.show(checked);
    }
    display.end();
    database.close().await;
    for fault in &faults {
        eprintln!("{fault}");
    }
    anyhow::ensure!(
        faults.is_empty(),
        "{} faults in {checked} articles; the lines above name them",
        faults.len()
    );
    println!("checked {checked} articles: all is well");
    Ok(Ended::Done)
}

fn faults_of(kept: Kept) -> Vec<String> {
    let mut faults = Vec::new();
    let article = kept.article;
    if kept.sanitiser != SANITISER {
        faults.push(format!("went through sanitising rules {}, not {SANITISER}", kept.sanitiser));
    }
    match of_newsroom(&article) {
        Access::Whole(grant) => match kept.body.unlock(&grant) {
            Some(body) if resanitise(body.html()) != body.html() => {
                faults.push("has a text that is not sanitised".into());
            }
            Some(body) if Teaser::of(&paragraphs(body.html())) != article.teaser => {
                faults.push("has a teaser that is not the beginning of its text".into());
            }
            Some(_) => {}
            None => faults.push("has the text of another".into()),
        },
        Access::Teaser(..) => faults.push("is closed to its own newsroom".into()),
    }
    faults
}

async fn faults_of_picture(article: &Article, pictures: &Pictures) -> anyhow::Result<Vec<String>> {
    let Some(file) = article.picture.as_ref().and_then(|picture| picture.file()) else {
        return Ok(Vec::new());
    };
    let again = "import its record again";
    let mut faults: Vec<_> = match pictures.original(&file.name).await? {
        Some(bytes) if file.name.starts_with(&hex(&Sha256::digest(&bytes))) => None,
        Some(_) => Some(format!("has a damaged picture: {}", file.name)),
        None => Some(format!("has no picture {}: {again}", file.name)),
    }
    .into_iter()
    .collect();
    let missing = pictures.missing(file).await?;
    faults.extend(
        missing
            .into_iter()
            .map(|name| format!("lacks what browsers are given of its picture, {name}: {again}")),
    );
    Ok(faults)
}
