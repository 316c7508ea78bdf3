//! `/masuk/kembali/{provider}`: where a provider sends readers back to.
//!
//! The one GET that changes something, because the protocol knows no other: it ends the detour that this browser's cookie
//! names, once, and only with what the provider was asked to bring back.

use domain::account::{self, AccountError, AuthorizationResponse, LoginOutcome};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::confirm::dead;
use super::{AccountHead, asked};
use crate::api::ApiError;
use crate::components::{AccountPanel, FormView};
use crate::context::{self, ResponseHead};
use crate::pages::{PageError, page};

/// `/masuk/kembali/{provider}`
#[component]
pub fn ProviderPage() -> impl IntoView {
    let provider = use_params_map().read_untracked().get("provider").unwrap_or_default();
    let (state, issuer) = (asked("state"), Some(asked("iss")).filter(|issuer| !issuer.is_empty()));
    let response = AuthorizationResponse { code: asked("code"), issuer };
    let (browser, answer) = (context::browser(), ResponseHead::here());
    page(move |services| async move {
        let returned = (provider.as_str(), state.as_str(), response);
        let arrived =
            account::complete_login(&services.accounts, &browser, returned, (services.clock)()).await;
        let arrived = match arrived {
            Err(AccountError::Store(error)) => return Err(error.into()),
            arrived => arrived,
        };
        let text = services.account_text();
        let parts = match arrived {
            Ok(LoginOutcome::SignedIn(signed_in)) => {
                answer.keep_reader(&services.site, &signed_in);
                answer.see_other(signed_in.return_to.as_str());
                Vec::new()
            }
            Ok(LoginOutcome::Linked(return_to)) => {
                answer.see_other(return_to.as_str());
                Vec::new()
            }
            Err(denied) => dead(&answer, &ApiError::from(denied), &services, None),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.coming_in/>
            <AccountPanel panel=FormView::default().panel("kembali", text.coming_in, parts)/>
        })
    })
}
