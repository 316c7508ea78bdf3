//! A labelled field with its error beside it.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use domain::account::strength::estimate;

use super::view::FieldView;
use crate::browser::{ElementRef, attribute, flag, live, mounted, on, page_language, state};
use crate::island::{Island, Slot};
use crate::text;

impl Island for FieldView {
    const NAME: &'static str = "Field";

    fn view(self, _: Slot) -> impl IntoView {
        let error = RwSignal::new(self.error.clone().unwrap_or_default());
        view! { <Field field=self error/> }
    }
}

/// Labelled field. Its error is shown beside it and read out with it, until it is corrected.
///
/// Browser because: passwords can be shown, and their strength is told while they are typed.
#[component]
pub(super) fn Field(field: FieldView, error: RwSignal<String>) -> impl IntoView {
    let FieldView {
        id,
        name,
        label,
        kind,
        autocomplete,
        inputmode,
        pattern,
        fewest,
        value,
        hint,
        is_next,
        show,
        strength,
        ..
    } = field;
    let is_shown = RwSignal::new(false);
    let is_here = RwSignal::new(false);
    let (score, judgement) = (RwSignal::new("0".to_owned()), RwSignal::new(String::new()));
    let input = ElementRef::empty();
    mounted(move || is_here.set(true));
    let measures = strength.is_some();
    let typing = move |event: ev::Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if measures {
            let (typed, strength) = (field.value(), estimate(&field.value(), &context(&field)).score());
            score.set(strength.to_string());
            let words = if typed.is_empty() { "" } else { text::strength(page_language(), strength) };
            judgement.set(words.to_owned());
        }
        // The browser judges by what the field says of itself: required, its kind, pattern and length.
        if !error.with_untracked(String::is_empty) && field.check_validity() {
            error.set(String::new());
        }
    };
    let shown_kind = {
        let kind = kind.clone();
        move || Some(if is_shown.get() { "text".to_owned() } else { kind.clone() })
    };
    let described = {
        let (error_id, hint_id) = (format!("{id}-error"), hint.as_ref().map(|_| format!("{id}-hint")));
        move || {
            let of_error = error.with(|error| !error.is_empty()).then(|| error_id.clone());
            let described = of_error.into_iter().chain(hint_id.clone()).collect::<Vec<_>>().join(" ");
            (!described.is_empty()).then_some(described)
        }
    };
    let reveal = move |_| is_shown.update(|shown| *shown = !*shown);
    let error_id = format!("{id}-error");
    let reveal_id = id.clone();
    let meter_id = id.clone();
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <div class="field__box">
                <input
                    class="field__input"
                    id=id.clone()
                    name=name
                    r#type=attribute(shown_kind)
                    autocomplete=autocomplete
                    inputmode=inputmode
                    autocapitalize="none"
                    spellcheck="false"
                    required
                    pattern=pattern
                    minlength=fewest
                    value=value
                    aria-invalid=attribute(move || error.with(|error| !error.is_empty()).then(|| "true".to_owned()))
                    autofocus=is_next
                    aria-describedby=attribute(described)
                    node_ref=input
                    on:input=on(typing)
                />
                {show.map(|words| view! {
                    <button class="field__reveal" r#type="button" hidden=flag(move || !is_here.get()) aria-controls=reveal_id
                        aria-pressed=state(move || is_shown.get()) on:click=on(reveal)>{words}</button>
                })}
            </div>
            <p class="field__error" id=error_id hidden=flag(move || error.with(String::is_empty))>{live(move || error.get())}</p>
            {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
            {strength.map(|name| view! { <Strength id=meter_id name score judgement/> })}
        </div>
    }
}

/// Meter that shows how hard a new password is to guess.
#[component]
fn Strength(id: String, name: String, score: RwSignal<String>, judgement: RwSignal<String>) -> impl IntoView {
    view! {
        <p class="field__strength" hidden=flag(move || judgement.with(String::is_empty))>
            <meter min="0" max="4" low="2" high="3" optimum="4" value=attribute(move || Some(score.get())) aria-label=name></meter>
            <output for=id>{live(move || judgement.get())}</output>
        </p>
    }
}

/// Words that an attacker would try first: the parts of the email address in the same form.
fn context(input: &HtmlInputElement) -> Vec<String> {
    let email = input.form().and_then(|form| form.query_selector("[name=email]").ok().flatten());
    let email = email.and_then(|email| email.dyn_into::<HtmlInputElement>().ok());
    email.map_or(Vec::new(), |email| {
        email.value().split(['@', '.', '+', '-', '_']).map(str::to_owned).collect()
    })
}
