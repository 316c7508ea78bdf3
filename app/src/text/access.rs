//! The words of the gate: why an article is closed, and what may be done about it.

use domain::access::{Plan, RuleName};

/// The words of the gate in one language.
pub struct AccessText {
    /// Names the region of the gate.
    pub gate: &'static str,
    /// To who has just confirmed the address.
    pub confirmed: &'static str,
    /// What to do then, where the page cannot know who reads.
    pub confirmed_help: &'static str,
    /// Why a cover story is closed, from the site.
    pub cover_story: fn(&str) -> String,
    /// What opens a cover story.
    pub cover_story_help: &'static str,
    /// Why an article of a paid edition is closed, from edition and site.
    pub edition: fn(&str, &str) -> String,
    /// What registering gives, from the number of articles.
    pub join_help: fn(u32) -> String,
    /// To who asks to read on and is not signed in.
    pub signed_out: &'static str,
    /// To subscribers who are not.
    pub subscriber_help: &'static str,
    /// While the address waits for its confirmation.
    pub unconfirmed: &'static str,
    /// What to do then.
    pub unconfirmed_help: &'static str,
    /// Leads to the page on which a mail is sent again.
    pub confirm: &'static str,
    /// What is left, from that and all.
    pub units_left: fn(u32, u32) -> String,
    /// What opening costs.
    pub open_help: &'static str,
    /// Spends a unit.
    pub open: &'static str,
    /// When all units are spent.
    pub used_up: fn(u32) -> String,
    /// When new ones come, from a date.
    pub refills: fn(&str) -> String,
    /// What a subscription gives.
    pub subscribe_help: fn(&str) -> String,
    /// Leads to where one subscribes.
    pub subscribe: &'static str,
    /// Leads who can do nothing else to what is free.
    pub read_free: &'static str,
    /// Asks for what this reader may read.
    pub go_on: &'static str,
    /// What everyone may read, under every reason.
    pub free_to_read: &'static str,
    /// Above two sentences on this article and this reader: one of the first two, and one of the others.
    pub why: &'static str,
    /// From edition and site.
    pub why_edition: fn(&str, &str) -> String,
    /// From the site.
    pub why_cover_story: fn(&str) -> String,
    /// To everyone, from the number of free articles.
    pub why_anonymous: fn(u32) -> String,
    /// To who has asked and is not signed in.
    pub why_signed_out: &'static str,
    /// Before the confirmation.
    pub why_unconfirmed: &'static str,
    /// From what is left.
    pub why_not_opened: fn(u32) -> String,
    /// From the number of free articles.
    pub why_used_up: fn(u32) -> String,
    /// Where only a subscription helps.
    pub why_subscribers: &'static str,
    /// Of a cover story, to who is not signed in.
    pub why_no_free_article: &'static str,
    /// Of a cover story, to who is.
    pub why_not_covered: &'static str,
    /// What a rule asks, for the trace of a decision.
    pub question: fn(RuleName) -> &'static str,
    /// Heads what a reader has opened.
    pub opened: &'static str,
    /// While that is nothing.
    pub nothing_opened: &'static str,
    /// Above the title of a given article.
    pub gift: &'static str,
    /// The same to who gives it.
    pub gift_ready: &'static str,
    /// What the giver can do.
    pub gift_ready_help: &'static str,
    /// Names the link.
    pub gift_link: &'static str,
    /// Leads the giver to the article itself.
    pub gift_article: &'static str,
    /// Until when it can be read.
    pub gift_until: fn(&str) -> String,
    /// A gift that opens nothing any more.
    pub gift_gone: &'static str,
    /// What that means.
    pub gift_gone_help: &'static str,
    /// Makes a gift.
    pub give: &'static str,
    /// What giving means, from the days.
    pub give_help: fn(u32) -> String,
    /// Heads the gifts of an account.
    pub gifts: &'static str,
    /// How often one was read.
    pub gift_readings: fn(u32) -> String,
    /// Takes one back.
    pub revoke_gift: &'static str,
    /// What a plan opens.
    pub plan: fn(Plan) -> &'static str,
    /// Names a subscription: from its plan and its end.
    pub runs_until: fn(&str, &str) -> String,
}
