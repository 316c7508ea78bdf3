//! Translation of database errors into errors of the domain.

use domain::newsroom::StoreError;

/// Store error for the error of a statement. Most of these mean that the database is unavailable, hence the name.
pub(crate) fn unavailable(error: sqlx::Error) -> StoreError {
    use sqlx::Error;
    match &error {
        Error::Database(said) => match meaning(&said.code().unwrap_or_default()) {
            Meaning::Unavailable => StoreError::Unavailable(Box::new(error)),
            Meaning::Damaged => StoreError::Damaged(error.to_string()),
            Meaning::Refused => StoreError::Refused(Box::new(error)),
        },
        Error::Decode(_) | Error::ColumnDecode { .. } => StoreError::Damaged(error.to_string()),
        Error::Io(_)
        | Error::Tls(_)
        | Error::Protocol(_)
        | Error::PoolTimedOut
        | Error::PoolClosed
        | Error::WorkerCrashed
        | Error::BeginFailed => StoreError::Unavailable(Box::new(error)),
        _ => StoreError::Refused(Box::new(error)),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Unavailable,
    Damaged,
    Refused,
}

/// PostgreSQL's codes have five characters, of which two name the class; SQLite's are numbers of at most four digits, whose last
/// byte names the kind.
fn meaning(code: &str) -> Meaning {
    if code.len() == 5 {
        return match (&code[..2], code) {
            // Connections, resources, an operator, the system; what gave way to others; locks, and servers that only read.
            ("08" | "40" | "53" | "57" | "58", _) | (_, "55P03" | "25006" | "25P03") => Meaning::Unavailable,
            (_, "XX001" | "XX002") => Meaning::Damaged,
            _ => Meaning::Refused,
        };
    }
    match code.parse::<u32>().map(|code| code & 0xff) {
        // BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL.
        Ok(5..=10 | 13 | 14 | 15) => Meaning::Unavailable,
        // CORRUPT, NOTADB.
        Ok(11 | 26) => Meaning::Damaged,
        _ => Meaning::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_whether_to_come_again() {
        for (code, expected) in [
            ("13", Meaning::Unavailable),
            ("5", Meaning::Unavailable),
            ("517", Meaning::Unavailable),
            ("778", Meaning::Unavailable),
            ("8", Meaning::Unavailable),
            ("11", Meaning::Damaged),
            ("267", Meaning::Damaged),
            ("26", Meaning::Damaged),
            ("1", Meaning::Refused),
            ("2067", Meaning::Refused),
            ("53100", Meaning::Unavailable),
            ("57P03", Meaning::Unavailable),
            ("57014", Meaning::Unavailable),
            ("40001", Meaning::Unavailable),
            ("55P03", Meaning::Unavailable),
            ("25006", Meaning::Unavailable),
            ("XX001", Meaning::Damaged),
            ("23505", Meaning::Refused),
            ("42P01", Meaning::Refused),
            ("", Meaning::Refused),
        ] {
            assert_eq!(meaning(code), expected, "{code}");
        }
    }
}
