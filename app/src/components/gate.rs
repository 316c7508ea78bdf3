//! What stands where a closed article's text ends.

use domain::access::Reason;
use leptos::prelude::*;

use crate::context::Services;
use crate::text;

/// Why the rest is closed, in words.
#[derive(Clone, Debug)]
pub struct GateView {
    name: &'static str,
    reason: String,
    free: &'static str,
}

impl GateView {
    /// The words for a reason.
    pub fn of(services: &Services, reason: Reason) -> Self {
        let words = services.text();
        let site = &services.site.name;
        let reason = match reason {
            Reason::CoverStory => (words.cover_story_closed)(site),
            Reason::PaidEdition(edition) => (words.edition_closed)(text::edition(edition), site),
        };
        Self { name: words.gate, reason, free: words.free_to_read }
    }
}

/// One calm panel.
#[component]
pub fn Gate(gate: GateView) -> impl IntoView {
    view! {
        <section class="gate" aria-label=gate.name>
            <p class="gate__reason">{gate.reason}</p>
            <p class="gate__free">{gate.free}</p>
        </section>
    }
}
