//! The words of the gate.

use domain::access::{Plan, RuleName};

use crate::text::access::AccessText;

pub(in crate::text) const ACCESS: AccessText = AccessText {
    plans: "Subscriptions",
    gate: "Article access",
    confirmed: "Your email is confirmed.",
    confirmed_help: "Press “Continue reading” to see what is open to you.",
    cover_story: |site| format!("This is a cover story (Laput) of the {site} magazine"),
    cover_story_help: "Cover stories are for subscribers. Free articles do not apply here.",
    edition: |edition, site| format!("This article is part of {edition} {site}, a paid edition"),
    join_help: |n| {
        format!(
            "Register with your email. Once it is confirmed, you can read {} of the newspaper and magazine.",
            free_articles(n)
        )
    },
    signed_out: "You are not signed in",
    subscriber_help: "You are not signed in. Already a subscriber? Sign in to read this article.",
    unconfirmed: "Your email is not confirmed yet",
    unconfirmed_help: "Open the link in our email. After that, you can read this article as one of your free ones.",
    confirm: "Send again or enter the code",
    units_left: |left, n| format!("{left} of {n} free articles left"),
    open_help: "Reading this article uses one of them. After that, it stays open to you.",
    open: "Read this article",
    used_up: |n| format!("You have used your {}", free_articles(n)),
    refills: |date| format!("You get new ones on {date}. Articles that you have opened stay open to you."),
    subscribe_help: |site| {
        format!(
            "Subscribers to {site} can read every newspaper and magazine article, cover stories included."
        )
    },
    subscribe: "Subscribe",
    read_free: "Read free news",
    go_on: "Continue reading",
    free_to_read: "Headline, summary and opening paragraphs are free to read. So is all news of the online edition.",
    why: "Why is this article locked?",
    why_edition: |edition, site| format!("This article is part of {edition} {site}, a paid edition."),
    why_cover_story: |site| {
        format!("This is a cover story (Laput) of the {site} magazine, for subscribers only.")
    },
    why_anonymous: |n| format!("To read it, register for {}, or subscribe.", free_articles(n)),
    why_signed_out: "You are not signed in in this browser, so we cannot tell whether it is already open to you.",
    why_unconfirmed: "Your free articles can be used once your email address is confirmed.",
    why_not_opened: |left| {
        format!("You still have {}, but have not used one for this article.", free_articles(left))
    },
    why_used_up: |n| {
        format!("You have not opened it before, and you have used your {} for others.", free_articles(n))
    },
    why_subscribers: "To read it, you need a subscription that covers this edition.",
    why_no_free_article: "Free articles do not apply to cover stories.",
    why_not_covered: "Your account has no subscription that covers it, and free articles do not apply to cover stories.",
    question: |rule| match rule {
        RuleName::Newsroom => "Is the newsroom itself reading?",
        RuleName::Withdrawn => "Was this article withdrawn by the newsroom?",
        RuleName::FreeArticle => "Is this article free for everyone?",
        RuleName::Crawler => "Is a verified search engine reading?",
        RuleName::Subscription => "Does an active subscription cover this article?",
        RuleName::Receipt => "Has this account opened this article before?",
        RuleName::Gift => "Was this article given to the reader?",
        RuleName::CoverStory => "Is this a cover story, open to subscribers only?",
        RuleName::Anonymous => "Is nobody signed in in this browser?",
        RuleName::Unconfirmed => "Is the email address still waiting to be confirmed?",
        RuleName::UnitLeft => "Is a free article left that has not been used for this one?",
        RuleName::UsedUp => "Are all free articles used up?",
    },
    opened: "Articles you have opened",
    nothing_opened: "You have not opened any newspaper or magazine articles yet.",
    gift: "This article is a gift for you",
    gift_ready: "Your gift is ready to send",
    gift_ready_help: "Copy this link and send it to anyone.",
    gift_link: "Gift link",
    gift_article: "Back to the article",
    gift_until: |date| format!("Can be read until {date}"),
    gift_gone: "This gift is no longer valid",
    gift_gone_help: "It has expired, or the sender has taken it back. Ask the sender for a new link.",
    give: "Give this article",
    give_help: |days| format!("Anyone with the link can read this article for {days} days."),
    gifts: "Articles you have given",
    gift_readings: |n| match n {
        0 => "Not read yet".to_owned(),
        1 => "Read once".to_owned(),
        _ => format!("Read {n} times"),
    },
    revoke_gift: "Take back",
    plan: |plan| match plan {
        Plan::All => "all editions",
        Plan::Koran => "newspaper",
        Plan::Majalah => "magazine",
        Plan::Day => "one day",
    },
    standing: "Your subscription and free articles",
    subscription: "Subscription",
    no_subscription: "No subscription yet",
    free_articles: "Free articles",
    runs_until: |plan, date| format!("Subscription: {plan}, until {date}"),
};

fn free_articles(count: u32) -> String {
    let articles = if count == 1 { "article" } else { "articles" };
    format!("{count} free {articles}")
}
