//! Makes the script of the head small: it stands in every page.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script by the environment where to write")]
fn main() -> Result<(), Box<dyn Error>> {
    let source = "src/head.js";
    println!("cargo:rerun-if-changed={source}");
    let script = fs::read_to_string(source)?;
    let small = minifier::js::minify(&script)?.to_string();
    fs::write(Path::new(&env::var("OUT_DIR")?).join("head.js"), small)?;
    Ok(())
}
