//! Export for WordPress (WXR). What WordPress does not know stands in a custom field, so that the file comes back equal.

use std::io::{self, Write};

use chrono::{DateTime, Utc};
use domain::article::{Article, ImageFormat};
use domain::slug::Slug;

use crate::article_record::Record;
use crate::import::wordpress::{FIELD, own_field};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
     xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
     xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel>\n";
/// End of the file.
pub(super) const FOOT: &str = "</channel>\n</rss>\n";

/// The publication whose articles are exported.
#[derive(Clone, Debug)]
pub struct Wxr {
    /// Name as readers see it.
    pub name: String,
    /// Public address, without a trailing slash.
    pub site: String,
    /// Time zone of its times.
    pub time_zone: chrono_tz::Tz,
}

impl Wxr {
    pub(super) fn head(&self, output: &mut dyn Write) -> io::Result<()> {
        let (name, site) = (cdata(&escaped(&self.name)), cdata(&self.site));
        write!(
            output,
            "{HEAD}<title>{name}</title>\n<link>{site}</link>\n<wp:wxr_version>1.2</wp:wxr_version>\n\
             <wp:base_site_url>{site}</wp:base_site_url>\n<wp:base_blog_url>{site}</wp:base_blog_url>\n"
        )
    }

    /// Writes an article, and its lead picture as an attachment. WordPress numbers both.
    pub(super) fn article(
        &self,
        output: &mut dyn Write,
        article: &Article,
        record: Record,
        number: &mut u64,
    ) -> io::Result<()> {
        *number += 1;
        let post = *number;
        let (title, summary) =
            (escaped(&article.title), escaped(article.summary.as_deref().unwrap_or_default()));
        let author = article.byline.reporters.first().map_or("", |person| person.name.as_str()).to_owned();
        let (content, field) = own_field(record, &format!("{}/gambar/", self.site));
        writeln!(output, "<item>\n<title>{}</title>", cdata(&title))?;
        writeln!(
            output,
            "<link>{}</link>",
            cdata(&format!("{}/read/{}/{}", self.site, article.id, article.slug()))
        )?;
        writeln!(output, "<pubDate>{}</pubDate>", article.published_at.to_rfc2822())?;
        writeln!(output, "<dc:creator>{}</dc:creator>", cdata(&author))?;
        writeln!(
            output,
            "<guid isPermaLink=\"false\">{}</guid>",
            cdata(&format!("{}/read/{}", self.site, article.id))
        )?;
        writeln!(output, "<content:encoded>{}</content:encoded>", cdata(&content))?;
        writeln!(output, "<excerpt:encoded>{}</excerpt:encoded>", cdata(&summary))?;
        writeln!(output, "<wp:post_id>{post}</wp:post_id>")?;
        self.time(output, "post_date", article.published_at)?;
        self.time(output, "post_modified", article.updated_at.unwrap_or(article.published_at))?;
        writeln!(output, "<wp:post_name>{}</wp:post_name>", article.slug())?;
        writeln!(output, "<wp:status>publish</wp:status>\n<wp:post_type>post</wp:post_type>")?;
        let section = article.section.iter().map(|section| ("category", &section.name));
        let topics = article.topics.iter().map(|topic| ("post_tag", &topic.name));
        for (domain, name) in section.chain(topics) {
            let slug = Slug::from_text(name).map(|slug| slug.to_string()).unwrap_or_default();
            writeln!(
                output,
                "<category domain=\"{domain}\" nicename=\"{slug}\">{}</category>",
                cdata(&escaped(name))
            )?;
        }
        meta(output, FIELD, &field)?;
        let file = article.picture.as_ref().and_then(|picture| Some((picture, picture.file()?)));
        let Some((picture, file)) = file else { return writeln!(output, "</item>") };
        *number += 1;
        meta(output, "_thumbnail_id", &number.to_string())?;
        let served = match file.widths().last() {
            Some(width) if file.placeholder.is_some() => file.rendition(*width, ImageFormat::Jpeg),
            _ => file.shown_as_it_is(),
        };
        writeln!(output, "</item>\n<item>\n<title>{}</title>", cdata(&title))?;
        writeln!(
            output,
            "<excerpt:encoded>{}</excerpt:encoded>",
            cdata(&escaped(picture.caption.as_deref().unwrap_or_default()))
        )?;
        writeln!(output, "<wp:post_id>{number}</wp:post_id>\n<wp:post_parent>{post}</wp:post_parent>")?;
        writeln!(output, "<wp:status>inherit</wp:status>\n<wp:post_type>attachment</wp:post_type>")?;
        writeln!(
            output,
            "<wp:attachment_url>{}</wp:attachment_url>",
            cdata(&format!("{}/gambar/{served}", self.site))
        )?;
        meta(output, "_wp_attachment_image_alt", picture.alt.as_deref().unwrap_or_default())?;
        writeln!(output, "</item>")
    }

    /// A time on the publisher's clocks, and the same in UTC.
    fn time(&self, output: &mut dyn Write, name: &str, time: DateTime<Utc>) -> io::Result<()> {
        let form = "%Y-%m-%d %H:%M:%S";
        let local = time.with_timezone(&self.time_zone).format(form);
        writeln!(
            output,
            "<wp:{name}>{local}</wp:{name}>\n<wp:{name}_gmt>{}</wp:{name}_gmt>",
            time.format(form)
        )
    }
}

fn meta(output: &mut dyn Write, key: &str, value: &str) -> io::Result<()> {
    let value = cdata(value);
    writeln!(
        output,
        "<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
    )
}

/// Plain text as HTML, which is what WordPress takes titles and names for.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text that XML does not interpret, without the signs that XML forbids.
fn cdata(text: &str) -> String {
    let is_allowed = |sign: &char| !sign.is_control() || matches!(sign, '\n' | '\r' | '\t');
    let text: String = text.chars().filter(is_allowed).collect();
    format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"))
}
