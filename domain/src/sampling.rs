//! Weighted sampling that gives everyone the same result (weighted rendezvous hashing).

use sha2::{Digest, Sha256};

/// Sampling key of one item in the draw that `parts` name. The item with the smallest key wins, as often as its weight says: the
/// key is an exponential variate of that rate. Adding or removing an item does not change the order of the others.
pub fn sampling_key(parts: &[&str], weight: u32) -> f64 {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
        hash.update([0]);
    }
    let bytes = hash.finalize();
    let drawn = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    let uniform = (f64::from(drawn) + 0.5) / (f64::from(u32::MAX) + 1.0);
    -uniform.ln() / f64::from(weight.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sampling_key_depends_on_every_part_and_shrinks_with_the_weight() {
        let one = sampling_key(&["a", "b"], 1);
        assert!((one - sampling_key(&["a", "b"], 1)).abs() < f64::EPSILON);
        for other in [["ab", ""], ["", "ab"], ["a", "c"]] {
            assert!((one - sampling_key(&other, 1)).abs() > f64::EPSILON, "{other:?}");
        }
        assert!((one / 4.0 - sampling_key(&["a", "b"], 4)).abs() < 1e-12);
    }
}
