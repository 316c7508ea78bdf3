//! Metrics of access decisions and registrations. They contain nothing about individual readers.

use domain::access::RuleName;
use domain::account::ReturnTo;
use domain::reading::{Reading, Text};
use metrics::counter;

use crate::address::plain;

/// Counts a decision for a reader who asked, by the rule that made it.
pub fn decided(reading: &Reading) {
    let rule = reading.decided_by().map_or("none", RuleName::as_str);
    let access = match reading.text {
        Text::Whole(_) => "whole",
        Text::Teaser(..) => "teaser",
    };
    counter!("warta_decisions_total", "rule" => rule, "access" => access).increment(1);
}

/// Counts a gate that was shown.
pub fn gate_shown(rule: &str) {
    counter!("warta_gate_views_total", "rule" => rule.to_owned()).increment(1);
}

/// Counts a registration.
pub fn registered(return_to: &ReturnTo) {
    counter!("warta_registrations_total", "from" => from(return_to)).increment(1);
}

/// Counts a confirmed address.
pub fn confirmed(return_to: &ReturnTo) {
    counter!("warta_confirmations_total", "from" => from(return_to)).increment(1);
}

/// Kind of page at which the registration began: an article, or any other page.
fn from(return_to: &ReturnTo) -> &'static str {
    if plain(return_to.as_str()).starts_with("/read/") { "article" } else { "elsewhere" }
}
