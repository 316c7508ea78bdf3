//! The words around what is read.

use domain::article::{CorrectionKind, Language};

use crate::text::reading::{Because, ReadingText, tenths_of_megabytes};

pub(in crate::text) const READING: ReadingText = ReadingText {
    kind: |kind| match kind {
        CorrectionKind::Ralat => "Ralat",
        CorrectionKind::Koreksi => "Koreksi",
        CorrectionKind::HakJawab => "Hak Jawab",
        CorrectionKind::Pencabutan => "Pencabutan",
    },
    told_in: "Selengkapnya:",
    tells: "Artikel ini melengkapi atau membetulkan:",
    corrections: "Ralat, koreksi, dan hak jawab",
    corrections_help: "Kekeliruan dalam artikel kami, kapan dibetulkan, dan mengapa. Yang terbaru di atas.",
    no_corrections: "Belum ada ralat.",

    tools: "Alat baca",
    display: "Tampilan",
    language: "Bahasa",
    as_device: "Ikuti perangkat",
    light: "Terang",
    sepia: "Sepia",
    dark: "Gelap",
    text_size: "Ukuran Font:",
    smaller: "Perkecil huruf",
    larger: "Perbesar huruf",
    listen: "Dengarkan",
    stop_listening: "Berhenti",
    no_voice: "Perangkat ini belum punya suara untuk membacakan artikel.",
    save: "Simpan",
    for_you: "Untuk Anda",
    follow: "Ikuti",
    follow_help: "Masuk untuk mengikuti topik dan penulis pilihan Anda. Artikel terbarunya berkumpul di sini.",
    followed: "Yang Anda ikuti",
    nothing_followed: "Belum ada yang Anda ikuti. Buka halaman topik atau penulis, lalu pilih Ikuti.",
    unfollow: "Berhenti mengikuti",
    unfollow_subject: |name| format!("Berhenti mengikuti {name}"),
    saved: "Tersimpan",
    saved_help: "Tanpa akun, artikel tersimpan di perangkat ini saja.",
    saved_here: "Di perangkat ini",
    nothing_saved: "Belum ada artikel yang disimpan di akun ini.",
    forget: "Hapus",
    share: "Bagikan",
    copy_link: "Salin tautan",
    copied: "Tautan disalin.",
    print: "Cetak",
    light_version: "Versi ringan",
    whole_version: "Versi lengkap",
    ad: "Iklan",
    scroll_on: "Scroll Untuk Melanjutkan",
    contents: "Isi artikel",
    footnote: |number| format!("Catatan {number}"),
    gallery: |all| format!("Galeri {all} gambar"),
    of_gallery: |number, all| format!("{number} dari {all}"),
    address_of_picture: "Tautan ke gambar ini",
    side_note: "Informasi tambahan",
    table: "Tabel",
    further_reading: "Baca juga:",
    recommendations: "Rekomendasi Artikel",
    previous: "Sebelumnya",
    next: "Berikutnya",
    position: "{first} sampai {last} dari {all}",
    why: "Mengapa disarankan?",
    because: |because| match because {
        Because::ReadNext => "Banyak dibuka pembaca setelah artikel ini.".into(),
        Because::ReadNow => "Sedang banyak dibaca.".into(),
        Because::SameSubject(topic) => format!("Sama-sama membahas {topic}."),
        Because::SimilarText => "Isinya mirip dengan artikel ini.".into(),
        Because::Newest => "Baru terbit.".into(),
    },
    sponsored: "Konten Sponsor",
    sponsored_disclosure: |site| {
        format!(
            "Konten sponsor dibuat dan ditayangkan oleh pihak ketiga, bukan oleh redaksi {site}, dan bukan karya jurnalistik."
        )
    },
    history: "Riwayat baca",
    nothing_read: "Riwayat baca masih kosong.",
    forget_history: "Hapus riwayat baca",
    resume: "Kembali ke bacaan terakhir",
    enlarge: "Perbesar",
    picture: "Gambar",
    videos: "Video Pilihan",
    captions: |language| match language {
        Language::Indonesian => "Teks bahasa Indonesia",
        Language::English => "Teks bahasa Inggris",
    },
    watch_at: |host| format!("Tonton di {host}"),
    megabytes: |bytes| {
        let (whole, tenths) = tenths_of_megabytes(bytes);
        format!("{whole},{tenths} MB")
    },
    minutes: |minutes| format!("Waktu baca {minutes} menit"),
};
