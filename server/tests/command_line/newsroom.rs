//! Folder with a store, and the program that works on it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Smallest possible GIF: one pixel.
pub const PIXEL: &[u8] =
    b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// Number of databases created so far, for unique names.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Newsroom in a temporary folder, used by one test only.
pub struct Newsroom {
    folder: TempDir,
    url: String,
}

/// Result of a run of the program.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Newsroom {
    /// Creates a newsroom on SQLite; the database does not exist yet.
    pub fn new() -> Self {
        let folder = built();
        let url = format!("sqlite://{}", folder.path().join("data/warta.db").display());
        Self { folder, url }
    }

    /// Creates a newsroom on its own PostgreSQL database.
    pub fn on_postgres() -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "scripts/test says here where its throw-away server listens"
        )]
        let server = std::env::var("WARTA_TEST_POSTGRES")
            .expect("WARTA_TEST_POSTGRES names no server: run scripts/test, which starts one");
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("command_line_{}_{count}", std::process::id());
        let maintenance = format!("--maintenance-db={server}/postgres");
        assert!(Command::new("createdb").args([&maintenance, &name]).status().unwrap().success());
        Self { folder: built(), url: format!("{server}/{name}") }
    }

    /// Address of the database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Path of a file in the newsroom's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the newsroom's folder, creating its parent folders.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Prepares a run of the program in the newsroom's folder, with its settings and no other environment.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("WARTA__DATABASE__URL", &self.url)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the program and waits for its end.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        ended(self.command(arguments).spawn().unwrap())
    }

    /// Writes records to a file of that name and imports it.
    pub fn import(&self, name: &str, records: &[Value]) -> Ran {
        self.write(name, lines(records));
        self.run(&["import", "jsonl", name])
    }

    /// Rejected records of a file.
    pub fn rejected(&self, name: &str) -> Vec<Value> {
        let text = std::fs::read_to_string(self.path(&format!("{name}.rejected.jsonl"))).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// Folder with the built files that the server requires. cargo-leptos names them by hashes, and writes the hashes beside the program.
fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_warta"));
    let hashes = std::fs::read_to_string(program.with_file_name("hash.txt")).unwrap_or_default();
    let pkg = folder.path().join("target/site/pkg");
    std::fs::create_dir_all(&pkg).unwrap();
    for (kind, plain) in [("css", "warta.css"), ("js", "warta.js"), ("wasm", "warta_bg.wasm")] {
        let hash = hashes.lines().find_map(|line| line.trim().strip_prefix(&format!("{kind}:")));
        let name = hash.map_or(plain.to_owned(), |hash| format!("warta.{}.{kind}", hash.trim()));
        std::fs::write(pkg.join(name), "").unwrap();
    }
    folder
}

/// Waits for the end of the program.
pub fn ended(child: Child) -> Ran {
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Formats records as lines of JSON.
pub fn lines(records: &[Value]) -> String {
    records.iter().map(|record| format!("{record}\n")).collect()
}

/// Record with only the required fields.
pub fn article(id: &str) -> Value {
    json!({"id": id, "title": format!("Judul {id}"), "published_at": "2024-06-19T12:00:00+07:00", "body": "Isi.\n\nLagi."})
}

/// Replaces some values of a record.
pub fn with(mut record: Value, values: Value) -> Value {
    record.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
    record
}

/// Text of a path, for arguments.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
