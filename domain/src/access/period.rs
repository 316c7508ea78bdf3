//! Periods after which free units are granted again.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Interval at which free units are granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Once, with the confirmed address.
    Once,
    /// Every Monday.
    Week,
    /// Every first of a month.
    Month,
}

/// One period of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Name of the period in receipts: `once`, `2024-W25`, `2024-06`. The same instant always gives the same name, so a clock that
    /// is set back grants nothing anew.
    pub key: String,
    /// Start of the next period; `None` for a period that never ends.
    pub ends_at: Option<DateTime<Utc>>,
}

impl Period {
    /// The period in which an instant lies, on the publisher's clocks.
    pub fn at(self, now: DateTime<Utc>, zone: Tz) -> Span {
        let today = now.with_timezone(&zone).date_naive();
        match self {
            Self::Once => Span { key: "once".to_owned(), ends_at: None },
            Self::Week => {
                let week = today.iso_week();
                let to_monday = 7 - u64::from(today.weekday().num_days_from_monday());
                Span {
                    key: format!("{}-W{:02}", week.year(), week.week()),
                    ends_at: today.checked_add_days(Days::new(to_monday)).map(|day| midnight(day, zone)),
                }
            }
            Self::Month => Span {
                key: today.format("%Y-%m").to_string(),
                ends_at: today
                    .with_day(1)
                    .and_then(|first| first.checked_add_months(Months::new(1)))
                    .map(|day| midnight(day, zone)),
            },
        }
    }
}

/// Start of a day; if clocks skip midnight on that day, the moment after the skip.
fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let at = day.and_time(NaiveTime::MIN);
    let mut beginnings = (0..=24).map(|quarters| at + TimeDelta::minutes(15 * quarters));
    let begins = beginnings.find_map(|at| zone.from_local_datetime(&at).earliest());
    begins.map_or_else(|| at.and_utc(), |begins| begins.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn periods_begin_at_the_publishers_midnight() {
        let jakarta = Tz::Asia__Jakarta;
        for (period, now, key, ends_at) in [
            (Period::Once, "2024-06-20T05:00:00Z", "once", None),
            (Period::Month, "2024-06-30T16:59:59Z", "2024-06", Some("2024-06-30T17:00:00Z")),
            (Period::Month, "2024-06-30T17:00:00Z", "2024-07", Some("2024-07-31T17:00:00Z")),
            (Period::Month, "2024-02-29T12:00:00Z", "2024-02", Some("2024-02-29T17:00:00Z")),
            (Period::Month, "2024-12-31T20:00:00Z", "2025-01", Some("2025-01-31T17:00:00Z")),
            (Period::Week, "2024-06-23T16:59:59Z", "2024-W25", Some("2024-06-23T17:00:00Z")),
            (Period::Week, "2024-06-23T17:00:00Z", "2024-W26", Some("2024-06-30T17:00:00Z")),
            // The last days of a year may lie in the first week of the next.
            (Period::Week, "2024-12-30T12:00:00Z", "2025-W01", Some("2025-01-05T17:00:00Z")),
        ] {
            let span = period.at(at(now), jakarta);
            assert_eq!((span.key.as_str(), span.ends_at), (key, ends_at.map(at)), "{period:?} {now}");
        }
    }

    #[test]
    fn a_period_ends_where_the_next_begins_in_every_zone() {
        for zone in [Tz::Asia__Jakarta, Tz::Asia__Beirut, Tz::America__Sao_Paulo, Tz::Africa__Cairo, Tz::UTC]
        {
            for period in [Period::Week, Period::Month] {
                let mut now = at("2015-01-01T12:00:00Z");
                for _ in 0..700 {
                    let span = period.at(now, zone);
                    let end = span.ends_at.unwrap();
                    assert!(end > now, "{zone} {period:?} {now}");
                    assert_eq!(period.at(end - TimeDelta::seconds(1), zone).key, span.key, "{zone} {end}");
                    assert_ne!(period.at(end, zone).key, span.key, "{zone} {end}");
                    now = end;
                }
            }
        }
    }
}
