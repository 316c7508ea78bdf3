//! The words about reading without a network.

use crate::text::offline::OfflineText;

pub(in crate::text) const OFFLINE: OfflineText = OfflineText {
    keep: ["Save ", "for ", "offline", " reading"],
    heading: "Offline reading",
    help: "The articles on this page are saved on your device and can be read without the internet.",
    try_again: "Reload",
    kept: "Saved by you",
    nothing_kept: "Nothing yet. Open an article and choose Save offline.",
    last_read: "Read last",
    nothing_read: "No article has been read on this device yet.",
    done: "The article is saved on this device.",
    locked: "This article is not saved because it is not open to you yet. Open it first, then save it again.",
    failed: "This article is not saved. Check your connection and the free space on your device, then try again.",
};
