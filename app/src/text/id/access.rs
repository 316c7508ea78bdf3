//! Kata-kata gerbang artikel.

use domain::access::{Plan, RuleName};

use crate::text::access::AccessText;

pub(in crate::text) const ACCESS: AccessText = AccessText {
    gate: "Akses artikel",
    confirmed: "Email Anda sudah dikonfirmasi.",
    confirmed_help: "Tekan “Lanjutkan membaca” untuk melihat apa yang terbuka bagi Anda.",
    cover_story: |site| format!("Artikel ini Laporan Utama (Laput) majalah {site}"),
    cover_story_help: "Laput hanya terbuka bagi pelanggan. Artikel gratis tidak berlaku untuk Laput.",
    edition: |edition, site| format!("Artikel ini terbit di {edition} {site}, edisi berbayar"),
    join_help: |n| {
        format!(
            "Daftar dengan alamat email. Setelah dikonfirmasi, {n} artikel koran dan majalah terbuka tanpa biaya."
        )
    },
    signed_out: "Anda belum masuk",
    subscriber_help: "Anda belum masuk. Kalau sudah berlangganan, masuk untuk membaca artikel ini.",
    unconfirmed: "Email Anda belum dikonfirmasi",
    unconfirmed_help: "Buka tautan di email dari kami. Setelah itu artikel ini dapat dibuka dengan artikel gratis Anda.",
    confirm: "Kirim ulang atau isi kode",
    units_left: |left, n| format!("Sisa {left} dari {n} artikel gratis"),
    open_help: "Membuka artikel ini memakai satu di antaranya. Artikel yang pernah dibuka tetap terbuka untuk Anda.",
    open: "Baca artikel ini",
    used_up: |n| format!("Jatah {n} artikel gratis Anda sudah habis"),
    refills: |date| format!("Jatah baru tersedia mulai {date}. Artikel yang pernah Anda buka tetap terbuka."),
    subscribe_help: |site| {
        format!("Langganan {site} membuka semua artikel koran dan majalah, termasuk Laput.")
    },
    subscribe: "Berlangganan",
    read_free: "Baca berita gratis",
    go_on: "Lanjutkan membaca",
    free_to_read: "Judul, ringkasan, dan alinea pembuka terbuka bagi semua orang. Berita edisi online selalu gratis.",
    why: "Mengapa artikel ini terkunci?",
    why_edition: |edition, site| format!("Artikel ini bagian dari {edition} {site}, edisi berbayar."),
    why_cover_story: |site| format!("Laporan Utama (Laput) majalah {site} hanya terbuka bagi pelanggan."),
    why_anonymous: |n| {
        format!(
            "Pembaca yang terdaftar dapat membuka {n} artikel tanpa biaya, dan pelanggan membaca semuanya."
        )
    },
    why_signed_out: "Anda belum masuk di peramban ini, jadi kami belum tahu apakah artikel ini sudah terbuka bagi Anda.",
    why_unconfirmed: "Artikel gratis Anda baru dapat dipakai setelah alamat email Anda dikonfirmasi.",
    why_not_opened: |left| {
        format!("Anda masih punya {left} artikel gratis, tetapi belum memakainya untuk artikel ini.")
    },
    why_used_up: |n| {
        format!(
            "Anda belum pernah membukanya, dan jatah {n} artikel gratis Anda sudah dipakai untuk artikel lain."
        )
    },
    why_subscribers: "Langganan yang mencakup artikel ini membukanya.",
    why_no_free_article: "Artikel gratis tidak berlaku untuk Laput.",
    why_not_covered: "Belum ada langganan di akun Anda yang mencakup artikel ini, dan artikel gratis tidak berlaku untuk Laput.",
    question: |rule| match rule {
        RuleName::Newsroom => "Yang membaca redaksi sendiri?",
        RuleName::Withdrawn => "Artikel ini dicabut oleh redaksi?",
        RuleName::FreeArticle => "Artikel ini gratis untuk semua orang?",
        RuleName::Crawler => "Yang membaca mesin pencari yang sudah terbukti?",
        RuleName::Subscription => "Ada langganan berjalan yang mencakup artikel ini?",
        RuleName::Receipt => "Artikel ini pernah dibuka oleh akun ini?",
        RuleName::Gift => "Ada hadiah untuk artikel ini?",
        RuleName::CoverStory => "Artikel ini Laput, yang hanya terbuka bagi pelanggan?",
        RuleName::Anonymous => "Belum ada yang masuk di peramban ini?",
        RuleName::Unconfirmed => "Alamat email masih menunggu konfirmasi?",
        RuleName::UnitLeft => "Masih ada artikel gratis, tetapi belum dipakai untuk artikel ini?",
        RuleName::UsedUp => "Semua artikel gratis sudah terpakai?",
    },
    opened: "Artikel yang dibuka",
    nothing_opened: "Belum ada artikel koran atau majalah yang dibuka.",
    gift: "Seseorang menghadiahkan artikel ini kepada Anda",
    gift_ready: "Hadiah siap dikirim",
    gift_ready_help: "Salin tautan ini, lalu kirimkan kepada siapa pun.",
    gift_link: "Tautan hadiah",
    gift_article: "Kembali ke artikel",
    gift_until: |date| format!("Dapat dibaca sampai {date}"),
    gift_gone: "Hadiah ini tidak berlaku lagi",
    gift_gone_help: "Masa bacanya sudah lewat, atau pemberinya menarik kembali. Pemberinya dapat membuat yang baru.",
    give: "Hadiahkan artikel",
    give_help: |days| {
        format!("Siapa pun yang memegang tautannya dapat membaca artikel ini selama {days} hari.")
    },
    gifts: "Artikel yang Anda hadiahkan",
    gift_readings: |n| format!("Dibaca {n} kali"),
    revoke_gift: "Tarik kembali",
    plan: |plan| match plan {
        Plan::All => "semua edisi",
        Plan::Koran => "koran",
        Plan::Majalah => "majalah",
        Plan::Day => "sehari",
    },
    runs_until: |plan, date| format!("Langganan {plan}, berlaku sampai {date}"),
};
