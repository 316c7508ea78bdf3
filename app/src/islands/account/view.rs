//! Data of the account forms. The server fills it in for a page or for the dialog, and the same components render it in both places.

use serde::{Deserialize, Serialize};

use crate::island::known::{number, presence};

/// Content of one account page, or of the dialog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PanelView {
    /// Id that is unique in the page.
    pub id: String,
    /// Words of the heading.
    pub heading: String,
    /// Whether it is shown in a dialog: there headings are one level lower, because the page has its own.
    pub is_in_dialog: bool,
    pub parts: Vec<PanelPart>,
}

/// One part of a panel, in the order in which it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum PanelPart {
    /// Introductory sentence.
    Lead(String),
    /// Sentence that explains.
    Help(String),
    /// Message that an action has succeeded.
    News(String),
    /// Error that is read out at once.
    Error(String),
    Form(Box<PanelForm>),
    Providers(ProvidersView),
    Passkey(Box<PasskeyView>),
    /// Link to another panel.
    Link(LinkView),
}

/// A link to another panel; in the dialog that panel takes the place of this one where it can.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinkView {
    pub href: String,
    pub label: String,
}

/// A form and its server function.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PanelForm {
    /// Name of the server function.
    pub function: String,
    /// Path to which a browser without wasm sends the form.
    #[serde(skip)]
    pub action: String,
    /// Summary of a part that is folded at first, and whether it is open; `None` for a form that is never folded.
    #[serde(with = "presence")]
    pub summary: Option<(String, bool)>,
    /// Explanation above the fields.
    #[serde(with = "presence")]
    pub help: Option<String>,
    /// Error of the form as a whole.
    pub error: Option<String>,
    /// Names and values of the hidden fields.
    #[serde(with = "number")]
    pub hidden: Vec<(String, String)>,
    pub fields: Vec<FieldView>,
    pub choices: Option<ChoicesView>,
    /// Link below the fields.
    #[serde(with = "presence")]
    pub aside: Option<LinkView>,
    /// Sentence above the button about what pressing it agrees to.
    #[serde(with = "presence")]
    pub consent: Option<String>,
    /// Words before a button that is part of a sentence, such as one for trying again.
    #[serde(with = "presence")]
    pub lead_in: Option<String>,
    #[serde(skip)]
    pub button: String,
    /// Words and a button for a reader who has registered in another browser and has not confirmed yet. Shown to everyone who was refused,
    /// so that it tells nobody who has registered.
    #[serde(with = "presence")]
    pub unconfirmed: Option<(String, String)>,
    /// Whether the email address or the password was wrong.
    pub is_refused: bool,
    pub waiting: Option<Waiting>,
}

/// Button that is disabled for some seconds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    pub seconds: u32,
    /// Words that tell the seconds left, in place of `{}`.
    pub words: String,
}

/// Checkboxes with what they are for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChoicesView {
    #[serde(skip)]
    pub legend: String,
    #[serde(skip)]
    pub help: String,
    #[serde(with = "number")]
    pub choices: Vec<Choice>,
}

/// One checkbox.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    pub name: String,
    pub value: String,
    pub label: String,
    pub is_ticked: bool,
}

/// Labelled field. Its attributes tell browsers and password managers what it is for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldView {
    /// Id that is unique in the page.
    pub id: String,
    /// Name under which the form sends the field.
    pub name: String,
    #[serde(skip)]
    pub label: String,
    /// `email`, `password` or `text`.
    pub kind: String,
    #[serde(skip)]
    pub autocomplete: String,
    #[serde(skip)]
    pub inputmode: String,
    /// Regular expression of a correct value, for browsers and the stylesheet; the server decides.
    #[serde(skip)]
    pub pattern: Option<String>,
    /// Smallest number of characters of a new password.
    #[serde(skip)]
    pub fewest: Option<usize>,
    /// Value that was typed before; never a password.
    #[serde(skip)]
    pub value: Option<String>,
    pub error: Option<String>,
    /// Rules for a new password.
    #[serde(with = "presence")]
    pub hint: Option<String>,
    /// Whether the form's focus starts here (`autofocus`).
    #[serde(skip)]
    pub is_next: bool,
    /// Label of the button that shows the password.
    #[serde(with = "presence")]
    pub show: Option<String>,
    /// Name of the meter for a new password's strength.
    #[serde(with = "presence")]
    pub strength: Option<String>,
}

/// Identity providers with which a reader can sign in, a button each.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvidersView {
    pub label: String,
    pub return_to: String,
    pub providers: Vec<ProviderView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProviderView {
    pub slug: String,
    pub name: String,
}

/// Button that asks the device for a passkey.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PasskeyView {
    /// Whether it adds a passkey to the account that is signed in, instead of signing in.
    pub adds: bool,
    /// Path of the page that the reader returns to.
    pub return_to: String,
    #[serde(skip)]
    pub label: String,
    /// Error for a device that does not answer, or whose answer is invalid.
    #[serde(skip)]
    pub failed: String,
    /// Error for a wrong password.
    #[serde(skip)]
    pub wrong_password: String,
    /// Email address of the account, for password managers.
    #[serde(with = "presence")]
    pub email: Option<String>,
    /// Field for the password that the owner types once more, where the account has one.
    pub proof: Option<FieldView>,
}
