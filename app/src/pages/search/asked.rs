//! A search in an address.

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use domain::article::{Edition, Language};
use domain::search::{DEEPEST, Filters, Order, PAGE, SearchQuery};
use domain::slug::Slug;
use url::form_urlencoded::Serializer;

use crate::routes::SEARCH;

/// Most characters of a query that the page repeats.
const SHOWN: usize = 2_000;

/// Search that an address asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    pub query: SearchQuery,
    /// The dates as the form has them.
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    /// Number of the page, from 1.
    pub page: usize,
}

impl Asked {
    /// Reads the parameters of an address. A filter that says nothing is none; `None` if the number of the page is no number.
    pub fn of(parameter: impl Fn(&str) -> Option<String>, zone: Tz) -> Option<Self> {
        let said = |name: &str| parameter(name).filter(|value| !value.trim().is_empty());
        let page = match said("hal") {
            Some(number) => number.parse::<usize>().ok().filter(|page| *page > 0)?,
            None => 1,
        };
        let slug = |name: &str| said(name).and_then(|name| Slug::from_text(&name));
        let date = |name: &str| said(name).and_then(|date| date.parse::<NaiveDate>().ok());
        let (from, until) = (date("dari"), date("sampai"));
        let filters = Filters {
            section: slug("rubrik"),
            edition: said("edisi").and_then(|word| Edition::parse(&word)),
            author: slug("penulis"),
            language: said("bahasa").and_then(|tag| Language::parse(&tag)),
            from: from.and_then(|date| midnight(date, zone)),
            before: until.and_then(|date| midnight(date.checked_add_days(Days::new(1))?, zone)),
        };
        let order = if said("urut").as_deref() == Some("terbaru") { Order::Newest } else { Order::Relevance };
        let text = said("q").unwrap_or_default().chars().take(SHOWN).collect();
        let skip = (page - 1).saturating_mul(PAGE);
        Some(Self { query: SearchQuery { text, filters, order, skip }, from, until, page })
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.query.text.trim().is_empty() && self.query.filters == Filters::default()
    }

    /// Whether no result is shown that far.
    pub fn is_too_deep(&self) -> bool {
        self.query.skip >= DEEPEST
    }

    /// Parameters of this search, without the page.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let filters = &self.query.filters;
        let order = (self.query.order == Order::Newest).then(|| "terbaru".to_owned());
        let all = [
            ("q", Some(self.query.text.clone())),
            ("rubrik", filters.section.as_ref().map(ToString::to_string)),
            ("edisi", filters.edition.map(|edition| edition.as_str().to_owned())),
            ("penulis", filters.author.as_ref().map(ToString::to_string)),
            ("bahasa", filters.language.map(|language| language.as_str().to_owned())),
            ("dari", self.from.map(|date| date.to_string())),
            ("sampai", self.until.map(|date| date.to_string())),
            ("urut", order),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// Address of a page of this search.
    pub fn address(&self, page: usize) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.parameters());
        if page > 1 {
            query.append_pair("hal", &page.to_string());
        }
        format!("{SEARCH}?{}", query.finish())
    }

    /// The same search for other words.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        Self { query: SearchQuery { text, ..self.query.clone() }, ..self.clone() }
    }
}

fn midnight(date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    Some(zone.from_local_datetime(&date.and_hms_opt(0, 0, 0)?).earliest()?.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Option<Asked> {
        let pairs: Vec<(String, String)> =
            url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let find = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
        Asked::of(find, Tz::Asia__Jakarta)
    }

    #[test]
    fn an_address_says_the_same_when_it_is_written_again() {
        for query in [
            "q=banjir+%26+rob",
            "q=a&rubrik=dunia&edisi=koran&penulis=nadira&bahasa=id&dari=2024-06-01&sampai=2024-06-30&urut=terbaru",
        ] {
            assert_eq!(asked(query).unwrap().address(1), format!("/cari?{query}"));
        }
        let july = asked("q=a&sampai=2024-06-30").unwrap().query.filters.before;
        assert_eq!(july.map(|at| at.to_rfc3339()).as_deref(), Some("2024-06-30T17:00:00+00:00"));
    }

    #[test]
    fn what_says_nothing_is_no_filter() {
        let plain = asked("q=a").unwrap();
        for query in ["q=a&rubrik=&dari=", "q=a&edisi=x&bahasa=xx&dari=kemarin&urut=?", "q=a&hal=1"] {
            assert_eq!(asked(query).unwrap(), plain, "{query}");
        }
        for query in ["q=a&hal=0", "q=a&hal=x", "q=a&hal=-1"] {
            assert_eq!(asked(query), None, "{query}");
        }
        assert!(asked("q=a&hal=1000000").unwrap().is_too_deep());
        assert!(asked("q=+").unwrap().is_empty());
    }
}
