//! Bahasa Indonesia: accounts.

use super::errors::ERRORS;
use crate::text::account::{AccountText, MailText};

/// From very weak to very strong.
pub(in crate::text) const STRENGTHS: [&str; 5] = ["Sangat lemah", "Lemah", "Cukup", "Kuat", "Sangat kuat"];

pub(in crate::text) const ACCOUNT: AccountText = AccountText {
    sign_in: "Masuk",
    register: "Daftar",
    sign_out: "Keluar",
    account: "Akun",
    close: "Tutup",

    email: "Email",
    password: "Kata Sandi",
    new_password: "Kata Sandi Baru",
    current_password: "Kata Sandi Sekarang",
    code: "Kode dari email",
    show_password: "Tampilkan",
    password_hint: |fewest| {
        format!(
            "Minimal {fewest} karakter. Huruf, angka, spasi, apa saja boleh; beberapa kata acak sudah kuat."
        )
    },
    strength: "Kekuatan",

    or_sign_in_by: "atau Masuk melalui",
    or_register_by: "atau Daftar melalui",
    providers: "Masuk dengan Akun Lain",
    link: |name| format!("Tautkan {name}"),
    unlink: |name| format!("Putuskan {name}"),
    passkeys: "Kunci Sandi",
    passkeys_help: "Masuk tanpa kata sandi: cukup sidik jari, wajah, atau PIN. Kuncinya tersimpan di perangkat Anda.",
    add_passkey: "Tambah Kunci Sandi di Perangkat Ini",
    remove_passkey: "Hapus",
    use_passkey: "Masuk dengan Kunci Sandi",
    coming_in: "Sedang Masuk",
    go_on: "Lanjut",

    forgot_password: "Lupa Kata Sandi? Klik di Sini",
    no_account_yet: "Belum Memiliki Akun? Daftar di Sini",
    has_account: "Sudah Memiliki Akun? Masuk di Sini",
    sign_in_by_mail: "Masuk lewat Email, Tanpa Kata Sandi",
    sign_in_by_mail_help: "Kami kirim tautan dan kode enam angka ke email Anda. Tidak perlu kata sandi.",
    send_link: "Kirim Tautan",
    consent: |site| {
        format!(
            "Dengan mendaftar, Anda setuju {site} menyimpan alamat email ini untuk akun Anda. Tidak dipakai untuk iklan, tidak dibagikan kepada siapa pun, dan dapat Anda hapus kapan saja."
        )
    },
    register_help: |articles, site| {
        if articles == 0 {
            return "Gratis. Langganan dan artikel tersimpan Anda dapat dibuka di semua perangkat."
                .to_owned();
        }
        format!(
            "Gratis. Setelah email dikonfirmasi, {articles} artikel koran dan majalah {site} terbuka untuk Anda."
        )
    },

    confirm_email: "Konfirmasi Email",
    link_sent: |email| format!("Tautan aktivasi sudah kami kirim ke {email}."),
    open_link: |articles, site| {
        if articles == 0 {
            return format!("Buka tautan itu untuk mengaktifkan akun {site} Anda.");
        }
        format!(
            "Buka tautan itu untuk membaca {articles} artikel gratis non-Laput dari koran dan majalah {site}."
        )
    },
    not_confirmed: "Email belum dikonfirmasi?",
    send_confirmation: "Kirim Tautan Lagi",
    confirmation_sent: "Kalau alamat itu menunggu konfirmasi, tautannya sedang dikirim. Buka tautan itu, lalu ketik kata sandi yang Anda buat saat mendaftar.",
    or_code: "Atau ketik kode enam angka dari email itu di sini:",
    use_code: "Konfirmasi dengan Kode",
    no_mail_yet: "Belum menerima email?",
    send_again: "Kirim Lagi Sekarang",
    send_again_in: "Dapat dikirim lagi dalam {} detik.",
    sent_again: "Email baru sedang dikirim. Tautan sebelumnya tidak berlaku lagi.",
    other_address: "Alamatnya salah? Ganti alamat email",
    send_there: "Kirim ke Alamat Ini",
    nothing_waits: "Tidak ada pendaftaran yang menunggu konfirmasi di peramban ini. Kalau Anda mendaftar di perangkat lain, minta tautannya dikirim lagi.",

    activate: "Aktifkan Akun",
    activate_help: |email| format!("Satu langkah lagi: konfirmasi bahwa {email} adalah alamat email Anda."),
    activate_now: "Aktifkan dan Masuk",
    other_browser_code: "Anda meminta tautan ini di peramban lain. Ketik kode dari email itu di sana.",
    new_link: "Kirim Email Baru",

    forgot: "Lupa Kata Sandi",
    forgot_help: "Isi alamat email akun Anda. Kami kirim tautan untuk membuat kata sandi baru.",
    reset_sent: "Kalau alamat itu terdaftar di sini, tautannya sedang dikirim dan berlaku 30 menit.",
    choose_password: "Buat Kata Sandi Baru",
    keep_ways: "Cara masuk lain ke akun ini",
    keep_ways_help: "Centang hanya yang Anda kenali. Yang tidak dicentang akan dihapus.",
    passkey_of: |device, day| format!("Kunci sandi: {device}, dibuat {day}"),
    secure: "Amankan Akun",
    secure_help: |email| {
        format!(
            "Bukan Anda yang melakukannya? Keluarkan semua perangkat dari akun {email}, lalu buat kata sandi baru."
        )
    },
    secure_now: "Bukan Saya, Keluarkan Semua",
    secure_not_needed: "Kalau ternyata Anda sendiri yang melakukannya, tutup saja halaman ini. Tidak ada yang berubah.",
    password_set: "Kata sandi baru sudah berlaku, dan semua perangkat lain sudah dikeluarkan. Silakan masuk.",
    sign_in_sent: |email| {
        format!(
            "Kalau {email} terdaftar di sini, tautan dan kodenya sedang dikirim dan berlaku 30 menit. Buka tautannya di peramban ini, atau ketik kodenya:"
        )
    },

    your_email: "Alamat Email",
    change_email_help: "Kami kirim email ke alamat lama, lalu ke alamat baru. Alamat baru berlaku setelah keduanya dikonfirmasi.",
    change_email: "Ganti Alamat",
    email_asked: "Email sudah dikirim ke alamat lama Anda. Buka tautannya untuk menyetujui pergantian.",
    email_left: "Alamat lama sudah dikonfirmasi. Sekarang buka tautan di email yang kami kirim ke alamat baru.",
    email_changed: "Alamat email akun Anda sudah berganti.",
    confirm_change: "Konfirmasi Pergantian Alamat",
    change_password: "Ganti Kata Sandi",
    password_changed: "Kata sandi sudah diganti. Perangkat lain sudah dikeluarkan.",
    sessions: "Perangkat",
    sessions_help: "Perangkat yang sedang masuk ke akun Anda.",
    this_session: "perangkat ini",
    last_seen: "Terakhir dipakai",
    end_session: "Keluarkan",
    end_others: "Keluarkan Semua Perangkat Lain",
    your_reading: "Bacaan Anda",
    security: "Masuk dan keamanan",
    reading: "Rekomendasi untuk Anda",
    articles_left: |left, of| format!("Sisa {left} dari {of} artikel gratis"),
    use_history: "Jangan tawarkan lagi artikel yang sudah saya buka",
    use_history_help: "Riwayat baca hanya dipakai untuk rekomendasi di akun ini dan tidak pernah dibagikan. Kalau dimatikan, riwayatnya dihapus.",
    save: "Simpan",
    your_data: "Data Anda",
    download: "Unduh Data Saya",
    download_help: "Semua yang kami simpan tentang Anda, dalam satu berkas JSON.",
    delete_account: "Hapus Akun",
    delete_help: "Langsung berlaku dan tidak dapat dibatalkan. Kami kirim satu email terakhir sebagai bukti.",
    delete_keeps: |day| {
        format!(
            "Supaya jatah artikel gratis tidak terisi lagi dengan mendaftar ulang, kami mencatat berapa yang sudah terpakai, paling lama sampai {day}. Alamat email Anda tidak ikut disimpan, hanya kode acak yang dibuat darinya. Kalau tidak ada yang terpakai, tidak ada yang dicatat."
        )
    },
    deleted: "Akun Anda sudah dihapus.",

    errors: &ERRORS,
    mail: MailText {
        greeting: "Halo,",
        or_open: "Kalau tombolnya tidak dapat ditekan, buka alamat ini:",
        or_code: "Atau ketik kode ini di halaman tempat Anda memintanya:",
        not_you: "Bukan Anda yang meminta? Abaikan email ini; tidak ada yang berubah.",
        not_you_changed: "Bukan Anda yang melakukannya? Segera buat kata sandi baru lewat “Lupa Kata Sandi?” di halaman masuk.",
        not_you_secure: "Bukan Anda? Tekan “Bukan Saya”: semua perangkat dikeluarkan dari akun, lalu Anda membuat kata sandi baru. Tautannya berlaku 7 hari.",
        not_you_moved: "Bukan Anda yang menyetujuinya? Segera hubungi redaksi.",
        not_me: "Bukan Saya",
        join: ["Konfirmasi email Anda", "Tinggal satu langkah lagi: aktifkan akun Anda.", "Aktifkan Akun"],
        join_gift: |articles, site| {
            if articles == 0 {
                return format!("Setelah itu, akun {site} Anda aktif.");
            }
            format!(
                "Setelah itu, {articles} artikel gratis non-Laput dari koran dan majalah {site} terbuka untuk Anda."
            )
        },
        within_day: "Tautan dan kode berlaku 24 jam.",
        within_half_hour: "Tautan dan kode berlaku 30 menit, sekali pakai.",
        sign_in: [
            "Tautan untuk masuk",
            "Untuk masuk, buka tautan ini di peramban tempat Anda memintanya.",
            "Masuk",
        ],
        reset_password: [
            "Buat kata sandi baru",
            "Ada permintaan untuk mengganti kata sandi akun Anda.",
            "Buat Kata Sandi Baru",
        ],
        confirm_old_email: [
            "Konfirmasi pergantian alamat email",
            "Ada permintaan untuk mengganti alamat email akun Anda.",
            "Setujui Pergantian",
        ],
        new_email: |email| format!("Alamat barunya: {email}"),
        confirm_new_email: [
            "Konfirmasi alamat email baru Anda",
            "Ada permintaan untuk memakai alamat ini sebagai alamat baru sebuah akun.",
            "Pakai Alamat Ini",
        ],
        already_registered: [
            "Anda sudah punya akun",
            "Ada yang mendaftar dengan alamat ini, padahal alamat ini sudah terdaftar. Silakan masuk; kalau lupa kata sandi, buat yang baru di halaman masuk.",
            "Masuk",
        ],
        password_changed: [
            "Kata sandi Anda sudah diganti",
            "Kata sandi akun Anda baru saja diganti, dan perangkat lain sudah dikeluarkan.",
        ],
        email_changed: [
            "Alamat email akun Anda sudah berganti",
            "Akun Anda sekarang memakai alamat email lain. Email berikutnya tidak lagi dikirim ke sini.",
        ],
        account_closed: [
            "Akun Anda sudah dihapus",
            "Akun Anda dan semua data pribadi di dalamnya sudah dihapus. Terima kasih sudah membaca.",
        ],
        new_device: [
            "Akun Anda dipakai di perangkat baru",
            "Ada yang masuk ke akun Anda dari perangkat yang belum pernah dipakai.",
        ],
        passkey_added: [
            "Kunci sandi baru di akun Anda",
            "Kunci sandi baru saja ditambahkan. Pemegangnya dapat masuk ke akun Anda tanpa kata sandi.",
        ],
        passkey_removed: [
            "Kunci sandi dihapus dari akun Anda",
            "Kunci sandi ini tidak dapat lagi dipakai untuk masuk ke akun Anda.",
        ],
        provider_linked: [
            "Cara masuk baru di akun Anda",
            "Sebuah akun baru saja ditautkan dengan akun Anda. Pemiliknya sekarang dapat masuk ke akun Anda.",
        ],
        provider_unlinked: [
            "Satu cara masuk dihapus dari akun Anda",
            "Layanan ini tidak lagi tertaut dengan akun Anda.",
        ],
    },
};
