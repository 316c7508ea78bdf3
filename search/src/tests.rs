//! The index by itself: generations in a folder, and words of others that count for nothing.

use domain::article::{ArticleId, Edition};
use domain::search::{ArticleClass, Readable, Scope, SearchQuery, SearchableArticle};

use crate::evaluation::{Record, searchable};
use crate::{Began, Origin, SearchIndex, Writer};

fn origin(store: &str) -> Origin {
    Origin { store: store.to_owned(), policy: "online".to_owned() }
}

fn text(id: &str, text: &str) -> SearchableArticle {
    let record = Record { id: id.to_owned(), title: format!("Judul {id}"), text: text.to_owned() };
    searchable(&record, text).unwrap()
}

fn locked(id: &str, words: &str) -> SearchableArticle {
    let mut article = text(id, words);
    article.is_free = false;
    article.article.edition = Edition::Koran;
    article.article.teaser = domain::article::Teaser::default();
    article
}

fn ids(index: &SearchIndex, query: &str, scope: &Scope) -> Vec<String> {
    let query = SearchQuery { text: query.to_owned(), ..SearchQuery::default() };
    let found = index.search_here(&query, scope, 10, chrono::DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(found.total, found.ids.len(), "{query:?}");
    found.ids.iter().map(|id| id.as_str().to_owned()).collect()
}

fn built(index: &SearchIndex, store: &str, articles: &[SearchableArticle]) -> Writer {
    let Began::Anew(mut writer) = index.begin(&origin(store), false).unwrap() else { panic!("a new one") };
    for article in articles {
        writer.put(article).unwrap();
    }
    writer.finish(index).unwrap()
}

#[test]
fn an_index_goes_on_where_it_was_left_and_another_stores_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    let open = || SearchIndex::new(Some(folder.path().to_owned()));
    let first = open();
    let mut writer = built(&first, "a", &[text("1", "banjir rob")]);
    assert!(matches!(open().begin(&origin("a"), false), Ok(Began::Elsewhere)), "one program writes");
    writer.put(&text("1", "gempa")).unwrap();
    writer.note(|progress| progress.written = Some((7, "1".to_owned())));
    writer.commit().unwrap();
    assert_eq!(ids(&first, "gempa", &Scope::Public), ["1"]);
    drop(writer);
    let second = open();
    let Began::GoesOn(writer) = second.begin(&origin("a"), false).unwrap() else { panic!("it goes on") };
    assert_eq!(writer.progress.written, Some((7, "1".to_owned())));
    assert_eq!(ids(&second, "gempa", &Scope::Public), ["1"]);
    let other = open();
    built(&other, "b", &[text("2", "topan")]);
    assert!(second.is_replaced(&writer).unwrap());
    second.follow().unwrap();
    assert_eq!(ids(&second, "topan", &Scope::Public), ["2"]);
}

#[test]
fn whole_texts_are_found_only_within_what_may_be_read() {
    let index = SearchIndex::new(None);
    let articles = [locked("1", "banjir rahasia"), locked("2", "gempa rahasia"), text("3", "banjir biasa")];
    built(&index, "a", &articles);
    let koran = ArticleClass::of(&articles[0].article);
    let all = Scope::Own(Readable { classes: vec![koran], opened: vec![] });
    let one = Scope::Own(Readable { classes: vec![], opened: vec![ArticleId::parse("2").unwrap()] });
    for (scope, query, expected) in [
        (&Scope::Public, "rahasia", &[][..]),
        (&Scope::Public, "banjir", &["3"]),
        (&Scope::Public, "judul -rahasia", &["1", "2", "3"]),
        (&one, "rahasia", &["2"]),
        (&one, "judul -rahasia", &["1", "3"]),
        (&all, "rahasia", &["1", "2"]),
        (&all, "banjir", &["1", "3"]),
        (&all, "judul -rahasia", &["3"]),
    ] {
        let mut found = ids(&index, query, scope);
        found.sort();
        assert_eq!(found, expected, "{query} {scope:?}");
    }
}

#[test]
fn the_public_index_is_the_same_whatever_locked_texts_say() {
    let locked_text = "rahasia besar tersimpan rapat di gudang tua dekat pelabuhan banjir";
    let newsroom = |words: &str| {
        let index = SearchIndex::new(None);
        let mut articles = vec![text("1", "banjir rob di pelabuhan"), text("2", "gudang beras penuh")];
        articles.extend((3..9).map(|id| locked(&id.to_string(), words)));
        built(&index, "a", &articles);
        index
    };
    let (whole, blank) = (newsroom(locked_text), newsroom(""));
    let words: Vec<&str> = locked_text.split(' ').collect();
    let parts = (1..=words.len()).flat_map(|length| words.windows(length).map(|part| part.join(" ")));
    for part in
        parts.flat_map(|part| [format!("\"{part}\""), format!("judul -{part}"), format!("{part}x"), part])
    {
        let query = SearchQuery { text: part.clone(), ..SearchQuery::default() };
        let [of_whole, of_blank] = [&whole, &blank].map(|index| {
            index.search_here(&query, &Scope::Public, 10, chrono::DateTime::UNIX_EPOCH).unwrap()
        });
        assert_eq!(of_whole, of_blank, "{part}");
    }
}
