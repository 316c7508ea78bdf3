//! Age of an article when it was opened.

use chrono::TimeDelta;

/// The time since an article was opened first, which in a stream of clicks is when it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Band {
    QuarterHour,
    Hour,
    Day,
    Older,
}

impl Band {
    pub(super) const ALL: [Self; 4] = [Self::QuarterHour, Self::Hour, Self::Day, Self::Older];

    pub(super) fn of(age: TimeDelta) -> Self {
        match age.num_minutes() {
            ..15 => Self::QuarterHour,
            15..60 => Self::Hour,
            60..1440 => Self::Day,
            _ => Self::Older,
        }
    }

    /// Text in the name of a row.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::QuarterHour => "below 15 min",
            Self::Hour => "15 min to 1 h",
            Self::Day => "1 h to 1 day",
            Self::Older => "above 1 day",
        }
    }
}
