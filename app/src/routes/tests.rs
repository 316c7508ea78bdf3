//! The table of routes, line by line.

use super::*;

#[test]
fn a_page_is_found_by_its_path() {
    for (path, expected) in [
        ("/", Some("/")),
        ("/koran", Some("/koran")),
        ("/koran/", Some("/koran")),
        ("/koran-lama", None),
        ("/read/7", Some("/read/:id")),
        ("/read/7/judul-7", Some("/read/:id/:slug")),
        ("/read/7/judul-7/lite", Some("/read/:id/:slug/lite")),
        ("/read/7/judul-7/lite/x", None),
        ("/read/", None),
        ("/arsip/2026/11/27", Some("/arsip/:year/:month/:day")),
        ("/arsip/2026", None),
        ("/masuk/kembali/google", Some("/masuk/kembali/:provider")),
        ("/api/reader", None),
        ("koran", None),
        ("", None),
    ] {
        assert_eq!(page_at(path).map(Page::path), expected, "{path}");
    }
}

#[test]
fn what_is_one_readers_own_is_told_by_the_first_part_of_its_path() {
    for path in
        ["/api/reader", "/masuk", "/masuk/x/y", "/akun/", "//akun", "/hadiah", "/tersimpan", "/sandi/lupa"]
    {
        assert!(is_personal(path), "{path}");
    }
    for path in ["/", "/read/7/akun", "/akunku", "/koran", "/apis"] {
        assert!(!is_personal(path), "{path}");
    }
    let roots = personal_roots();
    assert_eq!(roots.len(), roots.iter().collect::<std::collections::HashSet<_>>().len());
}

#[test]
fn only_reading_pages_are_shown_in_place() {
    for path in [
        "/",
        "/koran",
        "/read/7/judul-7",
        "/rubrik/dunia",
        "/tentang/redaksi",
        "/koreksi",
        "/arsip/2026/11/27",
    ] {
        assert!(is_reading(path), "{path}");
    }
    for path in ["/read/7/judul-7/lite", "/masuk", "/tersimpan", "/rss.xml", "/gambar/a.jpg", "/api/reader"] {
        assert!(!is_reading(path), "{path}");
    }
}

#[test]
fn a_browser_is_led_to_its_language_only_where_no_secret_is() {
    for path in ["/", "/masuk", "/akun", "/tersimpan", "/read/7/judul-7"] {
        assert!(follows_choice(path), "{path}");
    }
    for path in ["/aktivasi", "/masuk/kode", "/sandi/atur", "/akun/alamat", "/hadiah", "/api/reader", "/feed"]
    {
        assert!(!follows_choice(path), "{path}");
    }
}

#[test]
fn the_form_of_a_page_has_its_function() {
    for (path, expected) in
        [("/masuk", Some("sign_in")), ("/aktivasi", Some("confirm")), ("/akun", None), ("/x", None)]
    {
        assert_eq!(form_of(path), expected, "{path}");
    }
}
