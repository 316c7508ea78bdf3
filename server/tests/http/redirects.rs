//! Addresses of the former site: answered where no page is, and nowhere else.

use domain::redirect::{Destination, OldAddress, Redirect, RedirectStore};
use http::{Request, StatusCode};

use crate::fixtures::article;
use crate::site::TestSite;

async fn site() -> TestSite {
    let site = TestSite::of(&[article("7", 19)]).await;
    let moved = |from: &str, to: &str| Redirect {
        from: OldAddress::parse(from).unwrap(),
        to: Destination::moved(to).unwrap(),
    };
    let redirects = [
        moved("/2024/06/judul-7/", "/read/7/judul-7"),
        moved("/?p=7", "/read/7/judul-7"),
        moved("/category/dunia", "/rubrik/dunia"),
        moved("/rubrik/dunia", "/read/7/judul-7"),
        moved("/en/lama", "/read/7/judul-7"),
        moved("/lingkar", "/lingkar/"),
        Redirect { from: OldAddress::parse("/ditarik").unwrap(), to: Destination::Gone },
    ];
    site.database.save_redirects(&redirects).await.unwrap();
    site
}

#[tokio::test]
async fn old_addresses_lead_to_the_pages_of_today() {
    let site = site().await;
    for (from, to) in [
        ("/2024/06/judul-7", "/read/7/judul-7"),
        ("/2024/06/judul-7/", "/read/7/judul-7"),
        ("/2024/06/Judul-7/amp/?utm_source=x", "/read/7/judul-7"),
        ("/2024/06/judul-7/feed/", "/read/7/judul-7"),
        ("/?p=7", "/read/7/judul-7"),
        ("/?utm_source=x&p=7", "/read/7/judul-7"),
        ("/category/dunia/page/3", "/rubrik/dunia"),
        ("/en/lama", "/read/7/judul-7"),
    ] {
        // The second time, the page for an unknown address comes from the cache.
        for _ in 0..2 {
            let answer = site.get(from).await;
            assert_eq!(
                (answer.status, answer.header("location")),
                (StatusCode::PERMANENT_REDIRECT, to),
                "{from}"
            );
            assert_eq!(answer.header("cache-control"), "public, max-age=86400", "{from}");
        }
    }
    let head = site.send(Request::head("/?p=7")).await;
    assert_eq!((head.status, head.body.as_str()), (StatusCode::PERMANENT_REDIRECT, ""));
}

#[tokio::test]
async fn pages_of_ours_are_never_taken_over() {
    let site = site().await;
    for path in ["/", "/?p=8", "/?utm_source=p", "/rubrik/dunia", "/read/7/judul-7"] {
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
    for path in ["/lingkar", "/2024/06/judul-8", "//evil.example/2024/06/judul-8", "/category"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let post = site.send(Request::post("/2024/06/judul-7").header("sec-fetch-site", "same-origin")).await;
    assert_ne!(post.status, StatusCode::PERMANENT_REDIRECT);
}

#[tokio::test]
async fn what_was_withdrawn_is_gone() {
    let answer = site().await.get("/ditarik/").await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(answer.body.contains("Halaman ini sudah ditarik"), "{}", answer.body);
}
