//! Bahasa Indonesia.

pub(super) mod access;
pub(super) mod account;
pub(super) mod errors;
pub(super) mod reading;

use super::{Age, Text};

pub(super) const ID: Text = Text {
    skip_to_content: "Langsung ke isi",
    sections: "Rubrik",
    breadcrumbs: "Posisi halaman",
    menu: "Menu",
    front_page: "Halaman depan",
    motto: "Kabar yang diperiksa, ditulis dengan tenang",
    newest: "Terbaru",
    picks: "Pilihan Editor",
    latest: "Berita Lain",
    all_of: |name| format!("Semua {name}"),
    empty_paper: "Belum ada berita",
    empty_paper_help: "Redaksi belum menerbitkan satu artikel pun. Silakan kembali nanti.",

    reporter: "Reporter",
    editor: "Editor",
    agency: "Kantor berita",
    and: "dan",
    updated: "Diperbarui",
    editor_pick: "Pilihan Editor:",
    topics: "Topik artikel ini",
    related: "Berita Terkait",

    cover_story: "Laput",
    topic: "Topik",
    author: "Penulis",
    section: "Rubrik",
    edition: "Edisi",
    older: "Lebih lama",
    to_newest: "Kembali ke yang terbaru",
    pages: "Halaman",

    not_found: "Halaman ini tidak ada",
    not_found_help: "Alamatnya mungkin salah ketik, atau artikelnya sudah tidak diterbitkan.",
    bad_address: "Alamat ini tidak terbaca",
    bad_address_help: "Ada bagian alamat yang tidak kami kenali. Coba buka dari halaman depan.",
    failed: "Ada yang rusak di pihak kami",
    failed_help: "Halaman ini gagal disusun. Kesalahannya sudah tercatat; silakan coba lagi sebentar lagi.",
    unavailable: "Sistem kami sedang terganggu",
    unavailable_help: "Halaman ini belum dapat ditampilkan. Silakan muat ulang beberapa detik lagi.",
    busy: "Kami sedang sangat sibuk",
    busy_help: "Terlalu banyak permintaan masuk bersamaan. Halaman ini boleh dimuat ulang dalam dua detik.",
    refused: "Permintaan ini tidak kami layani",
    refused_help: "Bentuk, besar, atau tujuannya tidak sesuai dengan yang dikenal situs ini.",
    instead: "Barangkali ini yang Anda cari",

    about_this_site: "Tentang situs ini",
    promise: "Situs ini tidak melacak pembacanya dan dapat dibaca tanpa JavaScript.",

    days: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
    months: [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    clock: |hour, minute| format!("{hour:02}.{minute:02}"),
    day: |day, month, year| format!("{day} {month} {year}"),
};

pub(super) fn ago(age: Age) -> String {
    match age {
        Age::Now => "Baru saja".to_owned(),
        Age::Minutes(n) => format!("{n} menit lalu"),
        Age::Hours(n) => format!("{n} jam lalu"),
        Age::Days(n) => format!("{n} hari lalu"),
        Age::Weeks(n) => format!("{n} minggu lalu"),
        Age::Months(n) => format!("{n} bulan lalu"),
        Age::Years(n) => format!("{n} tahun lalu"),
    }
}
