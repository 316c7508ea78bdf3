//! Forms that are sent to server functions.

use web_sys::{FormData, HtmlFormElement};

use super::form::typed;
use crate::api::{
    ApiError, Next, change_address, confirm, redeem, register, request_reset, resend, reset_password,
    send_confirmation, send_link, sign_in,
};

/// Fields of a form, and the server function that takes them.
pub(super) struct Sent {
    function: Function,
    fields: FormData,
}

/// Server functions that are called from here; the browser sends all other forms.
#[derive(Clone, Copy)]
enum Function {
    ChangeAddress,
    Confirm,
    Redeem,
    Register,
    RequestReset,
    Resend,
    ResetPassword,
    SendConfirmation,
    SendLink,
    SignIn,
}

impl Function {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "change_address" => Self::ChangeAddress,
            "confirm" => Self::Confirm,
            "redeem" => Self::Redeem,
            "register" => Self::Register,
            "request_reset" => Self::RequestReset,
            "resend" => Self::Resend,
            "reset_password" => Self::ResetPassword,
            "send_confirmation" => Self::SendConfirmation,
            "send_link" => Self::SendLink,
            "sign_in" => Self::SignIn,
            _ => return None,
        })
    }
}

impl Sent {
    /// The fields of a form as they are typed now; `None` for a form that the browser sends.
    pub(super) fn of(form: &HtmlFormElement, function: &str) -> Option<Self> {
        Some(Self { function: Function::of(function)?, fields: FormData::new_with_form(form).ok()? })
    }
}

/// Calls the server function with the fields that it takes.
pub(super) async fn send(sent: Sent) -> Result<Next, ApiError> {
    let field = |name: &str| typed(&sent.fields, name);
    match sent.function {
        Function::ChangeAddress => change_address(field("email")).await,
        Function::Confirm => confirm(field("token"), field("code"), field("password")).await,
        Function::Redeem => redeem(field("token"), field("code")).await,
        Function::Register => register(field("email"), field("password"), field("return_to")).await,
        Function::RequestReset => request_reset(field("email")).await,
        Function::Resend => resend(field("token")).await,
        Function::ResetPassword => {
            let keep = sent.fields.get_all("keep[]").iter().filter_map(|value| value.as_string()).collect();
            reset_password(field("token"), field("code"), field("password"), keep).await
        }
        Function::SendConfirmation => send_confirmation(field("email")).await,
        Function::SendLink => send_link(field("email"), field("return_to")).await,
        Function::SignIn => sign_in(field("email"), field("password"), field("return_to")).await,
    }
}
