//! Data of a gate. The server fills it in, and rendering it needs nothing else.

use serde::{Deserialize, Serialize};

/// Kind of reader that a gate addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asker {
    /// Everyone who loads the page, which is the same for all.
    Everyone,
    /// Reader who has asked for the article and is not signed in.
    SignedOut,
    /// Reader who is not signed in and has registered: the email address is not confirmed yet.
    Pending,
    /// Reader who is signed in.
    SignedIn,
}

impl Asker {
    /// Whether the gate is for this reader only.
    pub fn is_own(self) -> bool {
        self != Self::Everyone
    }
}

/// Words and steps of a gate. All words are in the language of the page, all addresses lead to pages in that language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateView {
    /// Name of the region.
    pub region: String,
    /// Notice that the email address has just been confirmed, for a reader who comes from the confirmation.
    pub confirmed: String,
    /// Next step for that reader, on pages that cannot know the reader.
    pub confirmed_help: Option<String>,
    /// Heading: the reason why the rest is closed.
    pub heading: String,
    /// Units that are left to spend, in words.
    pub units: Option<String>,
    /// Marks of the same units.
    pub marks: String,
    /// Sentences that explain the next step.
    pub help: Vec<String>,
    /// Steps, the main one first; never empty.
    pub steps: Vec<Step>,
    /// Heading of the reasons.
    pub why: String,
    /// Reasons: two sentences on this article and this reader.
    pub reasons: String,
    /// Note on the articles that everyone may read.
    pub free_to_read: String,
    /// Kind of reader that the words are for.
    pub asker: Asker,
    /// Id of the article.
    pub article: String,
}

/// One action of a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Action that the step takes.
    pub kind: StepKind,
    /// Label of the button or link.
    pub label: String,
    /// Address of the link, or of the form's target.
    pub href: String,
}

/// Action that a reader can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    /// Request an account.
    Register,
    /// Sign in to an existing account.
    SignIn,
    /// Send the confirmation email again.
    Confirm,
    /// Spend a unit on this article.
    Open,
    /// Go to the publisher's page for subscriptions.
    Subscribe,
    /// Read the free articles, where nothing else is possible.
    ReadFree,
    /// Ask again what this reader may read.
    GoOn,
}

impl StepKind {
    /// Whether the step is for readers who are not signed in: it is hidden from those who are.
    pub(super) fn is_for_guests(self) -> bool {
        matches!(self, Self::Register | Self::SignIn)
    }

    /// Whether the step opens in the dialog over the article.
    pub(super) fn has_panel(self) -> bool {
        matches!(self, Self::Register | Self::SignIn | Self::Confirm)
    }
}
