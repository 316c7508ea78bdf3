//! Texts about access to articles: why one is locked, how to open it, gifts and subscriptions.

use domain::access::{Plan, RuleName};

/// Texts about access in one language.
pub struct AccessText {
    /// Heading of the plans that open an article.
    pub plans: &'static str,
    /// Label of the gate's region.
    pub gate: &'static str,
    /// Message to a reader who has just confirmed the address.
    pub confirmed: &'static str,
    /// Next step after that, on pages that do not know their reader.
    pub confirmed_help: &'static str,
    /// Reason why a cover story is locked, from the site's name.
    pub cover_story: fn(&str) -> String,
    /// Advice on how to open a cover story.
    pub cover_story_help: &'static str,
    /// Reason why an article of a paid edition is locked, from edition and site.
    pub edition: fn(&str, &str) -> String,
    /// Benefit of registering, from the number of free articles.
    pub join_help: fn(u32) -> String,
    /// Message to a visitor who asks to read on and is not signed in.
    pub signed_out: &'static str,
    /// Advice to subscribers who are not signed in.
    pub subscriber_help: &'static str,
    /// Message while the address is not confirmed.
    pub unconfirmed: &'static str,
    /// Advice while the address is not confirmed.
    pub unconfirmed_help: &'static str,
    /// Link to the page that sends the email again.
    pub confirm: &'static str,
    /// Free articles left, from the number left and the total.
    pub units_left: fn(u32, u32) -> String,
    /// Note on what opening an article costs.
    pub open_help: &'static str,
    /// Button that spends a unit.
    pub open: &'static str,
    /// Message when all units are spent, from their total.
    pub used_up: fn(u32) -> String,
    /// Note on when new units are granted, from the date.
    pub refills: fn(&str) -> String,
    /// Benefit of a subscription, from the site's name.
    pub subscribe_help: fn(&str) -> String,
    /// Link to the page for subscribing.
    pub subscribe: &'static str,
    /// Link to free articles, if there is no other offer.
    pub read_free: &'static str,
    /// Button that requests the article again for this reader.
    pub go_on: &'static str,
    /// Note on what everyone may read, below each reason.
    pub free_to_read: &'static str,
    /// Question above the explanation. It has two sentences: one of the next two about the article, one of the others about the reader.
    pub why: &'static str,
    /// Sentence about an article of a paid edition, from edition and site.
    pub why_edition: fn(&str, &str) -> String,
    /// Sentence about a cover story, from the site's name.
    pub why_cover_story: fn(&str) -> String,
    /// Sentence for unknown visitors, from the number of free articles.
    pub why_anonymous: fn(u32) -> String,
    /// Sentence for visitors who have asked to read on and are not signed in.
    pub why_signed_out: &'static str,
    /// Sentence for readers with an unconfirmed address.
    pub why_unconfirmed: &'static str,
    /// Sentence for readers who have units left, from their number.
    pub why_not_opened: fn(u32) -> String,
    /// Sentence for readers without units left, from the number of free articles.
    pub why_used_up: fn(u32) -> String,
    /// Sentence for articles that only a subscription opens.
    pub why_subscribers: &'static str,
    /// Sentence about a cover story, for visitors who are not signed in.
    pub why_no_free_article: &'static str,
    /// Sentence about a cover story, for readers who are signed in.
    pub why_not_covered: &'static str,
    /// Question that a rule asks, for the trace of a decision.
    pub question: fn(RuleName) -> &'static str,
    /// Heading of the articles that a reader has opened.
    pub opened: &'static str,
    /// Message while the reader has opened none.
    pub nothing_opened: &'static str,
    /// Heading for the receiver, above the title of the gift.
    pub gift: &'static str,
    /// Heading for the giver, above the title of the gift.
    pub gift_ready: &'static str,
    /// Advice to the giver.
    pub gift_ready_help: &'static str,
    /// Label of the gift's link.
    pub gift_link: &'static str,
    /// Link that leads the giver back to the article.
    pub gift_article: &'static str,
    /// Expiry of a gift, from its date and time.
    pub gift_until: fn(&str) -> String,
    /// Heading for a gift that has expired or was revoked.
    pub gift_gone: &'static str,
    /// Explanation of such a gift.
    pub gift_gone_help: &'static str,
    /// Button that gives an article.
    pub give: &'static str,
    /// Explanation of giving, from the number of days that a gift lasts.
    pub give_help: fn(u32) -> String,
    /// Heading of the gifts of an account.
    pub gifts: &'static str,
    /// Number of times that a gift was read.
    pub gift_readings: fn(u32) -> String,
    /// Button that revokes a gift.
    pub revoke_gift: &'static str,
    /// Name of a plan, by what it opens.
    pub plan: fn(Plan) -> &'static str,
    /// Name of the part of the account page that shows what the reader may read.
    pub standing: &'static str,
    /// Heading of the reader's subscriptions.
    pub subscription: &'static str,
    /// Message where there is no subscription.
    pub no_subscription: &'static str,
    /// Heading of the free articles.
    pub free_articles: &'static str,
    /// Description of a subscription, from the name of its plan and its end.
    pub runs_until: fn(&str, &str) -> String,
}
