//! All open connections: how many each network holds, and which one has rested longest.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ipnet::IpNet;
use tokio::sync::Notify;
use tokio::sync::futures::Notified;

/// Registry of all open connections.
#[derive(Clone, Default)]
pub(super) struct Registry(Arc<Shared>);

#[derive(Default)]
struct Shared {
    connections: Mutex<Connections>,
    /// A connection began to rest.
    rested: Notify,
    /// The last connection ended.
    emptied: Notify,
}

#[derive(Default)]
struct Connections {
    entries: HashMap<u64, Entry>,
    per_network: HashMap<IpNet, usize>,
    /// Numbers connections, and moments at which one began to rest, in their order: no clock is needed to find the earliest.
    last_number: u64,
}

struct Entry {
    /// `None` for networks that are not counted.
    network: Option<IpNet>,
    /// Whether it holds a place among all; those that have said nothing do not.
    is_admitted: bool,
    /// `None` while a request is answered, and once it has been dismissed.
    idle_since: Option<u64>,
    dismissed: Arc<Notify>,
}

/// Registration of one connection, which ends when it is dropped.
pub(super) struct ConnectionSlot {
    registry: Registry,
    id: u64,
    dismissed: Arc<Notify>,
    has_asked: AtomicBool,
    is_answered: AtomicBool,
}

/// Mark of a request in progress. It is dropped with the last byte of the answer.
pub(super) struct Busy(Arc<ConnectionSlot>);

impl Registry {
    /// Registers a connection. Where its network holds `most` already, the one of them that has rested longest is dismissed; `None`
    /// where none of them rests.
    pub(super) fn register(&self, network: Option<IpNet>, most: usize) -> Option<Arc<ConnectionSlot>> {
        let mut connections = self.lock();
        if let Some(network) = network {
            let is_full = connections.per_network.get(&network).is_some_and(|held| *held >= most);
            if is_full && !connections.dismiss_idle(|entry| entry.network == Some(network)) {
                return None;
            }
            *connections.per_network.entry(network).or_default() += 1;
        }
        let id = connections.next_number();
        let dismissed = Arc::new(Notify::new());
        let entry = Entry { network, is_admitted: false, idle_since: Some(id), dismissed: dismissed.clone() };
        connections.entries.insert(id, entry);
        let (has_asked, is_answered) = (AtomicBool::new(false), AtomicBool::new(false));
        Some(Arc::new(ConnectionSlot { registry: self.clone(), id, dismissed, has_asked, is_answered }))
    }

    /// Dismisses the connection that has rested longest among those that hold a place.
    pub(super) fn dismiss_admitted(&self) -> bool {
        self.lock().dismiss_idle(|entry| entry.is_admitted)
    }

    /// Dismisses the connection that has rested longest, whatever it holds.
    pub(super) fn dismiss_any(&self) -> bool {
        self.lock().dismiss_idle(|_| true)
    }

    /// Dismisses all connections; requests in progress are still answered.
    pub(super) fn dismiss_all(&self) {
        self.lock().entries.values().for_each(|entry| entry.dismissed.notify_one());
    }

