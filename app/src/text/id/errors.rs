//! Bahasa Indonesia: what went wrong.

use crate::text::errors::ErrorText;

pub(in crate::text) static ERRORS: ErrorText = ErrorText {
    no_email: "Isi alamat email.",
    no_password: "Isi kata sandi.",
    no_code: "Isi kode dari email.",
    email: "Alamat email ini belum benar. Contoh: nama@example.com",
    too_short: |fewest| format!("Terlalu pendek: minimal {fewest} karakter."),
    too_long: |most| format!("Terlalu panjang: maksimal {most} karakter."),
    unprintable: "Ada karakter yang tidak dapat diketik. Ketik ulang kata sandinya.",
    common: "Kata sandi ini terlalu mudah ditebak. Pilih yang lain.",
    derived: "Kata sandi ini mirip dengan email Anda atau nama situs ini. Pilih yang lain.",
    credentials: "Email atau kata sandi tidak cocok.",
    code: "Kode ini tidak cocok. Periksa email terbaru dari kami.",
    other_browser: "Anda mendaftar di peramban lain. Ketik kata sandi yang Anda buat saat mendaftar.",
    link_used: "Tautan ini sudah dipakai. Kalau akun Anda sudah aktif, silakan masuk.",
    link_expired: "Tautan ini sudah kedaluwarsa. Minta email yang baru; yang lama tidak berlaku lagi.",
    link_unknown: "Tautan ini tidak kami kenali. Mungkin terpotong: salin seluruhnya dari email.",
    taken: "Alamat ini sudah terdaftar. Silakan masuk.",
    provider_email: "Layanan itu belum memverifikasi alamat email Anda. Daftar dengan email dan kata sandi.",
    not_linked: "Alamat email ini sudah terdaftar. Masuk dulu seperti biasa, lalu tautkan layanan itu di halaman Akun.",
    provider: "Layanan itu sedang tidak dapat dihubungi. Coba lagi nanti, atau masuk dengan email.",
    passkey: "Kunci sandi itu tidak diterima. Coba lagi, atau masuk dengan cara lain.",
    only_way: "Ini satu-satunya cara Anda masuk. Buat kata sandi dulu.",
    no_article: "Artikel ini tidak ditemukan.",
    not_yours: "Hanya pelanggan yang dapat menghadiahkan artikel.",
    gifts_used_up: "Jatah hadiah bulan ini sudah habis.",
    signed_out: "Anda belum masuk. Silakan masuk dulu.",
    stale: "Akun Anda baru saja diubah di tempat lain. Muat ulang halaman, lalu coba lagi.",
    not_fresh: "Demi keamanan, masuk lagi sebelum mengubah ini.",
    too_many: |seconds| format!("Terlalu sering. Coba lagi setelah {}.", duration(seconds)),
    busy: "Situs ini sedang sangat ramai. Silakan coba beberapa saat lagi.",
    unreachable: "Situs ini tidak dapat dihubungi. Periksa koneksi Anda, lalu coba lagi.",
    malformed: "Formulir ini tidak dapat diproses. Muat ulang halaman, lalu coba lagi.",
    unavailable: "Sistem kami sedang terganggu, jadi permintaan Anda belum kami proses. Silakan coba beberapa saat lagi.",
    unexpected: "Terjadi gangguan di sistem kami. Gangguannya sudah tercatat; silakan coba beberapa saat lagi.",
};

fn duration(seconds: u32) -> String {
    match seconds {
        0..90 => format!("{seconds} detik"),
        90..5400 => format!("{} menit", seconds.div_ceil(60)),
        _ => format!("{} jam", seconds.div_ceil(3600)),
    }
}
