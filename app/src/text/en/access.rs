//! The words of the gate.

use domain::access::{Plan, RuleName};

use crate::text::access::AccessText;

pub(in crate::text) const ACCESS: AccessText = AccessText {
    gate: "Article access",
    confirmed: "Your email is confirmed.",
    confirmed_help: "Press “Continue reading” to see what is open to you.",
    cover_story: |site| format!("This is a cover story (Laput) of the {site} magazine"),
    cover_story_help: "Cover stories are open to subscribers. Free articles do not open them.",
    edition: |edition, site| format!("This article is part of {edition} {site}, a paid edition"),
    join_help: |n| {
        format!(
            "Register with an email address. Once it is confirmed, {n} newspaper and magazine articles are free."
        )
    },
    signed_out: "You are not signed in",
    subscriber_help: "You are not signed in. If you have a subscription, sign in to read this article.",
    unconfirmed: "Your email is not confirmed yet",
    unconfirmed_help: "Follow the link in our mail. After that, one of your free articles opens this one.",
    confirm: "Send it again or enter the code",
    units_left: |left, n| format!("{left} of {n} free articles left"),
    open_help: "Opening this article uses one of them. What you have opened stays open to you.",
    open: "Read this article",
    used_up: |n| format!("You have used your {n} free articles"),
    refills: |date| format!("New ones come on {date}. What you have opened stays open to you."),
    subscribe_help: |site| {
        format!(
            "A subscription to {site} opens every newspaper and magazine article, cover stories included."
        )
    },
    subscribe: "Subscribe",
    read_free: "Read free news",
    go_on: "Continue reading",
    free_to_read: "Headline, summary and opening paragraphs are free to read, and so is all web news.",
    why: "Why is this article locked?",
    why_edition: |edition, site| format!("This article is part of {edition} {site}, a paid edition."),
    why_cover_story: |site| {
        format!("Cover stories (Laput) of the {site} magazine are open to subscribers only.")
    },
    why_anonymous: |n| {
        format!("Registered readers can open {n} articles free of charge, and subscribers read all of them.")
    },
    why_signed_out: "You are not signed in in this browser, so we cannot tell whether it is already open to you.",
    why_unconfirmed: "Your free articles can be used once your email address is confirmed.",
    why_not_opened: |left| {
        let articles = if left == 1 { "article" } else { "articles" };
        format!("You still have {left} free {articles}, and have not used one for this article.")
    },
    why_used_up: |n| {
        format!("You have not opened it before, and have used your {n} free articles for others.")
    },
    why_subscribers: "A subscription that covers it opens it.",
    why_no_free_article: "Free articles do not open them.",
    why_not_covered: "No subscription of your account covers this one, and free articles do not open it.",
    question: |rule| match rule {
        RuleName::Newsroom => "Is the newsroom itself reading?",
        RuleName::Withdrawn => "Was this article withdrawn by the newsroom?",
        RuleName::FreeArticle => "Is this article free for everyone?",
        RuleName::Crawler => "Is a proven search engine reading?",
        RuleName::Subscription => "Does a running subscription cover this article?",
        RuleName::Receipt => "Has this account opened this article before?",
        RuleName::Gift => "Was this article given to the reader?",
        RuleName::CoverStory => "Is this a cover story, open to subscribers only?",
        RuleName::Anonymous => "Is nobody signed in in this browser?",
        RuleName::Unconfirmed => "Is the email address still waiting to be confirmed?",
        RuleName::UnitLeft => "Is a free article left that has not been used for this one?",
        RuleName::UsedUp => "Are all free articles used?",
    },
    opened: "Articles you have opened",
    nothing_opened: "No newspaper or magazine article has been opened yet.",
    gift: "Somebody has given you this article",
    gift_ready: "Your gift is ready to be sent",
    gift_ready_help: "Copy this link and send it to anyone.",
    gift_link: "Gift link",
    gift_article: "Back to the article",
    gift_until: |date| format!("Can be read until {date}"),
    gift_gone: "This gift is no longer valid",
    gift_gone_help: "Its time is over, or its giver has taken it back. The giver can make a new one.",
    give: "Give this article",
    give_help: |days| format!("Whoever has the link can read this article for {days} days."),
    gifts: "Articles you have given",
    gift_readings: |n| format!("Read {n} times"),
    revoke_gift: "Take back",
    plan: |plan| match plan {
        Plan::All => "all editions",
        Plan::Koran => "newspaper",
        Plan::Majalah => "magazine",
        Plan::Day => "one day",
    },
    runs_until: |plan, date| format!("Subscription {plan}, until {date}"),
};
