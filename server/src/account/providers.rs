//! OpenID Connect: authorization code with PKCE, state and nonce. `openidconnect` checks issuer, audience, signature and
//! time.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{
    AuthorizationRequest, AuthorizationResponse, Claims, EmailAddress, Identity, OidcLogin, ProviderError,
    ProviderName, Providers,
};
use domain::slug::Slug;
use moka::sync::Cache;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthenticationFlow, CoreClaimName, CoreClaimType, CoreClient, CoreClientAuthMethod,
    CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm,
    CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::{
    AccessTokenHash, AdditionalProviderMetadata, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    ProviderMetadata, RedirectUrl, Scope, TokenResponse,
};
use serde::{Deserialize, Serialize};

use crate::settings;

/// Time limit of a request to a provider.
const PATIENCE: Duration = Duration::from_secs(5);
/// Limit of a provider's response in bytes; no legitimate response is longer.
const LARGEST: u64 = 256 * 1024;
/// Time for which the metadata of a provider is cached.
const MEMORY: Duration = Duration::from_mins(30);

/// Largest accepted difference by which a provider's clock may be ahead of ours.
const LARGEST_SKEW: TimeDelta = TimeDelta::minutes(5);

/// Metadata of a provider beyond OpenID Connect Discovery.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct FurtherMetadata {
    /// Whether every authorization response names its issuer (RFC 9207).
    #[serde(default, rename = "authorization_response_iss_parameter_supported")]
    names_itself: bool,
}

impl AdditionalProviderMetadata for FurtherMetadata {}

type Metadata = ProviderMetadata<
    FurtherMetadata,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// Checks that the response comes from the provider of the login. With several providers, one could answer for another (mix-up attack).
fn check_issuer(metadata: &Metadata, response: &AuthorizationResponse) -> Result<(), ProviderError> {
    match &response.issuer {
        Some(issuer) if issuer != metadata.issuer().as_str() => {
            Err(ProviderError("another provider answered".into()))
        }
        None if metadata.additional_metadata().names_itself => {
            Err(ProviderError("the answer does not name it, and it says that its answers do".into()))
        }
        _ => Ok(()),
    }
}

/// OpenID Connect clients of the providers in the settings. No provider is contacted before a reader chooses it.
#[derive(Clone)]
pub struct OpenIdProviders {
    providers: Arc<[Provider]>,
    /// Origin of this site, for redirect URIs.
    origin: String,
    agent: ureq::Agent,
    /// Discovered metadata and keys by issuer.
    metadata: Cache<String, Metadata>,
}

struct Provider {
    name: ProviderName,
    client_id: ClientId,
    client_secret: ClientSecret,
    answers_by_form: bool,
}

fn failed(what: &str, error: &dyn std::fmt::Display) -> ProviderError {
    ProviderError(format!("{what}: {error}"))
}

impl OpenIdProviders {
    /// Creates the clients from the settings. Each slug is derived from the provider's name.
    pub fn new(providers: &[settings::Provider], origin: String) -> anyhow::Result<Self> {
        let provider = |provider: &settings::Provider| {
            let slug = Slug::from_text(&provider.name)
                .ok_or_else(|| anyhow::anyhow!("setting login.providers: `{}` is no name", provider.name))?;
            let issuer = provider.issuer.clone();
            Ok(Provider {
                name: ProviderName { slug: slug.as_str().to_owned(), name: provider.name.clone(), issuer },
                client_id: ClientId::new(provider.client_id.clone()),
                client_secret: ClientSecret::new(provider.client_secret.clone()),
                answers_by_form: provider.answers_by_form,
            })
        };
        let providers = providers.iter().map(provider).collect::<anyhow::Result<Arc<[_]>>>()?;
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            // A redirect could lead to another server than the provider's.
            .max_redirects(0)
            .http_status_as_error(false)
            .build()
            .into();
        let metadata = Cache::builder().max_capacity(64).time_to_live(MEMORY).build();
        Ok(Self { providers, origin, agent, metadata })
    }

    /// Sends a request to a provider, blocking the thread.
    fn create_confirmation(&self, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
        let mut answer = self.agent.run(request)?;
        let body = answer.body_mut().with_config().limit(LARGEST).read_to_vec()?;
        let (head, _) = answer.into_parts();
        Ok(HttpResponse::from_parts(head, body))
    }

