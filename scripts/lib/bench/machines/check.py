"""Reads all feeds and sitemaps of a site as programs of others do: check.py ORIGIN. Prints what was wrong as JSON."""

import json
import pathlib
import re
import sys
import urllib.request

import feedparser
from lxml import etree

ORIGIN = sys.argv[1]
HERE = pathlib.Path(__file__).parent
FEEDS = ["/rss.xml", "/atom.xml", "/feed.json"]
SCHEMAS = {
    "sitemapindex": "siteindex.xsd",
    "urlset": "sitemap.xsd",
}
faults = []


def get(path):
    with urllib.request.urlopen(ORIGIN + path) as answer:
        return answer.read(), answer.headers


def fault(path, what):
    faults.append(f"{path}: {what}")


def check_xml_feed(path):
    parsed = feedparser.parse(ORIGIN + path)
    if parsed.bozo:
        fault(path, f"feedparser warns: {parsed.bozo_exception}")
    expected = "rss20" if path.endswith("rss.xml") else "atom10"
    if parsed.version != expected:
        fault(path, f"it is {parsed.version}")
    for field in ["title", "link", "language" if expected == "rss20" else "id"]:
        if not parsed.feed.get(field):
            fault(path, f"no {field}")
    if not any(link.rel == "self" for link in parsed.feed.links):
        fault(path, "it does not name itself")
    if not any(link.rel == "hub" for link in parsed.feed.links):
        fault(path, "it does not name its hub")
    if not parsed.entries:
        fault(path, "it has no entries")
    ids = [entry.id for entry in parsed.entries]
    if len(set(ids)) != len(ids):
        fault(path, "two entries have one id")
    for entry in parsed.entries:
        for field in ["id", "title", "link", "published_parsed"]:
            if not entry.get(field):
                fault(path, f"{entry.get('id')} has no {field}")
        for enclosure in entry.enclosures:
            if not enclosure.get("href", "").startswith(ORIGIN) or not enclosure.get("type"):
                fault(path, f"{entry.id} has a bad enclosure {enclosure}")


def check_json_feed(path):
    feed = json.loads(get(path)[0])
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        fault(path, "no version")
    for field in ["title", "home_page_url", "feed_url", "items"]:
        if not feed.get(field):
            fault(path, f"no {field}")
    for item in feed["items"]:
        for field in ["id", "url", "title", "content_html", "date_published"]:
            if not item.get(field):
                fault(path, f"{item.get('id')} has no {field}")


def lists():
    """Paths of all lists that pages lead to."""
    found = {"", "/koran", "/majalah"}
    pages = ["/"] + [entry.link.removeprefix(ORIGIN) for entry in feedparser.parse(ORIGIN + "/rss.xml").entries]
    for page in pages:
        found |= set(re.findall(r'href="(/(?:rubrik|topik|penulis)/[a-z0-9-]+)"', get(page)[0].decode()))
    return sorted(found)


def check_sitemap(path):
    """Validates a sitemap; returns the files that an index names."""
    document = etree.fromstring(get(path)[0])
    root = etree.QName(document).localname
    schema = etree.XMLSchema(etree.parse(str(HERE / SCHEMAS[root])))
    if not schema.validate(document):
        fault(path, schema.error_log.last_error)
    addresses = [element.text for element in document.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    return [address.removeprefix(ORIGIN) for address in addresses] if root == "sitemapindex" else []


feeds = 0
for path in lists():
    for prefix in ["", "/en"]:
        for feed in FEEDS:
            (check_json_feed if feed.endswith("json") else check_xml_feed)(prefix + path + feed)
            feeds += 1
files = ["/sitemap.xml", "/sitemap-news.xml"]
for path in files:
    files += check_sitemap(path)
print(json.dumps({"feeds": feeds, "sitemaps": len(files), "faults": faults}, default=str))
