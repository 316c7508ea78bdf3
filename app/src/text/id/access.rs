//! Kata-kata gerbang artikel.

use domain::access::{Plan, RuleName};

use crate::text::access::AccessText;

pub(in crate::text) const ACCESS: AccessText = AccessText {
    plans: "Pilihan langganan",
    gate: "Akses artikel",
    confirmed: "Email Anda sudah dikonfirmasi.",
    confirmed_help: "Tekan “Lanjutkan membaca” untuk melihat jatah artikel Anda.",
    cover_story: |site| format!("Artikel ini adalah Laporan Utama (Laput) majalah {site}"),
    cover_story_help: "Laput khusus untuk pelanggan. Jatah artikel gratis tidak berlaku di sini.",
    edition: |edition, site| format!("Artikel ini terbit di {edition} {site}, edisi berbayar"),
    join_help: |n| {
        format!(
            "Daftar dengan email Anda. Setelah dikonfirmasi, {n} artikel koran dan majalah gratis untuk Anda."
        )
    },
    signed_out: "Anda belum masuk",
    subscriber_help: "Anda belum masuk. Sudah berlangganan? Masuk untuk membaca artikel ini.",
    unconfirmed: "Email Anda belum dikonfirmasi",
    unconfirmed_help: "Buka tautan di email dari kami. Setelah itu, Anda dapat membaca artikel ini dengan jatah artikel gratis Anda.",
    confirm: "Kirim ulang atau isi kode",
    units_left: |left, n| format!("Sisa {left} dari {n} artikel gratis"),
    open_help: "Membaca artikel ini memakai satu jatah. Setelah itu, artikel ini tetap terbuka untuk Anda.",
    open: "Baca artikel ini",
    used_up: |n| format!("Jatah {n} artikel gratis Anda sudah habis"),
    refills: |date| format!("Jatah baru tersedia mulai {date}. Artikel yang pernah Anda buka tetap terbuka."),
    subscribe_help: |site| {
        format!("Pelanggan {site} dapat membaca semua artikel koran dan majalah, termasuk Laput.")
    },
    subscribe: "Berlangganan",
    read_free: "Baca berita gratis",
    go_on: "Lanjutkan membaca",
    free_to_read: "Judul, ringkasan, dan alinea pembuka dapat dibaca siapa saja. Berita edisi online selalu gratis.",
    why: "Mengapa artikel ini terkunci?",
    why_edition: |edition, site| format!("Artikel ini bagian dari {edition} {site}, edisi berbayar."),
    why_cover_story: |site| {
        format!("Artikel ini adalah Laporan Utama (Laput) majalah {site}, khusus untuk pelanggan.")
    },
    why_anonymous: |n| {
        format!("Untuk membacanya, daftar dan pakai jatah {n} artikel gratis, atau berlangganan.")
    },
    why_signed_out: "Anda belum masuk di peramban ini, jadi kami belum tahu apakah artikel ini sudah terbuka bagi Anda.",
    why_unconfirmed: "Jatah artikel gratis Anda baru dapat dipakai setelah email Anda dikonfirmasi.",
    why_not_opened: |left| {
        format!("Anda masih punya {left} artikel gratis, tetapi belum memakainya untuk artikel ini.")
    },
    why_used_up: |n| {
        format!(
            "Anda belum pernah membukanya, dan jatah {n} artikel gratis Anda sudah dipakai untuk artikel lain."
        )
    },
    why_subscribers: "Untuk membacanya, Anda perlu langganan yang mencakup edisi ini.",
    why_no_free_article: "Jatah artikel gratis tidak berlaku untuk Laput.",
    why_not_covered: "Akun Anda belum punya langganan yang mencakupnya, dan jatah artikel gratis tidak berlaku untuk Laput.",
    question: |rule| match rule {
        RuleName::Newsroom => "Pembacanya orang redaksi?",
        RuleName::Withdrawn => "Artikel ini sudah dicabut redaksi?",
        RuleName::FreeArticle => "Artikel ini gratis untuk semua orang?",
        RuleName::Crawler => "Pembacanya mesin pencari yang sudah diverifikasi?",
        RuleName::Subscription => "Ada langganan aktif yang mencakup artikel ini?",
        RuleName::Receipt => "Akun ini pernah membuka artikel ini?",
        RuleName::Gift => "Artikel ini dihadiahkan kepada pembacanya?",
        RuleName::CoverStory => "Artikel ini Laput, khusus untuk pelanggan?",
        RuleName::Anonymous => "Pembacanya belum masuk?",
        RuleName::Unconfirmed => "Emailnya belum dikonfirmasi?",
        RuleName::UnitLeft => "Jatah artikel gratis masih ada, tetapi belum dipakai untuk artikel ini?",
        RuleName::UsedUp => "Jatah artikel gratis sudah habis?",
    },
    opened: "Artikel yang sudah Anda buka",
    nothing_opened: "Belum ada artikel koran atau majalah yang Anda buka.",
    gift: "Artikel ini hadiah untuk Anda",
    gift_ready: "Hadiah siap dikirim",
    gift_ready_help: "Salin tautan ini, lalu kirimkan kepada siapa pun.",
    gift_link: "Tautan hadiah",
    gift_article: "Kembali ke artikel",
    gift_until: |date| format!("Dapat dibaca sampai {date}"),
    gift_gone: "Hadiah ini sudah tidak berlaku",
    gift_gone_help: "Masa berlakunya sudah habis, atau pengirimnya menarik kembali. Minta tautan baru kepada pengirimnya.",
    give: "Hadiahkan artikel",
    give_help: |days| format!("Siapa pun yang punya tautannya dapat membaca artikel ini selama {days} hari."),
    gifts: "Artikel yang Anda hadiahkan",
    gift_readings: |n| if n == 0 { "Belum dibaca".to_owned() } else { format!("Dibaca {n} kali") },
    revoke_gift: "Tarik kembali",
    plan: |plan| match plan {
        Plan::All => "semua edisi",
        Plan::Koran => "koran",
        Plan::Majalah => "majalah",
        Plan::Day => "sehari",
    },
    standing: "Langganan dan jatah gratis Anda",
    subscription: "Langganan",
    no_subscription: "Belum berlangganan",
    free_articles: "Artikel gratis",
    runs_until: |plan, date| format!("Langganan {plan}, berlaku sampai {date}"),
};