    fn provider(&self, slug: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.name.slug == slug)
    }

    fn metadata(&self, issuer: &str) -> Result<Metadata, ProviderError> {
        if let Some(known) = self.metadata.get(issuer) {
            return Ok(known);
        }
        let url = IssuerUrl::new(issuer.to_owned()).map_err(|error| failed("issuer", &error))?;
        let found = Metadata::discover(&url, &|request| self.create_confirmation(request));
        let found = found.map_err(|error| failed("discovery", &error))?;
        self.metadata.insert(issuer.to_owned(), found.clone());
        Ok(found)
    }

    /// Redirect URI to which the provider sends readers back.
    fn redirect(&self, slug: &str) -> Result<RedirectUrl, ProviderError> {
        let url = format!("{}/masuk/kembali/{slug}", self.origin);
        RedirectUrl::new(url).map_err(|error| failed("redirect", &error))
    }

    fn begin_blocking(&self, slug: &str) -> Result<Option<AuthorizationRequest>, ProviderError> {
        let Some(provider) = self.provider(slug) else { return Ok(None) };
        let metadata = self.metadata(&provider.name.issuer)?;
        let client = CoreClient::from_provider_metadata(
            metadata,
            provider.client_id.clone(),
            Some(provider.client_secret.clone()),
        )
        .set_redirect_uri(self.redirect(slug)?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let mut asked = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(challenge);
        if provider.answers_by_form {
            asked = asked.add_extra_param("response_mode", "form_post");
        }
        let (address, state, nonce) = asked.url();
        Ok(Some(AuthorizationRequest {
            address: address.to_string(),
            state: state.secret().clone(),
            nonce: nonce.secret().clone(),
            verifier: verifier.secret().clone(),
        }))
    }

    fn finish_blocking(
        &self,
        oidc_login: &OidcLogin,
        response: AuthorizationResponse,
        now: DateTime<Utc>,
    ) -> Result<Claims, ProviderError> {
        let provider =
            self.provider(&oidc_login.provider).ok_or_else(|| ProviderError("it is no longer set".into()))?;
        let metadata = self.metadata(&provider.name.issuer)?;
        check_issuer(&metadata, &response)?;
        let client = CoreClient::from_provider_metadata(
            metadata,
            provider.client_id.clone(),
            Some(provider.client_secret.clone()),
        )
        .set_redirect_uri(self.redirect(&oidc_login.provider)?);
        let exchange = client
            .exchange_code(AuthorizationCode::new(response.code))
            .map_err(|error| failed("token", &error))?;
        let verifier = PkceCodeVerifier::new(oidc_login.verifier.clone());
        let answer =
            exchange.set_pkce_verifier(verifier).request(&|request| self.create_confirmation(request));
        let answer = answer.map_err(|error| failed("token", &error))?;
        let word = answer.id_token().ok_or_else(|| ProviderError("it sent no ID token".into()))?;
        let judge =
            client.id_token_verifier().set_time_fn(move || now).set_issue_time_verifier_fn(move |at| {
                if at <= now + LARGEST_SKEW { Ok(()) } else { Err("it was issued in the future".into()) }
            });
        let nonce = Nonce::new(oidc_login.nonce.clone());
        let claims = word.claims(&judge, &nonce).map_err(|error| failed("ID token", &error))?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = word.signing_alg().map_err(|error| failed("ID token", &error))?;
            let key = word.signing_key(&judge).map_err(|error| failed("ID token", &error))?;
            let actual = AccessTokenHash::from_token(answer.access_token(), algorithm, key)
                .map_err(|error| failed("access token", &error))?;
            if actual != *expected {
                return Err(ProviderError("its access token is another's".into()));
            }
        }
        let email = claims.email().filter(|_| claims.email_verified() == Some(true));
        Ok(Claims {
            identity: Identity {
                issuer: provider.name.issuer.clone(),
                subject: claims.subject().to_string(),
            },
            verified_email: email.and_then(|email| EmailAddress::parse(email.as_str()).ok()),
        })
    }

    /// Runs blocking work on a thread that may block.
    async fn wait<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, ProviderError> + Send + 'static,
    ) -> Result<T, ProviderError> {
        let own = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&own)).await;
        done.map_err(|error| failed("asking it", &error))?
    }
}

#[async_trait]
impl Providers for OpenIdProviders {
    fn names(&self) -> Vec<ProviderName> {
        self.providers.iter().map(|provider| provider.name.clone()).collect()
    }

    async fn begin(&self, slug: &str) -> Result<Option<AuthorizationRequest>, ProviderError> {
        let slug = slug.to_owned();
        self.wait(move |own| own.begin_blocking(&slug)).await
    }

    async fn finish(
        &self,
        oidc_login: &OidcLogin,
        response: &AuthorizationResponse,
        now: DateTime<Utc>,
    ) -> Result<Claims, ProviderError> {
        let (oidc_login, response) = (oidc_login.clone(), response.clone());
        self.wait(move |own| own.finish_blocking(&oidc_login, response, now)).await
    }
}
