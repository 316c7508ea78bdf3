//! Units as marks: what is left is full, what is spent is empty.

use domain::access::Units;

/// Largest number of units that can be seen at a glance.
const MOST: u32 = 6;

/// One mark for each unit; empty if there are too many to be seen at a glance.
pub fn unit_marks(units: Units) -> String {
    if units.granted > MOST {
        return String::new();
    }
    let spent = units.granted.saturating_sub(units.left);
    (0..units.granted).map(|place| if place < units.granted - spent { '●' } else { '○' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_has_one_mark() {
        let marks = |left, granted| unit_marks(Units { granted, left, refills_at: None });
        assert_eq!(marks(2, 2), "●●");
        assert_eq!(marks(1, 2), "●○");
        assert_eq!(marks(0, 2), "○○");
        assert_eq!(marks(0, 0), "");
        assert_eq!(marks(7, 7), "");
    }

    #[test]
    fn more_left_than_granted_shows_all_as_left() {
        assert_eq!(unit_marks(Units { granted: 2, left: 3, refills_at: None }), "●●");
    }
}
