//! The words about reading without a network.

use crate::text::offline::OfflineText;

pub(in crate::text) const OFFLINE: OfflineText = OfflineText {
    keep: ["Simpan ", "untuk dibaca ", "luring", ""],
    heading: "Bacaan luring",
    help: "Artikel di halaman ini tersimpan di perangkat Anda dan dapat dibaca tanpa internet.",
    try_again: "Muat ulang",
    kept: "Anda simpan",
    nothing_kept: "Belum ada. Buka sebuah artikel, lalu pilih Simpan luring.",
    last_read: "Terakhir dibaca",
    nothing_read: "Belum ada artikel yang dibaca di perangkat ini.",
    done: "Artikel tersimpan di perangkat ini.",
    locked: "Artikel ini belum tersimpan karena belum terbuka untuk Anda. Buka dulu artikelnya, lalu simpan lagi.",
    failed: "Artikel ini belum tersimpan. Periksa sambungan internet dan ruang penyimpanan, lalu coba lagi.",
};
