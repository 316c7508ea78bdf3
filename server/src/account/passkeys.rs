//! WebAuthn by `webauthn-rs`. The states between question and answer are kept in the store, as our own, so that any server may
//! verify the answer.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::account::{Account, ChallengeOptions, Passkey, PasskeyError, PasskeyVerifier};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Uuid, Webauthn, WebauthnBuilder,
};

/// Verifies passkeys of one site.
#[derive(Clone)]
pub struct WebauthnVerifier(Option<Arc<Webauthn>>);

fn failed(error: impl std::fmt::Display) -> PasskeyError {
    PasskeyError(error.to_string())
}

fn write(value: &impl Serialize) -> Result<String, PasskeyError> {
    serde_json::to_string(value).map_err(failed)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, PasskeyError> {
    serde_json::from_str(text).map_err(failed)
}

impl WebauthnVerifier {
    /// For a site at this origin. A site without a name, at a bare address, has no passkeys: browsers know none for it.
    pub fn new(origin: &url::Url, site_name: &str) -> Self {
        let webauthn = origin.domain().and_then(|domain| {
            let builder = WebauthnBuilder::new(domain, origin).map_err(failed);
            builder.and_then(|builder| builder.rp_name(site_name).build().map_err(failed)).ok()
        });
        Self(webauthn.map(Arc::new))
    }

    fn webauthn(&self) -> Result<&Webauthn, PasskeyError> {
        self.0.as_deref().ok_or_else(|| failed("this site has no name, so it has no passkeys"))
    }
}

impl PasskeyVerifier for WebauthnVerifier {
    fn is_available(&self) -> bool {
        self.0.is_some()
    }

    fn start_registration(
        &self,
        account: &Account,
        known: &[Passkey],
    ) -> Result<ChallengeOptions, PasskeyError> {
        let reader =
            account.id.bytes().map(Uuid::from_bytes).ok_or_else(|| failed("an account without a name"))?;
        let known: Vec<CredentialID> =
            known.iter().filter_map(|key| URL_SAFE_NO_PAD.decode(&key.id).ok()).collect();
        let name = account.email.as_str();
        let asked = self.webauthn()?.start_passkey_registration(reader, name, name, Some(known));
        let (options, state) = asked.map_err(failed)?;
        let mut options = serde_json::to_value(&options).map_err(failed)?;
        // A key that the browser can find by itself: readers sign in without typing who they are.
        if let Some(Value::Object(wanted)) = options.pointer_mut("/publicKey/authenticatorSelection") {
            wanted.insert("residentKey".into(), json!("required"));
            wanted.insert("requireResidentKey".into(), json!(true));
        }
        Ok(ChallengeOptions { options: options.to_string(), state: write(&state)? })
    }

    fn finish_registration(&self, state: &str, answer: &str) -> Result<(String, String), PasskeyError> {
        let answer: RegisterPublicKeyCredential = read(answer)?;
        let state: PasskeyRegistration = read(state)?;
        let key = self.webauthn()?.finish_passkey_registration(&answer, &state).map_err(failed)?;
        Ok((URL_SAFE_NO_PAD.encode(key.cred_id()), write(&key)?))
    }

    fn start_authentication(&self) -> Result<ChallengeOptions, PasskeyError> {
        let (options, state) = self.webauthn()?.start_discoverable_authentication().map_err(failed)?;
        Ok(ChallengeOptions { options: write(&options)?, state: write(&state)? })
    }

    fn credential_id(&self, answer: &str) -> Result<String, PasskeyError> {
        let answer: PublicKeyCredential = read(answer)?;
        Ok(URL_SAFE_NO_PAD.encode(answer.get_credential_id()))
    }

    fn finish_authentication(
        &self,
        state: &str,
        answer: &str,
        key: &Passkey,
    ) -> Result<Option<String>, PasskeyError> {
        let answer: PublicKeyCredential = read(answer)?;
        let state: DiscoverableAuthentication = read(state)?;
        let mut kept: webauthn_rs::prelude::Passkey = read(&key.data)?;
        let webauthn = self.webauthn()?;
        let (reader, _) = webauthn.identify_discoverable_authentication(&answer).map_err(failed)?;
        if Some(*reader.as_bytes()) != key.account.bytes() {
            return Err(failed("the key is another reader's"));
        }
        let result = webauthn.finish_discoverable_authentication_v2(&answer, state, &kept).map_err(failed)?;
        match kept.update_credential(&result) {
            Some(true) => write(&kept).map(Some),
            _ => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sites_with_a_name_have_passkeys() {
        for (origin, expected) in [
            ("https://warta.example", true),
            ("http://localhost:3000", true),
            ("http://127.0.0.1:3000", false),
            ("https://[2001:db8::1]", false),
        ] {
            let verifier = WebauthnVerifier::new(&origin.parse().unwrap(), "Warta");
            assert_eq!(verifier.is_available(), expected, "{origin}");
            assert_eq!(verifier.start_authentication().is_ok(), expected, "{origin}");
        }
    }

    #[test]
    fn rubbish_is_refused() {
        let verifier = WebauthnVerifier::new(&"https://warta.example".parse().unwrap(), "Warta");
        let options = verifier.start_authentication().unwrap();
        for answer in ["", "{}", "null", "{\"id\":\"x\"}", &"[".repeat(10_000)] {
            assert!(
                verifier.credential_id(answer).is_err()
                    && verifier.finish_registration(&options.state, answer).is_err(),
                "{answer:.20}"
            );
        }
    }
}
