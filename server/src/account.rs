//! What the account service needs from outside: randomness, password hashing, passkeys, providers, common passwords.

mod hasher;
mod passkeys;
mod providers;

use std::sync::Arc;

use chrono::TimeDelta;
use domain::account::{AccountService, CommonPasswords, Lifetimes, Rng, Rules};
use store::Database;

pub use hasher::Argon2Hasher;
pub use passkeys::WebauthnVerifier;
pub use providers::OpenIdProviders;

use crate::settings::Settings;

/// Written by `scripts/lib/passwords.mjs`.
const COMMON_PASSWORDS: &[u8] = include_bytes!("account/common_passwords.bloom");

/// The system's source of randomness.
#[derive(Clone, Copy, Debug)]
pub struct SystemRng;

impl Rng for SystemRng {
    fn fill(&self, bytes: &mut [u8]) {
        // Nothing safe could be done without it, and a running Linux always has it.
        getrandom::fill(bytes).expect("the system gives random bytes");
    }
}

/// The account service of a site at `origin`.
pub fn accounts(
    settings: &Settings,
    origin: &url::Url,
    database: &Database,
) -> anyhow::Result<AccountService> {
    let days = |days: u32| TimeDelta::days(days.into());
    Ok(AccountService {
        store: Arc::new(database.clone()),
        hasher: Arc::new(Argon2Hasher::new(&settings.login)?),
        passkeys: Arc::new(WebauthnVerifier::new(origin, &settings.site.name)),
        providers: Arc::new(OpenIdProviders::new(
            &settings.login.providers,
            origin.origin().ascii_serialization(),
        )?),
        rng: Arc::new(SystemRng),
        common: Arc::new(CommonPasswords::new(COMMON_PASSWORDS.to_vec())),
        rules: Rules {
            shortest_password: settings.login.shortest_password,
            longest_password: settings.login.longest_password,
            lifetimes: Lifetimes {
                idle: days(settings.session.idle_days),
                absolute: days(settings.session.absolute_days),
            },
            site_name: settings.site.name.clone(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_knows_the_commonest_passwords_and_few_others() {
        let common = CommonPasswords::new(COMMON_PASSWORDS.to_vec());
        for password in [
            "123456",
            "password",
            "12345678",
            "qwerty",
            "iloveyou",
            "sayang",
            "bismillah",
            "1q2w3e4r5t6y",
            "password1234",
        ] {
            assert!(common.holds(password), "{password}");
        }
        let strangers = (0..10_000).filter(|number| common.holds(&format!("tujuh kuda {number}"))).count();
        assert!(strangers <= 20, "{strangers} of 10000");
    }
}
