//! Exports of WordPress (WXR). A first reading collects names and pictures, a second one imports the posts.

mod elements;
mod own;
mod post;
mod shortcodes;
mod survey;
mod text;

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use domain::redirect::{Destination, OldAddress, Redirect};

use super::former_site::{Former, redirects};
use super::lines::{OpenFault, unpacked};
use super::mapping::Mapping;
use super::records::Records;

pub use own::{FIELD, own_field};
pub use survey::Survey;

/// Reads names and pictures of all files of one site.
pub fn survey(files: &[PathBuf], mapping: &Mapping) -> anyhow::Result<Survey> {
    let mut survey = Survey::default();
    for path in files {
        let name = path.display();
        let file = File::open(path).with_context(|| format!("cannot open {name}"))?;
        let source = unpacked(file).map_err(|fault| anyhow::anyhow!("{name}: {fault}"))?;
        survey.read(source, mapping).map_err(|fault| anyhow::anyhow!("{name}: {fault}"))?;
    }
    Ok(survey)
}

/// Opens the posts of one file.
pub fn posts(source: Box<dyn Read + Send>, former: Arc<Former>) -> Result<Box<dyn Records>, OpenFault> {
    Ok(Box::new(post::Posts { elements: elements::Elements::new(unpacked(source)?), former }))
}

/// Redirects from the lists of the former site: feeds, categories, tags and authors. Known once its posts are imported.
pub fn list_redirects(former: &Former) -> Vec<Redirect> {
    let survey = &former.survey;
    let base = OldAddress::parse(&survey.site).map_or_else(String::new, |base| base.as_str().to_owned());
    let mut found = redirects(&[format!("{base}/feed")], &Destination::Moved("/rss.xml".into()));
    let parents: HashMap<&str, &str> =
        survey.terms.iter().map(|term| (term.slug.as_str(), term.parent.as_str())).collect();
    for term in &survey.terms {
        let lists: &[&str] = if term.is_tag { &["topik"] } else { &["rubrik", "topik"] };
        let name = former.mapping.section(&term.name).filter(|_| !term.is_tag).unwrap_or(&term.name);
        let page = former.subjects.page(lists, name).or_else(|| former.subjects.page(lists, &term.name));
        let Some(to) = page.filter(|_| !term.slug.is_empty()) else { continue };
        let kind = if term.is_tag { "tag" } else { "category" };
        let mut addresses = vec![format!("{base}/{kind}/{}", term.slug)];
        // The path of a category names those above it.
        let (mut path, mut above) = (term.slug.clone(), term.parent.as_str());
        for _ in 0..8 {
            if above.is_empty() {
                break;
            }
            path = format!("{above}/{path}");
            above = parents.get(above).copied().unwrap_or_default();
        }
        addresses.push(format!("{base}/{kind}/{path}"));
        if !term.is_tag && !term.number.is_empty() {
            addresses.push(format!("/?cat={}", term.number));
        }
        found.extend(redirects(&addresses, &to));
    }
    for (login, name) in &survey.authors {
        let name = former.mapping.author(name);
        let slug = domain::slug::Slug::from_text(login);
        if let (Some(to), Some(slug)) = (former.subjects.page(&["penulis"], &name), slug) {
            found
                .extend(redirects(&[format!("{base}/author/{login}"), format!("{base}/author/{slug}")], &to));
        }
    }
    found
}
