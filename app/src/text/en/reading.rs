//! The words around what is read.

use domain::correction::Kind;

use crate::text::reading::ReadingText;

pub(in crate::text) const READING: ReadingText = ReadingText {
    kind: |kind| match kind {
        Kind::Ralat => "Erratum",
        Kind::Koreksi => "Correction",
        Kind::HakJawab => "Right of reply",
        Kind::Pencabutan => "Withdrawal",
    },
    told_in: "The whole of it:",
    tells: "This article completes or corrects:",
    corrections: "Corrections and replies",
    corrections_help: "What our articles got wrong, when it was put right, and why. The newest comes first.",
    no_corrections: "There is no correction yet.",

    tools: "Reading tools",
    display: "Display",
    as_device: "As the device",
    light: "Light",
    sepia: "Sepia",
    dark: "Dark",
    text_size: "Font size:",
    smaller: "Smaller letters",
    larger: "Larger letters",
    listen: "Listen",
    stop_listening: "Stop",
    save: "Save",
    saved: "Saved",
    saved_help: "Without an account, articles are kept on this device only.",
    saved_here: "On this device",
    nothing_saved: "No article is kept in this account yet.",
    forget: "Remove",
    share: "Share",
    copy_link: "Copy link",
    copied: "Link copied.",
    print: "Print",
    light_version: "Light version",
    whole_version: "Full version",
    ad: "Advertisement",
    scroll_on: "Scroll to go on",
    resume: "To where you stopped",
    enlarge: "Enlarge",
    picture: "Picture",
    minutes: |minutes| format!("{minutes} min read"),
};
