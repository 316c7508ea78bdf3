//! Lists of readers (CSV) as Ghost, WooCommerce (Newspack) and others write them.

use std::collections::BTreeMap;
use std::fmt::Display;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::access::Plan;
use domain::account::{Account, EmailAddress, ImportedReader, Rng};
use domain::article::Language;
use domain::subscription::Subscription;

use super::left_behind::LeftBehind;
use crate::record::{Reject, excerpt};

/// The longest name of a subscription.
const LONGEST_REFERENCE: usize = 200;

/// Names of one column, in lower case, words joined by `_`. The first that a file has counts.
const EMAIL: &[&str] =
    &["email", "e_mail", "email_address", "user_email", "billing_email", "customer_email", "surel"];
const PLAN: &[&str] =
    &["plan", "tiers", "tier", "membership_plan", "membership", "product_name", "product", "paket"];
const UNTIL: &[&str] = &[
    "until",
    "expires",
    "expires_at",
    "expiry",
    "expiry_date",
    "end_date",
    "membership_expiration",
    "next_payment",
    "next_payment_date",
    "current_period_end",
    "sampai",
];
const STATUS: &[&str] = &["subscription_status", "membership_status", "status"];
const SUBSCRIPTION: &[&str] = &["stripe_subscription_id", "subscription_id", "langganan"];
const CUSTOMER: &[&str] = &["stripe_customer_id", "customer_id"];
const COMPLIMENTARY: &[&str] = &["complimentary_plan", "complimentary"];
const DELETED: &[&str] = &["deleted_at"];
const JOINED: &[&str] = &["created_at", "joined", "user_registered", "member_since"];
const KNOWN: [&[&str]; 9] =
    [EMAIL, PLAN, UNTIL, STATUS, SUBSCRIPTION, CUSTOMER, COMPLIMENTARY, DELETED, JOINED];

/// States of a subscription that is paid for.
const OPEN: [&str; 9] = [
    "",
    "active",
    "wc_active",
    "trialing",
    "paid",
    "comped",
    "complimentary",
    "pending_cancel",
    "wc_pending_cancel",
];

/// Decisions of the operator about a list.
pub struct ReaderList<'a> {
    /// Plan for each name that the file uses.
    pub plans: BTreeMap<String, Plan>,
    /// Last day of subscriptions for which the file has none.
    pub until: Option<NaiveDate>,
    /// Time zone of days.
    pub time_zone: chrono_tz::Tz,
    /// Language of the emails to readers.
    pub language: Language,
    /// Time of the list: what has changed later counts more.
    pub listed_at: DateTime<Utc>,
    pub now: DateTime<Utc>,
    pub rng: &'a dyn Rng,
    pub left: LeftBehind,
}

/// Columns of a file.
pub(super) struct Columns(Vec<String>);

impl Columns {
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n str>) -> Result<Self, Reject> {
        let columns = Self(names.map(key).collect());
        if columns.place(EMAIL).is_none() {
            return Err(Reject(format!(
                "no column has the addresses; it is called one of {}",
                EMAIL.join(", ")
            )));
        }
        Ok(columns)
    }

    fn place(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.0.iter().position(|known| known == name))
    }

    fn value<'r>(&self, row: &'r csv::StringRecord, names: &[&str]) -> &'r str {
        self.place(names).and_then(|place| row.get(place)).unwrap_or_default().trim()
    }

    /// Names of columns that are not read.
    pub(super) fn others(&self) -> impl Iterator<Item = &str> {
        let is_known = |name: &&str| KNOWN.iter().any(|names| names.contains(name));
        self.0.iter().map(String::as_str).filter(move |name| !is_known(name))
    }
}

/// `Stripe Customer-ID` and `stripe_customer_id` are one.
fn key(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    lower
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}

