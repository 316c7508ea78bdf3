//! The few pieces of SQL text that are put together at run time: lists of placeholders, never values.

use sqlx::{Any, AssertSqlSafe};

/// A query with values yet to be bound.
pub(crate) type Query<'q> = sqlx::query::Query<'q, Any, sqlx::any::AnyArguments>;

/// `before` and `after` around `($1, $2), ($3, $4)` for `rows` rows of `columns` values.
pub(crate) fn with_rows(before: &str, rows: usize, columns: usize, after: &str) -> AssertSqlSafe<String> {
    let mut text = String::with_capacity(before.len() + after.len() + rows * columns * 6);
    text.push_str(before);
    for row in 0..rows {
        text.push_str(if row == 0 { " (" } else { ", (" });
        for column in 0..columns {
            if column > 0 {
                text.push(',');
            }
            text.push('$');
            text.push_str(&(row * columns + column + 1).to_string());
        }
        text.push(')');
    }
    text.push(' ');
    text.push_str(after);
    AssertSqlSafe(text)
}

/// `before` and `after` around `($1, $2, $3)` for `count` values.
pub(crate) fn with_values(before: &str, count: usize, after: &str) -> AssertSqlSafe<String> {
    with_rows(before, 1, count, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_numbered_through() {
        assert_eq!(with_rows("VALUES", 2, 2, "x").0, "VALUES ($1,$2), ($3,$4) x");
        assert_eq!(with_values("IN", 3, "").0, "IN ($1,$2,$3) ");
    }
}
