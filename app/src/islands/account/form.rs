//! A form that is sent to a server function, and shows what it answers.

use leptos::either::Either;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement, HtmlInputElement};

use super::dialog::{Dialog, arrive};
use super::field::Field;
use super::send::{field, fields_of};
use super::view::{Choice, ChoicesView, FieldView, LinkView, PanelForm};
use super::wait_button::WaitButton;
use crate::api::{ApiError, Next, send_form};
use crate::browser::{ElementRef, attribute, flag, live, localized, on, page_language};
use crate::island::{Island, Slot};
use crate::islands::Shared;
use crate::text;

/// Errors beside each field and for the form as a whole.
#[derive(Clone)]
struct Errors {
    form: RwSignal<String>,
    fields: Vec<(String, RwSignal<String>)>,
}

impl Errors {
    fn of(form: &PanelForm) -> Self {
        let field =
            |field: &FieldView| (field.name.clone(), RwSignal::new(field.error.clone().unwrap_or_default()));
        Self {
            form: RwSignal::new(form.error.clone().unwrap_or_default()),
            fields: form.fields.iter().map(field).collect(),
        }
    }

    fn show(&self, error: &ApiError) {
        let words = |error: &ApiError| error.words(text::errors(page_language()));
        let of = |name: Option<&str>| {
            error.each().iter().find(|error| error.field() == name).map(words).unwrap_or_default()
        };
        self.form.set(of(None));
        for (name, shown) in &self.fields {
            shown.set(of(Some(name)));
        }
    }
}

impl Island for PanelForm {
    const NAME: &'static str = "Form";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Form form=self/> }
    }
}

