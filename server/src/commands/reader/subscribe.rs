//! Command `warta reader subscribe`, for subscriptions that were not paid online.

use anyhow::Context;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use clap::Args;
use domain::access::Plan;
use domain::account::{AccountStore, EmailAddress};
use domain::subscription::{Subscription, SubscriptionStore};
use store::Database;

use super::{address, end};
use crate::clock;
use crate::output::say;
use crate::settings::Settings;

/// Who subscribes to what, until when.
#[derive(Args)]
pub(in crate::commands) struct Arguments {
    /// The address; it may register later
    email: String,
    /// What is paid for: all, koran, majalah or day (all, for a day)
    #[arg(long, default_value = "all", value_parser = plan)]
    plan: Plan,
    /// The last day, YYYY-MM-DD on the publisher's clocks; required for every plan but `day`
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    /// Names the subscription: the same name again changes it
    #[arg(long, value_name = "NAME")]
    reference: Option<String>,
}

fn plan(text: &str) -> Result<Plan, String> {
    Plan::parse(text).ok_or_else(|| format!("is none of {}", Plan::ALL.map(Plan::as_str).join(", ")))
}

fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "is no date like 2027-12-31".to_owned())
}

pub(super) async fn run(
    settings: &Settings,
    database: &Database,
    arguments: Arguments,
) -> anyhow::Result<()> {
    let (email, now) = (address(&arguments.email)?, clock::now());
    let ends_at = ends_at(settings, &arguments, now)?;
    let reference = arguments.reference.unwrap_or_else(|| reference(&email, arguments.plan));
    let subscription =
        Subscription { reference, email, plan: arguments.plan, starts_at: now, ends_at, changed_at: now };
    anyhow::ensure!(
        database.subscribe(&subscription).await?,
        "a later change of the subscription {} is known; is the clock of this machine right?",
        subscription.reference
    );
    let (plan, until) = (subscription.plan.as_str(), end(settings, &subscription));
    let Subscription { reference, email, .. } = subscription;
    say!("{email} has subscribed to {plan} until {until} (reference {reference})")?;
    if database.account_of(&email).await?.is_none() {
        say!("{email} has no account yet; the subscription waits for one")?;
    }
    Ok(())
}

fn ends_at(settings: &Settings, arguments: &Arguments, now: DateTime<Utc>) -> anyhow::Result<DateTime<Utc>> {
    let Some(until) = arguments.until else {
        anyhow::ensure!(
            arguments.plan == Plan::Day,
            "--until DATE is required for the plan `{}`: the last day of the subscription, like 2027-12-31",
            arguments.plan.as_str()
        );
        return Ok(now + TimeDelta::hours(settings.quota.day_pass_hours.into()));
    };
    let next = until.checked_add_days(Days::new(1)).context("--until is beyond every calendar")?;
    let midnight = next.and_time(NaiveTime::MIN).and_local_timezone(settings.site.time_zone).earliest();
    let ends_at = midnight.map_or_else(|| next.and_time(NaiveTime::MIN).and_utc(), |end| end.to_utc());
    anyhow::ensure!(ends_at > now, "--until {until} is in the past");
    Ok(ends_at)
}

/// Default reference: an address has one subscription of each kind, unless the operator names it.
fn reference(email: &EmailAddress, plan: Plan) -> String {
    format!("desk:{}:{email}", plan.as_str())
}
