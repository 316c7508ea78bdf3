//! Settings of passwords and providers.

use serde::{Deserialize, Deserializer, de::Error as _};

/// Settings of passwords and providers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Login {
    /// Fewest characters of a password.
    #[serde(deserialize_with = "shortest_password")]
    pub shortest_password: usize,
    /// Most characters of a password.
    pub longest_password: usize,
    /// OpenID Connect providers that readers can sign in with.
    pub providers: Vec<Provider>,
    /// Memory of argon2id in KiB.
    pub memory_kib: u32,
    /// Number of passes of argon2id.
    pub rounds: u32,
    /// Number of lanes of argon2id.
    pub lanes: u32,
}

/// OpenID Connect provider.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Name on screen.
    pub name: String,
    /// Issuer: the address of the provider without `/.well-known/openid-configuration`.
    pub issuer: String,
    /// Id of this site at the provider.
    pub client_id: String,
    /// Secret of this site at the provider; never logged.
    pub client_secret: String,
    /// Whether the provider sends readers back with a form post, as Apple does, instead of a redirect.
    #[serde(default)]
    pub answers_by_form: bool,
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Provider")
            .field("name", &self.name)
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

fn shortest_password<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    let shortest = usize::deserialize(deserializer)?;
    if shortest >= 8 { Ok(shortest) } else { Err(D::Error::custom(format!("{shortest} is below 8"))) }
}