impl ReaderList<'_> {
    /// Reads a row; `None` if its reader has left the former site.
    pub(super) fn reader(
        &self,
        columns: &Columns,
        row: &csv::StringRecord,
    ) -> Result<Option<ImportedReader>, Reject> {
        let value = |names| columns.value(row, names);
        let text = value(EMAIL);
        let email =
            EmailAddress::parse(text).map_err(|error| Reject(format!("`{}`: {error}", excerpt(text))))?;
        if !value(DELETED).is_empty() {
            self.left.count("readers who were deleted", 1);
            return Ok(None);
        }
        let subscription = self.subscription(columns, row, &email)?;
        let account = Account::new(self.rng, email, None, self.language, self.now);
        Ok(Some(ImportedReader { account, subscription }))
    }

    fn subscription(
        &self,
        columns: &Columns,
        row: &csv::StringRecord,
        email: &EmailAddress,
    ) -> Result<Option<Subscription>, Reject> {
        let value = |names| columns.value(row, names);
        let (name, until, id) = (value(PLAN), value(UNTIL), value(SUBSCRIPTION));
        let is_given = matches!(value(COMPLIMENTARY).to_ascii_lowercase().as_str(), "true" | "1" | "yes");
        if name.is_empty() && until.is_empty() && id.is_empty() && !is_given {
            if !value(CUSTOMER).is_empty() {
                self.left.count("customers of Stripe without a subscription, imported as readers", 1);
            }
            return Ok(None);
        }
        if !self.plans.contains_key(name) && ["free", "gratis"].contains(&key(name).as_str()) {
            return Ok(None);
        }
        let status = key(value(STATUS));
        if !OPEN.contains(&status.as_str()) {
            self.left.count(&format!("subscriptions with status `{}`", excerpt(&status)), 1);
            return Ok(None);
        }
        let plan = self.plan(name)?;
        let ends_at =
            if until.is_empty() { self.until.map(|day| self.end_of(day)) } else { Some(self.end(until)?) };
        let ends_at = ends_at.ok_or_else(|| {
            Reject("the subscription has no end; --until DATE sets one for all that have none".into())
        })?;
        if ends_at <= self.now {
            self.left.count("subscriptions that have ended", 1);
            return Ok(None);
        }
        let reference = match id {
            "" => format!("import:{email}"),
            id if id.starts_with("sub_") => format!("stripe:{id}"),
            id => format!("import:{id}"),
        };
        if reference.len() > LONGEST_REFERENCE || reference.contains(char::is_control) {
            return Err(Reject(format!("the subscription id `{}` is too long", excerpt(id))));
        }
        let (email, changed_at) = (email.clone(), self.listed_at.min(self.now));
        Ok(Some(Subscription { reference, email, plan, starts_at: changed_at, ends_at, changed_at }))
    }

    /// Plan of a name; of several, the first that is known.
    fn plan(&self, name: &str) -> Result<Plan, Reject> {
        if name.is_empty() {
            return Ok(self.plans.get("").copied().unwrap_or(Plan::All));
        }
        let names = std::iter::once(name).chain(name.split(',').map(str::trim));
        let mut plans =
            names.filter_map(|name| self.plans.get(name).copied().or_else(|| Plan::parse(&key(name))));
        plans.next().ok_or_else(|| {
            let (known, name) = (Plan::ALL.map(Plan::as_str).join(", "), excerpt(name));
            Reject(format!("plan `{name}` is none of {known}; --plan '{name}=all' says which it is"))
        })
    }

    fn end(&self, text: &str) -> Result<DateTime<Utc>, Reject> {
        let day = text.get(..10).unwrap_or(text);
        if let (Ok(day), true) = (NaiveDate::parse_from_str(day, "%Y-%m-%d"), text.len() == 10) {
            return Ok(self.end_of(day));
        }
        if let Some(time) = text.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0)) {
            return Ok(time);
        }
        crate::record::time("until", text, self.time_zone)
    }

    /// Whoever has paid until a day has paid for the whole day.
    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let next = day.checked_add_days(Days::new(1)).unwrap_or(day).and_time(NaiveTime::MIN);
        let midnight = next.and_local_timezone(self.time_zone).earliest();
        midnight.map_or_else(|| next.and_utc(), |end| end.to_utc())
    }
}

/// Row as JSON, for the file of rejected records.
pub(super) fn row_json(names: &csv::StringRecord, row: &csv::StringRecord) -> Vec<u8> {
    let values = names.iter().zip(row.iter()).map(|(name, value)| (name.to_owned(), value.into()));
    serde_json::Value::Object(values.collect()).to_string().into_bytes()
}

/// Error of a row that is not CSV, without the place that the message names already.
pub(super) fn bad_row(error: &dyn Display) -> Reject {
    Reject(format!("not CSV: {error}"))
}
