//! The words around what is read.

use domain::article::{CorrectionKind, Language};

use crate::text::reading::{Because, ReadingText, tenths_of_megabytes};

pub(in crate::text) const READING: ReadingText = ReadingText {
    kind: |kind| match kind {
        CorrectionKind::Ralat => "Erratum",
        CorrectionKind::Koreksi => "Correction",
        CorrectionKind::HakJawab => "Right of reply",
        CorrectionKind::Pencabutan => "Withdrawal",
    },
    told_in: "Read more:",
    tells: "This article completes or corrects:",
    corrections: "Corrections and replies",
    corrections_help: "What our articles got wrong, when it was corrected, and why. Newest first.",
    no_corrections: "There are no corrections yet.",

    tools: "Reading tools",
    display: "Display",
    language: "Language",
    as_device: "Same as device",
    light: "Light",
    sepia: "Sepia",
    dark: "Dark",
    text_size: "Font size:",
    smaller: "Smaller letters",
    larger: "Larger letters",
    listen: "Listen",
    stop_listening: "Stop",
    no_voice: "This device has no voice for reading articles aloud.",
    save: "Save",
    for_you: "For you",
    follow: "Follow",
    follow_help: "Sign in to follow topics and authors of your choice. Their newest articles are collected here.",
    followed: "What you follow",
    nothing_followed: "You follow nothing yet. Open the page of a topic or an author and choose Follow.",
    unfollow: "Unfollow",
    unfollow_subject: |name| format!("Unfollow {name}"),
    saved: "Saved",
    saved_help: "Without an account, articles are saved on this device only.",
    saved_here: "On this device",
    nothing_saved: "No articles are saved in this account yet.",
    forget: "Remove",
    share: "Share",
    copy_link: "Copy link",
    copied: "Link copied.",
    print: "Print",
    light_version: "Light version",
    whole_version: "Full version",
    ad: "Advertisement",
    scroll_on: "Scroll to continue",
    contents: "In this article",
    footnote: |number| format!("Note {number}"),
    gallery: |all| format!("Gallery of {all} pictures"),
    of_gallery: |number, all| format!("{number} of {all}"),
    address_of_picture: "Link to this picture",
    side_note: "More about this",
    table: "Table",
    further_reading: "Read also:",
    recommendations: "Read next",
    previous: "Previous",
    next: "Next",
    position: "{first} to {last} of {all}",
    why: "Why is this recommended?",
    because: |because| match because {
        Because::ReadNext => "Many readers opened it after this article.".into(),
        Because::ReadNow => "Many people are reading it now.".into(),
        Because::SameSubject(topic) => format!("Both are about {topic}."),
        Because::SimilarText => "It is similar to this article.".into(),
        Because::Newest => "Just published.".into(),
    },
    sponsored: "Sponsored content",
    sponsored_disclosure: |site| {
        format!(
            "Sponsored content is made and placed by third parties, not by the editors of {site}, and is not journalism."
        )
    },
    history: "Reading history",
    nothing_read: "Your reading history is empty.",
    forget_history: "Delete reading history",
    resume: "Back to where you stopped",
    enlarge: "Enlarge",
    picture: "Picture",
    videos: "Featured videos",
    captions: |language| match language {
        Language::Indonesian => "Indonesian captions",
        Language::English => "English captions",
    },
    watch_at: |host| format!("Watch on {host}"),
    megabytes: |bytes| {
        let (whole, tenths) = tenths_of_megabytes(bytes);
        format!("{whole}.{tenths} MB")
    },
    minutes: |minutes| format!("{minutes} min read"),
};
