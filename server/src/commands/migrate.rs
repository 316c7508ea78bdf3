//! `warta migrate`, and the start of every other command.

use domain::access::{Access, of_newsroom};
use domain::article::Teaser;
use domain::newsroom::{ArticleRepository, Rewrite, StoreError, StoredArticle};
use domain::profile::ProfileStore;
use store::{Database, Workload};

use super::{Outcome, open_as_is};
use crate::content::{SANITISER, paragraphs, resanitise};
use crate::output::say;
use crate::profile_record::sanitised_again;
use crate::settings::Settings;

/// Texts in one transaction.
const BATCH: u32 = 200;

pub(super) async fn run(settings: &Settings) -> anyhow::Result<Outcome> {
    let database = open_as_is(settings, Workload::Command).await?;
    let rewritten = bring_up_to_date(&database).await?;
    database.close().await;
    say!("schema up to date, {rewritten} texts sanitised again")?;
    Ok(Outcome::Done)
}

/// Brings the schema up to date, then the texts; says how many texts changed their rules.
pub(super) async fn bring_up_to_date(database: &Database) -> anyhow::Result<usize> {
    database.migrate().await?;
    let (mut rewritten, mut skip) = (profiles_again(database).await?, 0);
    loop {
        let outdated = database.outdated(SANITISER, skip, BATCH).await?;
        if outdated.is_empty() {
            return Ok(rewritten);
        }
        for unreadable in outdated.iter().filter_map(|stored| stored.as_ref().err()) {
            tracing::error!(error = %unreadable, "its text was not sanitised again; `warta check` tells more");
        }
        let count = outdated.len();
        let texts: Vec<Rewrite> = outdated.into_iter().flatten().filter_map(again).collect();
        database.rewrite(&texts, SANITISER).await?;
        rewritten += texts.len();
        // These stay as they are, and keep no other from being served.
        skip += u32::try_from(count - texts.len())?;
    }
}

/// Sanitises the profiles that went through older rules; says how many.
async fn profiles_again(database: &Database) -> Result<usize, StoreError> {
    let mut outdated = Vec::new();
    for profile in database.profiles().await? {
        match profile {
            Ok(profile) if profile.sanitiser < SANITISER => outdated.push(sanitised_again(profile)),
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "a profile was not sanitised again"),
        }
    }
    database.save_profiles(&outdated).await?;
    Ok(outdated.len())
}

fn again(stored: StoredArticle) -> Option<Rewrite> {
    let Access::Whole(grant) = of_newsroom(&stored.article) else {
        return None;
    };
    let body_html = resanitise(stored.body.unlock(&grant)?.html());
    let teaser = Teaser::of(&paragraphs(&body_html));
    Some(Rewrite { id: stored.article.id, body_html, teaser })
}
