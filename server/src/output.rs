//! Standard output and standard error of commands. A pipe that its reader closes early, as `head` does, is no error: the command
//! continues and sets its exit status as usual. `println!` would panic.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

/// Writes a formatted line to standard output; see [`write_out`].
macro_rules! say {
    ($($words:tt)*) => { $crate::output::write_out(format_args!($($words)*)) };
}

/// Writes a formatted line to standard error; see [`write_err`].
macro_rules! note {
    ($($words:tt)*) => { $crate::output::write_err(format_args!($($words)*)) };
}

pub(crate) use {note, say};

/// Writes to standard output. A closed pipe is ignored; other errors, such as a full disk, are returned.
pub(crate) fn write_out(words: Arguments) -> io::Result<()> {
    let said = writeln!(io::stdout(), "{words}");
    match said {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(io::Error::new(error.kind(), format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error. Errors are ignored, since there is no place to report them.
pub(crate) fn write_err(words: Arguments) {
    let _ = writeln!(io::stderr(), "{words}");
}
