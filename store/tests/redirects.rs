//! Redirects on both databases.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;

use domain::ad::Placed;
use domain::redirect::{Destination, OldAddress, Redirect, RedirectStore};
use store::Database;

contract! {
    an_old_address_leads_where_it_was_last_told
}

fn redirect(from: &str, to: Option<&str>) -> Redirect {
    let to = to.map_or(Destination::Gone, |path| Destination::moved(path).unwrap());
    Redirect { from: OldAddress::parse(from).unwrap(), to }
}

async fn an_old_address_leads_where_it_was_last_told(database: Database) {
    let placed = |created, updated, unchanged| Placed { created, updated, unchanged };
    let mut all = vec![redirect("/a", Some("/read/1/a")), redirect("/b", None)];
    assert_eq!(database.save_redirects(&all).await.unwrap(), placed(2, 0, 0));
    assert_eq!(database.save_redirects(&all).await.unwrap(), placed(0, 0, 2));
    all[1] = redirect("/b", Some("/read/2/b"));
    all.extend([redirect("/?p=3", Some("/x")), redirect("/?p=3", Some("/read/3/c"))]);
    assert_eq!(database.save_redirects(&all).await.unwrap(), placed(1, 1, 1));
    let to = database.redirect(&OldAddress::parse("/?p=3").unwrap()).await.unwrap();
    assert_eq!(to, Destination::moved("/read/3/c"), "of two in one list the later counts");
    assert_eq!(database.redirect(&OldAddress::parse("/c").unwrap()).await.unwrap(), None);
    let many: Vec<_> = (0..2500).map(|number| redirect(&format!("/n/{number}"), None)).collect();
    assert_eq!(database.save_redirects(&many).await.unwrap(), placed(2500, 0, 0));
    let (mut last, mut count) = (None, 0);
    loop {
        let page = database.redirects(last.as_ref(), 700).await.unwrap();
        let Some(end) = page.last() else { break };
        last = Some(end.from.clone());
        count += page.len();
    }
    assert_eq!(count, 2503);
}