/// Form that is sent to a server function. Without wasm it is a plain HTML form.
///
/// Browser because: it is sent and answered on the page that is open.
#[component]
fn Form(form: PanelForm) -> impl IntoView {
    let dialog = use_context::<Shared>().map(|shared| shared.dialog);
    let errors = Errors::of(&form);
    let is_busy = RwSignal::new(false);
    let element = ElementRef::empty();
    let PanelForm {
        function,
        action,
        summary,
        help,
        hidden,
        fields,
        choices,
        aside,
        consent,
        lead_in,
        button,
        waiting,
        unconfirmed,
        is_refused,
        ..
    } = form;
    let refused = RwSignal::new(is_refused);
    let answered = {
        let errors = errors.clone();
        move |answer: Result<Next, ApiError>| match answer {
            Ok(next) => arrive(dialog, element, &next.path),
            // Where the network fails, or something on the way answers, the browser sends the form itself and shows what it gets.
            Err(ApiError::Unreachable | ApiError::Unexpected) => submit(element),
            Err(error) => {
                refused.set(error == ApiError::Credentials);
                errors.show(&error);
                focus_first_wrong(element);
            }
        }
    };
    let send_form = move |event: ev::SubmitEvent| {
        let Some(form) = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
            return;
        };
        let Some(sent) = fields_of(&form, &function) else { return };
        event.prevent_default();
        // A second press while the first is on its way sends nothing.
        if !is_busy.get_untracked() {
            is_busy.set(true);
            let (answered, function) = (answered.clone(), function.clone());
            spawn_local(async move {
                let answer = send_form(&function, sent).await;
                // The panel may have made way for another meanwhile.
                if is_busy.try_set(false).is_none() {
                    answered(answer);
                }
            });
        }
    };
    let email = fields.iter().find(|field| field.name == "email").and_then(|field| field.value.clone());
    let is_line = lead_in.is_some();
    let fields = fields
        .into_iter()
        .zip(errors.fields.clone())
        .map(|(field, (_, error))| view! { <Field field error/> });
    let hidden =
        hidden.into_iter().map(|(name, value)| view! { <input r#type="hidden" name=name value=value/> });
    let button_class = if is_line { "button button--quiet" } else { "button" };
    let error = errors.form;
    let body = view! {
        <form class=if is_line { "panel__again" } else { "panel__form" } method="post" action=localized(action) novalidate
            aria-busy=attribute(move || is_busy.get().then(|| "true".to_owned())) node_ref=element on:submit=on(send_form)>
            {help.map(|words| view! { <p class="panel__help">{words}</p> })}
            <p class="panel__error" role="alert" hidden=flag(move || error.with(String::is_empty))>{live(move || error.get())}</p>
            {fields.collect::<Vec<_>>()}
            {choices.map(|choices| view! { <Choices choices/> })}
            {aside.map(|link| view! { <p class="panel__aside"><PanelLink link/></p> })}
            {hidden.collect::<Vec<_>>()}
            {consent.map(|words| view! { <p class="panel__consent">{words}</p> })}
            <p class="panel__send">{lead_in.map(|words| words + " ")} <WaitButton waiting label=button class=button_class/></p>
        </form>
        {unconfirmed.map(|(words, button)| view! { <Unconfirmed words button email=email.clone() refused form=element dialog/> })}
    };
    // One element around all: behind the parts of a bare fragment the framework looks for one mark fewer than it has written.
    match summary {
        Some((words, is_open)) => Either::Left(
            view! { <details class="panel__more" open=is_open><summary>{words}</summary>{body}</details> },
        ),
        None => Either::Right(view! { <div class="panel__part">{body}</div> }),
    }
}

/// Sends the mail of a registration again, to the address that was just typed.
#[component]
fn Unconfirmed(
    words: String,
    button: String,
    /// Email address that the server has put into the field.
    email: Option<String>,
    refused: RwSignal<bool>,
    form: ElementRef,
    dialog: Option<Dialog>,
) -> impl IntoView {
    let typed = move || {
        let field = form.get()?.query_selector("[name=email]").ok().flatten()?;
        Some(field.dyn_into::<HtmlInputElement>().ok()?.value())
    };
    let send = move |event: ev::SubmitEvent| {
        if let Some(sent) = typed().and_then(|email| field("email", &email)) {
            event.prevent_default();
            spawn_local(async move {
                if let Ok(next) = send_form("send_confirmation", sent).await {
                    arrive(dialog, form, &next.path);
                }
            });
        }
    };
    view! {
        <form class="panel__again" method="post" action=localized("/api/send_confirmation".to_owned()) hidden=flag(move || !refused.get()) on:submit=on(send)>
            <p>
                {words} " "
                <input r#type="hidden" name="email" value=email/>
                <button class="button button--quiet" r#type="submit">{button}</button>
            </p>
        </form>
    }
}

/// A link to another panel.
#[component]
fn PanelLink(link: LinkView) -> impl IntoView {
    view! { <a href=localized(link.href) data-panel="">{link.label}</a> }
}

#[component]
fn Choices(choices: ChoicesView) -> impl IntoView {
    let ChoicesView { legend, help, choices } = choices;
    let rows = choices.into_iter().map(|Choice { name, value, label, is_ticked }| {
        view! {
            <label class="panel__choice">
                <input r#type="checkbox" name=name value=value checked=is_ticked/> <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="panel__choices">
            <legend>{legend}</legend>
            <p class="panel__help">{help}</p>
            {rows.collect::<Vec<_>>()}
        </fieldset>
    }
}

fn submit(form: ElementRef) {
    if let Some(form) = form.get_as::<HtmlFormElement>() {
        // Fails only where the form is no part of the page any more.
        let _ = form.submit();
    }
}

/// Moves the focus to the first invalid field. The attributes are set by effects, which run first.
fn focus_first_wrong(form: ElementRef) {
    request_animation_frame(move || {
        let wrong = form.get().and_then(|form| form.query_selector("[aria-invalid]").ok().flatten());
        if let Some(wrong) = wrong.and_then(|wrong| wrong.dyn_into::<HtmlElement>().ok()) {
            let _ = wrong.focus();
        }
    });
}
