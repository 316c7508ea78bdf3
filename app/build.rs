//! Makes the scripts written by hand small: that of the head stands in every page, the service worker is asked for with every page.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script by the environment where to write")]
fn main() -> Result<(), Box<dyn Error>> {
    for name in ["head.js", "worker.js"] {
        let source = Path::new("src").join(name);
        println!("cargo:rerun-if-changed={}", source.display());
        let script = fs::read_to_string(source)?;
        let small = minifier::js::minify(&script)?.to_string();
        fs::write(Path::new(&env::var("OUT_DIR")?).join(name), small)?;
    }
    Ok(())
}
