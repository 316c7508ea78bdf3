//! Standard output and standard error of commands. Whoever closes a pipe early, as `head` does, has seen enough: the work goes on, and
//! the exit status tells how it ended. `println!` would panic.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

/// Writes a line to standard output.
macro_rules! say {
    ($($words:tt)*) => { $crate::output::write_out(format_args!($($words)*)) };
}

/// Writes a line to standard error.
macro_rules! note {
    ($($words:tt)*) => { $crate::output::write_err(format_args!($($words)*)) };
}

pub(crate) use {note, say};

/// Fails where the line is lost to somebody who waits for it: on a full disk.
pub(crate) fn write_out(words: Arguments) -> io::Result<()> {
    let said = writeln!(io::stdout(), "{words}");
    match said {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(io::Error::new(error.kind(), format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Nobody can be told where this fails.
pub(crate) fn write_err(words: Arguments) {
    let _ = writeln!(io::stderr(), "{words}");
}
