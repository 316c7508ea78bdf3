//! Weighted draws that come out the same for everyone.

use sha2::{Digest, Sha256};

/// The lot of one thing in a draw that `parts` name: the smallest wins, and wins as often as its weight says (an exponential
/// variate of that rate). Coming and going of one thing changes nothing between the others.
pub fn lot(parts: &[&str], weight: u32) -> f64 {
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
    fn a_lot_depends_on_every_part_and_shrinks_with_the_weight() {
        let one = lot(&["a", "b"], 1);
        assert!((one - lot(&["a", "b"], 1)).abs() < f64::EPSILON);
        for other in [["ab", ""], ["", "ab"], ["a", "c"]] {
            assert!((one - lot(&other, 1)).abs() > f64::EPSILON, "{other:?}");
        }
        assert!((one / 4.0 - lot(&["a", "b"], 4)).abs() < 1e-12);
    }
}
