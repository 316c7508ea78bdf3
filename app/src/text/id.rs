//! Bahasa Indonesia.

pub(super) mod access;
pub(super) mod account;
pub(super) mod errors;
pub(super) mod lists;
pub(super) mod offline;
pub(super) mod reading;
pub(super) mod search;

use super::{Age, Text};

pub(super) const ID: Text = Text {
    skip_to_content: "Langsung ke isi",
    sections: "Rubrik",
    breadcrumbs: "Jalur halaman",
    menu: "Menu",
    front_page: "Halaman depan",
    motto: "Kabar yang diperiksa, ditulis dengan tenang",
    newest: "Terbaru",
    picks: "Pilihan Editor",
    most_read: "Paling banyak dibaca",
    cover_of_magazine: "Laporan Utama Majalah",
    all_of: |name| format!("Selengkapnya di {name}"),
    empty_paper: "Belum ada berita",
    empty_paper_help: "Belum ada artikel yang terbit. Silakan kembali nanti.",

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
    archive: "Arsip",
    day_before: "Hari sebelumnya",
    day_after: "Hari berikutnya",
    older: "Berita sebelumnya",
    to_newest: "Kembali ke berita terbaru",
    pages: "Halaman",

    not_found: "Halaman tidak ditemukan",
    not_found_help: "Mungkin alamatnya salah ketik, atau artikelnya sudah tidak tayang.",
    gone: "Halaman ini sudah ditarik",
    gone_help: "Isinya tidak lagi kami tayangkan. Coba cari beritanya dari halaman depan.",
    bad_address: "Alamat ini tidak kami kenali",
    bad_address_help: "Ada bagian alamat yang salah. Coba mulai dari halaman depan.",
    failed: "Terjadi gangguan di sistem kami",
    failed_help: "Halaman ini gagal dimuat. Gangguannya sudah tercatat; silakan coba beberapa saat lagi.",
    unavailable: "Sistem kami sedang terganggu",
    unavailable_help: "Halaman ini belum dapat ditampilkan. Silakan muat ulang beberapa detik lagi.",
    busy: "Situs ini sedang sangat ramai",
    busy_help: "Terlalu banyak yang membukanya bersamaan. Silakan muat ulang dua detik lagi.",
    refused: "Permintaan ini tidak dapat diproses",
    refused_help: "Alamat, ukuran, atau isinya tidak sesuai. Coba mulai dari halaman depan.",
    instead: "Mungkin ini yang Anda cari",

    about_this_site: "Tentang situs ini",
    promise: "Situs ini tidak melacak pembaca dan tetap dapat dibaca tanpa JavaScript.",

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
