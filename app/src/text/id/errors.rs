//! Bahasa Indonesia: what went wrong.

use crate::text::errors::ErrorText;

pub(in crate::text) static ERRORS: ErrorText = ErrorText {
    no_email: "Isi alamat email.",
    no_password: "Isi kata sandi.",
    no_code: "Isi kode dari email.",
    email: "Ini bukan alamat email. Contoh: nama@example.com",
    too_short: |fewest| format!("Terlalu pendek: paling sedikit {fewest} karakter."),
    too_long: |most| format!("Terlalu panjang: paling banyak {most} karakter."),
    unprintable: "Ada karakter yang tidak dapat diketik. Tulis ulang kata sandinya.",
    common: "Kata sandi ini termasuk yang pertama kali dicoba orang. Pilih yang lain.",
    derived: "Kata sandi ini dibuat dari alamat Anda atau nama situs ini. Pilih yang lain.",
    credentials: "Email atau kata sandi tidak cocok.",
    code: "Kode ini tidak cocok. Periksa email terbaru dari kami.",
    other_browser: "Tautan ini dibuka di peramban lain dari tempat Anda mendaftar. Ketik kata sandi yang Anda pilih saat mendaftar.",
    link_used: "Tautan ini sudah dipakai. Kalau akun Anda sudah aktif, silakan masuk.",
    link_expired: "Tautan ini sudah kedaluwarsa. Minta email yang baru; yang lama tidak berlaku lagi.",
    link_unknown: "Tautan ini tidak kami kenali. Mungkin terpotong: salin seluruhnya dari email.",
    taken: "Alamat ini sudah punya akun. Silakan masuk.",
    provider_email: "Penyedia itu belum memverifikasi alamat email Anda. Daftar dengan email dan kata sandi.",
    not_linked: "Alamat email ini sudah punya akun. Masuk dulu dengan cara yang biasa, lalu tautkan penyedia itu di halaman Akun.",
    provider: "Penyedia itu sedang tidak menjawab. Coba lagi nanti, atau masuk dengan email.",
    passkey: "Kunci sandi itu tidak diterima. Coba lagi, atau masuk dengan cara lain.",
    only_way: "Ini satu-satunya cara Anda masuk. Pasang kata sandi dulu.",
    no_article: "Artikel ini tidak ada.",
    not_yours: "Hanya pelanggan yang dapat menghadiahkan artikel.",
    gifts_used_up: "Jatah hadiah bulan ini sudah habis.",
    signed_out: "Anda belum masuk. Silakan masuk dulu.",
    stale: "Akun Anda baru saja berubah di tempat lain. Muat ulang halaman, lalu coba lagi.",
    not_fresh: "Demi keamanan, masuk lagi sebelum mengubah ini.",
    too_many: |seconds| format!("Terlalu sering. Coba lagi dalam {}.", duration(seconds)),
    busy: "Kami sedang sangat sibuk. Coba lagi sebentar lagi.",
    unreachable: "Kami tidak dapat dihubungi. Periksa koneksi Anda, lalu coba lagi.",
    malformed: "Formulir ini tidak terbaca. Muat ulang halaman, lalu coba lagi.",
    unavailable: "Sistem kami sedang terganggu, jadi permintaan Anda belum kami proses. Silakan coba lagi sebentar lagi.",
    unexpected: "Ada yang rusak di pihak kami. Kesalahannya sudah tercatat; coba lagi sebentar lagi.",
};

fn duration(seconds: u32) -> String {
    match seconds {
        0..90 => format!("{seconds} detik"),
        90..5400 => format!("{} menit", seconds.div_ceil(60)),
        _ => format!("{} jam", seconds.div_ceil(3600)),
    }
}
