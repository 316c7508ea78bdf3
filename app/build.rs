//! Makes what is written by hand small: the script of the head stands in every page, the service worker is asked for with every page, and the
//! style of the light page goes over poor connections.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script by the environment where to write")]
fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    for name in ["head.js", "worker.js"] {
        let source = Path::new("src").join(name);
        let small = minifier::js::minify(&read(&source)?)?.to_string();
        fs::write(out.join(name), small)?;
    }
    let style = ["../style/tokens/lite.css", "../style/lite.css"].map(|path| read(Path::new(path)));
    let [tokens, rules] = style;
    let small = minifier::css::minify(&(tokens? + &rules?))?.to_string();
    fs::write(out.join("lite.css"), small)?;
    Ok(())
}

fn read(source: &Path) -> std::io::Result<String> {
    println!("cargo:rerun-if-changed={}", source.display());
    fs::read_to_string(source)
}
