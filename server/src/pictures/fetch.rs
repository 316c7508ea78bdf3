//! Pictures that are known by their address: fetched once, when asked for, and found again ever after.

use std::io::Read;
use std::time::Duration;

use domain::article::PictureFile;
use ipnet::IpNet;
use sha2::{Digest, Sha256};
use ureq::unversioned::transport::DefaultConnector;

use super::public_address::{NotPublic, PublicResolver};
use super::{PictureError, Pictures, hex};

/// For one picture, from the look-up of its host to its last byte.
const SLOWEST: Duration = Duration::from_secs(30);
/// Notes named by the hash of an address, each with what was fetched from there.
const ADDRESSES: &str = "addresses";

/// Redirects that are followed; each is resolved and judged like the first address.
const MOST_REDIRECTS: u32 = 5;

/// Fetches pictures.
#[derive(Clone, Debug)]
pub struct Fetcher(ureq::Agent);

impl Fetcher {
    /// From the public web, and from these networks of the publisher's own.
    pub fn new(own_networks: &[IpNet]) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(SLOWEST))
            .max_redirects(MOST_REDIRECTS)
            // A proxy would resolve names by itself.
            .proxy(None)
            .build();
        let resolver = PublicResolver::new(own_networks);
        Self(ureq::Agent::with_parts(config, DefaultConnector::default(), resolver))
    }

    /// The bytes behind an address, at most so many.
    pub(crate) fn get(&self, address: &str, largest_bytes: u64) -> Result<Vec<u8>, PictureError> {
        let mut answer = self.0.get(address).call().map_err(why)?;
        let mut bytes = Vec::new();
        answer.body_mut().as_reader().take(largest_bytes + 1).read_to_end(&mut bytes)?;
        match bytes.len() as u64 {
            length if length > largest_bytes => Err(PictureError::TooLarge(length)),
            _ => Ok(bytes),
        }
    }
}

fn why(error: ureq::Error) -> PictureError {
    match error {
        ureq::Error::Other(why) if why.is::<NotPublic>() => PictureError::NotPublic,
        error => PictureError::Fetch(error.to_string()),
    }
}

impl Pictures {
    /// The picture that was fetched from an address before.
    pub fn fetched(&self, address: &str) -> Option<PictureFile> {
        let note = self.storage.get_now(&note(address)).ok().flatten()?;
        let mut words = std::str::from_utf8(&note).ok()?.split_whitespace();
        let name = words.next()?.to_owned();
        let (width, height) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let placeholder = words.next().map(str::to_owned);
        self.has(&name, placeholder.as_ref().map(|_| width)).ok()?.then_some(PictureFile {
            name,
            width,
            height,
            placeholder,
        })
    }

    /// Fetches the picture at an address and keeps it.
    pub fn fetch(&self, fetcher: &Fetcher, address: &str) -> Result<PictureFile, PictureError> {
        let file = self.keep_bytes(fetcher.get(address, self.largest_bytes)?)?;
        let placeholder = file.placeholder.as_deref().unwrap_or_default();
        let words = format!("{} {} {} {placeholder}", file.name, file.width, file.height);
        self.storage.put_now(&note(address), words.into_bytes())?;
        Ok(file)
    }
}

fn note(address: &str) -> String {
    format!("{ADDRESSES}/{}", hex(&Sha256::digest(address)))
}
