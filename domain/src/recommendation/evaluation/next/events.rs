//! Selection of the clicks to predict: at equal distances, and the same in every run.

use std::collections::{HashMap, HashSet};

use super::{Click, Window};

/// Position of a predicted click in its visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The next click of a visit.
    Next,
    /// The first click of a visit.
    First,
}

/// The clicks to guess, by their place.
pub(super) fn sampled(clicks: &[Click], window: Window) -> HashMap<usize, Kind> {
    let (start, end) = (window.start(clicks), window.end(clicks));
    let mut begun = HashSet::new();
    let (mut first, mut next) = (Vec::new(), Vec::new());
    for (place, click) in clicks.iter().enumerate().take_while(|(_, click)| click.at < end) {
        let is_first = begun.insert(click.session);
        if click.at >= start {
            if is_first { first.push(place) } else { next.push(place) }
        }
    }
    let next = evenly(next, window.next_clicks).into_iter().map(|place| (place, Kind::Next));
    next.chain(evenly(first, window.first_clicks).into_iter().map(|place| (place, Kind::First))).collect()
}

/// As many as wanted, at equal distances.
fn evenly(places: Vec<usize>, wanted: usize) -> Vec<usize> {
    if places.len() <= wanted {
        return places;
    }
    (0..wanted).map(|turn| places[turn * places.len() / wanted]).collect()
}
