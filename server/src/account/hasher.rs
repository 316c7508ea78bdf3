//! Password hashing with argon2id. Each hash takes 19 MiB, so only a few run at a time: a flood of sign-ins must not exhaust
//! the memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::Context;
use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use async_trait::async_trait;
use domain::account::{Busy, Password, PasswordHash, PasswordHasher, Verified};
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

use crate::settings::Login;

/// Number of requests that may wait for a thread; more are refused.
const LONGEST_QUEUE: usize = 32;
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// Bounded pool of threads that hash with argon2id.
#[derive(Clone, Debug)]
pub struct Argon2Hasher {
    argon2: Argon2<'static>,
    /// One thread for each core. Each thread keeps the memory of its last hash, so the runtime's hundreds of threads must not hash.
    threads: Arc<ThreadPool>,
    turns: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    /// Hash of no password. It is compared if an account has no password, so that the answer takes as long as for others.
    dummy: PasswordHash,
}

impl Argon2Hasher {
    /// Creates the pool with the parameters of the settings and one thread for each core.
    pub fn new(login: &Login) -> anyhow::Result<Self> {
        let params = Params::new(login.memory_kib, login.rounds, login.lanes, None)
            .map_err(|error| anyhow::anyhow!("{error}"))
            .context("settings login.memory_kib, login.rounds, login.lanes")?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let dummy = hash(&argon2, b"");
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = ThreadPoolBuilder::new()
            .num_threads(cores)
            .thread_name(|_| "argon2".into())
            // The caller's channel closes without an answer. Without this handler, a panic would end the program.
            .panic_handler(|_| tracing::error!("hashing a password failed"))
            .build()?;
        Ok(Self {
            argon2,
            threads: Arc::new(threads),
            turns: Arc::new(Semaphore::new(cores)),
            waiting: Arc::default(),
            dummy,
        })
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, Busy> {
        if let Ok(turn) = self.turns.clone().try_acquire_owned() {
            return Ok(turn);
        }
        let queue = Queue::join(&self.waiting)?;
        let turn = timeout(LONGEST_WAIT, self.turns.clone().acquire_owned()).await;
        drop(queue);
        turn.map_err(|_| Busy)?.map_err(|_| Busy)
    }

    /// Runs the work on the pool. The place in the queue is kept until the work is done, even if the caller stops waiting.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static,
    ) -> Result<T, Busy> {
        let turn = self.turn().await?;
        let argon2 = self.argon2.clone();
        let (answer, done) = oneshot::channel();
        self.threads.spawn(move || {
            let _turn = turn;
            // The caller may have stopped waiting.
            let _ = answer.send(work(&argon2));
        });
        done.await.map_err(|_| Busy)
    }
}

/// Place in the queue; dropping it frees the place, also when the caller stops waiting.
struct Queue<'a>(&'a AtomicUsize);

impl<'a> Queue<'a> {
    fn join(waiting: &'a AtomicUsize) -> Result<Self, Busy> {
        let place = Self(waiting);
        if waiting.fetch_add(1, Ordering::Relaxed) < LONGEST_QUEUE { Ok(place) } else { Err(Busy) }
    }
}

impl Drop for Queue<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn hash(argon2: &Argon2<'static>, password: &[u8]) -> PasswordHash {
    // Hashing fails only for passwords of 4 GiB, or if the system has no random bytes.
    let hash = argon2.hash_password(password).expect("a short password is hashed");
    PasswordHash::from_store(hash.to_string())
}

#[async_trait]
impl PasswordHasher for Argon2Hasher {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, Busy> {
        let password = password.clone();
        self.work(move |argon2| hash(argon2, password.reveal().as_bytes())).await
    }

    async fn verify(&self, password: &Password, hash: Option<&PasswordHash>) -> Result<Verified, Busy> {
        let (password, is_real) = (password.clone(), hash.is_some());
        let hash = hash.unwrap_or(&self.dummy).clone();
        self.work(move |argon2| {
            let Ok(parsed) = phc::PasswordHash::new(hash.as_str()) else {
                tracing::error!("a kept password hash cannot be read");
                return Verified::No;
            };
            let is_same = argon2.verify_password(password.reveal().as_bytes(), &parsed).is_ok();
            match Params::try_from(&parsed) {
                _ if !is_same || !is_real => Verified::No,
                Ok(params) if is_weaker(&params, argon2.params()) => Verified::YesOutdated,
                _ => Verified::Yes,
            }
        })
        .await
    }
}

fn is_weaker(kept: &Params, today: &Params) -> bool {
    kept.m_cost() < today.m_cost() || kept.t_cost() < today.t_cost()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn login(memory_kib: u32) -> Login {
        Login {
            shortest_password: 12,
            longest_password: 128,
            providers: vec![],
            memory_kib,
            rounds: 1,
            lanes: 1,
        }
    }

    fn typed(text: &str) -> Password {
        Password::typed(text, 200).unwrap()
    }

    #[tokio::test]
    async fn a_password_is_known_again_and_renewed_when_the_cost_rises() {
        let weak = Argon2Hasher::new(&login(64)).unwrap();
        let strong = Argon2Hasher::new(&login(128)).unwrap();
        let long = format!("{}{}", "a".repeat(80), "x");
        let other = format!("{}{}", "a".repeat(80), "y");
        let kept = weak.hash(&typed(&long)).await.unwrap();
        assert!(kept.as_str().starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{}", kept.as_str());
        for (hasher, password, hash, expected) in [
            (&weak, &long, Some(&kept), Verified::Yes),
            (&weak, &other, Some(&kept), Verified::No),
            (&weak, &long, None, Verified::No),
            (&weak, &String::new(), None, Verified::No),
            (&strong, &long, Some(&kept), Verified::YesOutdated),
            (&strong, &other, Some(&kept), Verified::No),
        ] {
            assert_eq!(hasher.verify(&typed(password), hash).await.unwrap(), expected, "{password} {hash:?}");
        }
    }

    #[tokio::test]
    async fn a_flood_is_sent_away_and_who_goes_away_leaves_the_queue() {
        let hasher = Argon2Hasher::new(&login(64)).unwrap();
        let cores = u32::try_from(hasher.turns.available_permits()).unwrap();
        let all = hasher.turns.clone().acquire_many_owned(cores).await.unwrap();
        let waiting: Vec<_> = (0..LONGEST_QUEUE)
            .map(|_| {
                let hasher = hasher.clone();
                tokio::spawn(async move { hasher.hash(&typed("x")).await })
            })
            .collect();
        while hasher.waiting.load(Ordering::Relaxed) < LONGEST_QUEUE {
            tokio::task::yield_now().await;
        }
        assert_eq!(hasher.hash(&typed("x")).await, Err(Busy));
        for task in waiting {
            task.abort();
            assert!(task.await.is_err());
        }
        assert_eq!(hasher.waiting.load(Ordering::Relaxed), 0);
        drop(all);
        assert!(hasher.hash(&typed("x")).await.is_ok());
    }

    #[test]
    fn parameters_that_argon2_does_not_take_are_named() {
        let error = Argon2Hasher::new(&login(1)).unwrap_err();
        assert!(format!("{error:#}").contains("login.memory_kib"), "{error:#}");
    }
}
