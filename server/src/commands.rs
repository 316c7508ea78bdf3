//! The commands of `warta`, one file each.

mod check;
mod display;
mod explain;
mod export;
mod import;
mod migrate;
mod proxy;
mod quota;
mod reader;
mod recommend;
mod search;
pub mod serve;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};
use store::{Database, Workload};

use crate::output::note;
use crate::settings::{Settings, is_watched};

/// Result of a successful command, for its exit status.
enum Outcome {
    Done,
    /// Some records were rejected; each was reported.
    Partial,
}

/// Warta, the news site that a newsroom can run itself.
#[derive(Parser)]
#[command(name = "warta", version)]
struct Arguments {
    /// The file of settings [default: Leptos.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Under `cargo leptos watch`, which names none, the site is served
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site until SIGTERM or Ctrl-C
    Serve,
    /// Bring records into the newsroom
    #[command(subcommand)]
    Import(import::Kind),
    /// Write everything of the newsroom to a file that `import jsonl` reads
    Export(export::Arguments),
    /// What other rules of the meter would do
    #[command(subcommand)]
    Quota(quota::Task),
    /// Why articles are recommended, and how well
    #[command(subcommand)]
    Recommend(recommend::Task),
    /// The search index, and how well it finds
    #[command(subcommand)]
    Search(search::Task),
    /// The support desk for readers' accounts
    #[command(subcommand)]
    Reader(reader::Task),
    /// Tell why a reader may or may not read an article: every rule asked, with its answer
    Explain(explain::Arguments),
    /// Bring the schema, and texts that went through older sanitising rules, up to date
    Migrate,
    /// Verify that the store is whole
    Check,
    /// Print a configuration for the proxy in front
    #[command(subcommand)]
    Proxy(proxy::Proxy),
}

/// Parses the command line and runs the command.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return explain(&error),
    };
    match start(arguments) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Partial) => ExitCode::from(2),
        Err(error) => {
            note!("warta: {}", one_line(&error));
            ExitCode::FAILURE
        }
    }
}

/// Formats an error and its causes in one line. A cause that the message before it already contains is left out.
fn one_line(error: &anyhow::Error) -> String {
    let line = error.chain().map(ToString::to_string).fold(String::new(), |line, cause| {
        if line.contains(&cause) {
            line
        } else if line.is_empty() {
            cause
        } else {
            format!("{line}: {cause}")
        }
    });
    line.replace('\n', " ")
}

/// Prints help to stdout, and an invalid command line as one line to stderr. The exit status 2 means partial success, so it is not used.
fn explain(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        let text = error.to_string();
        // clap lists missing arguments below the first line.
        let what = text.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ");
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        note!("warta: {what}; `warta --help` tells what there is");
        return ExitCode::FAILURE;
    }
    // A closed pipe is no error: whoever closed it wanted no more output.
    let _ = error.print();
    ExitCode::SUCCESS
}

fn start(arguments: Arguments) -> anyhow::Result<Outcome> {
    let command = match arguments.command {
        Some(command) => command,
        None if is_watched() => Command::Serve,
        None => anyhow::bail!("no command; `warta --help` tells what there is"),
    };
    let settings = Settings::load(arguments.settings.as_deref())?;
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.server.log)
        .map_err(|error| anyhow::anyhow!("setting server.log: {error}"))?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        // Otherwise, it would report a closed pipe to the same pipe, and panic.
        .log_internal_errors(false)
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match command {
            Command::Serve => serve::run(settings).await,
            Command::Import(kind) => import::run(&settings, kind).await,
            Command::Export(arguments) => export::run(&settings, arguments).await,
            Command::Quota(task) => quota::run(&settings, task).await,
            Command::Recommend(task) => recommend::run(&settings, task).await,
            Command::Search(task) => search::run(&settings, task).await,
            Command::Reader(task) => reader::run(&settings, task).await,
            Command::Explain(arguments) => explain::run(&settings, arguments).await,
            Command::Migrate => migrate::run(&settings).await,
            Command::Check => check::run(&settings).await,
            Command::Proxy(proxy) => proxy::run(&settings, proxy),
        }
    })
}

/// Opens the database without migrating it.
async fn open_as_is(settings: &Settings, workload: Workload) -> anyhow::Result<Database> {
    Database::open(&settings.database.url, workload).await.context("setting database.url")
}

/// Opens the database, with its schema and texts migrated to the current version.
async fn open(settings: &Settings, workload: Workload) -> anyhow::Result<Database> {
    let database = open_as_is(settings, workload).await?;
    migrate::bring_up_to_date(&database).await?;
    Ok(database)
}
