//! The words of the search.

use crate::text::search::SearchText;

pub(in crate::text) const SEARCH: SearchText = SearchText {
    search: "Cari",
    field: "Cari berita",
    help: "Tulis frasa dalam \"tanda kutip\" untuk mencarinya persis, dan -kata untuk mengecualikannya.",
    filters: "Saring hasil",
    section: "Rubrik",
    edition: "Edisi",
    author: "Penulis",
    language: "Bahasa",
    from: "Sejak",
    until: "Sampai",
    order: "Urutan",
    by_relevance: "Paling sesuai",
    by_date: "Terbaru",
    any: "Semua",
    results: |count| format!("{count} hasil"),
    did_you_mean: "Mungkin maksud Anda",
    nothing_found: "Tidak ada artikel yang cocok.",
    nothing_found_help: "Periksa ejaannya, gunakan kata yang lebih umum, atau kurangi saringannya.",
    newest: "Artikel terbaru",
    pages_of_this_name: "Topik dan penulis",
    too_deep: "Hasil hanya ditampilkan sampai halaman ini. Persempit pencarian Anda.",
    not_ready: "Pencarian sedang disiapkan. Coba lagi sebentar lagi.",
    search_own: "Cari di seluruh teks",
    search_own_help: "Pembaca yang sudah masuk juga dapat mencari di seluruh teks artikel yang boleh dibacanya.",
    own_results: "Hasil ini mencakup seluruh teks artikel yang boleh Anda baca.",
    sign_in_for_own: "Masuk untuk mencari di seluruh teks artikel yang boleh Anda baca.",
    previous: "Sebelumnya",
    next: "Berikutnya",
};
