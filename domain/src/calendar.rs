//! Days of the publication's calendar, and the instants at which they begin.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

/// The date that year, month and day of an address name; `None` if there is no such day.
pub fn parse_date(parts: [&str; 3]) -> Option<NaiveDate> {
    let [year, month, day] = parts;
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|sign| sign.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// First instant of the first day, and that of the day after the last one; `None` at the end of the calendar.
pub fn span(first: NaiveDate, last: NaiveDate, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    Some((midnight(first, zone)?, midnight(last.checked_add_days(Days::new(1))?, zone)?))
}

/// The first instant of a day. Where clocks are put forward at midnight, it is the first one that there is.
pub fn midnight(date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    let mut starts = (0..4).filter_map(|hour| Some(date.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?)));
    let first = starts.find_map(|start| start.and_local_timezone(zone).earliest())?;
    Some(first.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<NaiveDate> {
        let parts: Vec<&str> = text.split('/').collect();
        parse_date(parts.try_into().unwrap())
    }

    #[test]
    fn a_day_is_that_of_the_papers_own_clock() {
        let day = date("2026/11/27").unwrap();
        assert_eq!(day, NaiveDate::from_ymd_opt(2026, 11, 27).unwrap());
        let (from, until) = span(day, day, chrono_tz::Asia::Jakarta).unwrap();
        assert_eq!(from.to_rfc3339(), "2026-11-26T17:00:00+00:00");
        assert_eq!((until - from).num_hours(), 24);
    }

    #[test]
    fn a_day_without_midnight_begins_when_its_clocks_do() {
        let day = date("2018/11/04").unwrap();
        let (from, until) = span(day, day, chrono_tz::America::Sao_Paulo).unwrap();
        assert_eq!(from.to_rfc3339(), "2018-11-04T03:00:00+00:00");
        assert_eq!((until - from).num_hours(), 23);
    }

    #[test]
    fn what_is_no_day_has_no_date() {
        for text in ["2026/02/30", "2026/13/01", "0/0/0", "x/1/1", "-1/1/1", "2026/1/+1", "99999/1/1", "//"] {
            assert!(date(text).is_none(), "{text}");
        }
    }
}