    /// Returns when a connection begins to rest after this call.
    pub(super) fn rested(&self) -> Notified<'_> {
        self.0.rested.notified()
    }

    /// Returns when no connection is left.
    pub(super) async fn emptied(&self) {
        loop {
            let emptied = self.0.emptied.notified();
            if self.lock().entries.is_empty() {
                return;
            }
            emptied.await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Connections> {
        self.0.connections.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connections {
    fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    fn dismiss_idle(&mut self, is_meant: impl Fn(&Entry) -> bool) -> bool {
        let idle = self.entries.values_mut().filter(|entry| entry.idle_since.is_some() && is_meant(entry));
        let Some(longest) = idle.min_by_key(|entry| entry.idle_since) else {
            return false;
        };
        longest.idle_since = None;
        longest.dismissed.notify_one();
        metrics::counter!("warta_connections_dismissed_total").increment(1);
        true
    }
}

impl ConnectionSlot {
    /// It holds a place among all from now on.
    pub(super) fn admit(&self) {
        self.change(|entry, now| {
            entry.is_admitted = true;
            entry.idle_since = Some(now);
        });
    }

    /// A request has come whole.
    pub(super) fn begin(self: &Arc<Self>) -> Busy {
        self.has_asked.store(true, Ordering::Relaxed);
        self.is_answered.store(false, Ordering::Relaxed);
        self.change(|entry, _| entry.idle_since = None);
        Busy(self.clone())
    }

    /// All that was to be sent has been sent.
    pub(super) fn flushed(&self) {
        if self.is_answered.swap(false, Ordering::Relaxed) {
            self.change(|entry, now| entry.idle_since = Some(now));
            self.registry.0.rested.notify_waiters();
        }
    }

    /// Whether there has been a request; what came of one that is not whole is no loss.
    pub(super) fn has_asked(&self) -> bool {
        self.has_asked.load(Ordering::Relaxed)
    }

    /// Returns when the connection is to end.
    pub(super) fn dismissed(&self) -> Notified<'_> {
        self.dismissed.notified()
    }

    fn change(&self, change: impl FnOnce(&mut Entry, u64)) {
        let mut connections = self.registry.lock();
        let now = connections.next_number();
        if let Some(entry) = connections.entries.get_mut(&self.id) {
            change(entry, now);
        }
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.is_answered.store(true, Ordering::Relaxed);
    }
}

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        let mut connections = self.registry.lock();
        let network = connections.entries.remove(&self.id).and_then(|entry| entry.network);
        if let Some(network) = network
            && let Some(held) = connections.per_network.get_mut(&network)
        {
            *held -= 1;
            if *held == 0 {
                connections.per_network.remove(&network);
            }
        }
        if connections.entries.is_empty() {
            self.registry.0.emptied.notify_waiters();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(text: &str) -> IpNet {
        text.parse().unwrap()
    }

    /// Whether it was told to end.
    async fn is_dismissed(slot: &ConnectionSlot) -> bool {
        tokio::select! {
            biased;
            () = slot.dismissed() => true,
            () = std::future::ready(()) => false,
        }
    }

    /// Answers one request.
    fn answer(slot: &Arc<ConnectionSlot>) {
        drop(slot.begin());
        slot.flushed();
    }

    #[tokio::test]
    async fn of_one_network_the_longest_idle_makes_room_and_nobody_of_another() {
        let registry = Registry::default();
        let (full, other) = (Some(network("2001:db8:1:2::/64")), Some(network("203.0.113.7/32")));
        let stranger = registry.register(other, 2).unwrap();
        let (first, second) = (registry.register(full, 2).unwrap(), registry.register(full, 2).unwrap());
        answer(&second);
        answer(&first);
        let _third = registry.register(full, 2).expect("one of them rests");
        assert!(is_dismissed(&second).await && !is_dismissed(&first).await && !is_dismissed(&stranger).await);
    }

    #[tokio::test]
    async fn who_is_being_answered_is_left_alone() {
        let registry = Registry::default();
        let full = Some(network("203.0.113.7/32"));
        let slot = registry.register(full, 1).unwrap();
        let busy = slot.begin();
        assert!(registry.register(full, 1).is_none() && !registry.dismiss_any());
        drop(busy);
        assert!(registry.register(full, 1).is_none(), "its last bytes have not left");
        slot.flushed();
        assert!(registry.register(full, 1).is_some() && is_dismissed(&slot).await);
    }

    #[tokio::test]
    async fn only_those_with_a_place_can_give_one_up() {
        let registry = Registry::default();
        let (silent, speaking) = (registry.register(None, 0).unwrap(), registry.register(None, 0).unwrap());
        assert!(!registry.dismiss_admitted());
        speaking.admit();
        assert!(registry.dismiss_admitted() && is_dismissed(&speaking).await && !is_dismissed(&silent).await);
        assert!(!registry.dismiss_admitted(), "nobody is dismissed twice");
        assert!(registry.dismiss_any() && is_dismissed(&silent).await);
    }

    #[test]
    fn what_has_ended_is_not_counted() {
        let registry = Registry::default();
        let full = Some(network("203.0.113.7/32"));
        for _ in 0..3 {
            let slot = registry.register(full, 1).unwrap();
            let busy = slot.begin();
            assert!(registry.register(full, 1).is_none());
            drop(busy);
            drop(slot);
        }
        let connections = registry.lock();
        assert!(connections.entries.is_empty() && connections.per_network.is_empty());
    }
}
