//! Import of pictures, from a photographer's file to the renditions for browsers.

use std::io::{BufRead, BufReader, Cursor};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

use crate::newsroom::{Newsroom, PIXEL, Ran, article, ended, with};

fn shade(position: u32, of: u32) -> u8 {
    u8::try_from(position * 255 / of).unwrap()
}

/// Picture with a visible gradient: dark on the left, bright on the right.
fn pixels(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb([shade(x, width), shade(y, height), 90]))
}

fn encoded(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(pixels(width, height)).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Photograph that is stored on its side, with an EXIF orientation.
fn lying(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    let turned_by_90_degrees = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    encoder.set_exif_metadata(turned_by_90_degrees.to_vec()).unwrap();
    encoder.write_image(&pixels(width, height), width, height, image::ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn illustrated(id: &str, src: &str) -> Value {
    with(article(id), json!({"image": {"src": src, "alt": "Gambar"}}))
}

/// Names of the stored files without their hash.
fn kept(newsroom: &Newsroom) -> Vec<String> {
    let files = std::fs::read_dir(newsroom.path("data/pictures")).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<_> = files
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            let hash = name.find('-').unwrap();
            assert_eq!(hash, if name.contains("-asli") { 64 } else { 32 }, "{name}");
            name[hash..].to_owned()
        })
        .collect();
    names.sort();
    names
}

fn original(newsroom: &Newsroom) -> PathBuf {
    let mut originals = std::fs::read_dir(newsroom.path("data/pictures/originals")).unwrap();
    originals.next().unwrap().unwrap().path()
}

/// Messages on standard error, without the progress, which slow machines print.
fn complaints(stderr: &str) -> Vec<&str> {
    stderr.lines().filter(|line| !line.contains(" %")).collect()
}

#[test]
fn a_photograph_is_made_upright_in_every_width_and_form_and_only_once() {
    let newsroom = Newsroom::new();
    newsroom.write("foto.jpg", lying(1000, 800));
    let record = illustrated("1", "foto.jpg");
    let ran = newsroom.import("a.jsonl", std::slice::from_ref(&record));
    assert_eq!((ran.code, complaints(&ran.stderr)), (Some(0), vec![]));
    let made = kept(&newsroom);
    assert_eq!(
        made,
        [
            "-288.avif",
            "-288.jpg",
            "-288.webp",
            "-720.avif",
            "-720.jpg",
            "-720.webp",
            "-800.avif",
            "-800.jpg",
            "-800.webp"
        ]
    );
    let hash = original(&newsroom).file_stem().unwrap().to_str().unwrap()[..32].to_owned();
    for ending in ["jpg", "webp"] {
        let smallest = image::open(newsroom.path(&format!("data/pictures/{hash}-288.{ending}"))).unwrap();
        assert_eq!((smallest.width(), smallest.height()), (288, 360), "{ending}: it stands");
        let at = |y| smallest.to_rgb8().get_pixel(144, y)[0];
        assert!(at(10) < 60 && at(350) > 190, "{ending}: what was on the left is on top");
    }
    let bytes = std::fs::read(newsroom.path(&format!("data/pictures/{hash}-288.jpg"))).unwrap();
    assert!(!bytes.windows(4).any(|four| four == b"Exif"), "it tells nothing of the camera");

    assert_eq!(
        newsroom.import("a.jsonl", std::slice::from_ref(&record)).stdout,
        "created 0, updated 0, unchanged 1, rejected 0\n"
    );
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
    // Simulates another version of the program that rendered other widths.
    for ending in ["avif", "jpg", "webp"] {
        std::fs::remove_file(newsroom.path(&format!("data/pictures/{hash}-288.{ending}"))).unwrap();
    }
    assert_eq!(newsroom.run(&["check"]).code, Some(1));
    newsroom.import("a.jsonl", std::slice::from_ref(&record));
    assert_eq!(kept(&newsroom), made, "what is missing is made again");
    std::fs::remove_dir_all(newsroom.path("data/pictures")).unwrap();
    let check = newsroom.run(&["check"]);
    assert!(
        check.stderr.contains("has no picture") && check.stderr.contains("-720.avif"),
        "{}",
        check.stderr
    );
    let again = newsroom.import("a.jsonl", &[record]);
    assert_eq!(again.stdout, "created 0, updated 0, unchanged 1, rejected 0\n");
    assert_eq!(kept(&newsroom), made, "what was lost is made again");
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
}

#[test]
fn what_moves_is_given_as_it_is_and_a_small_picture_is_not_enlarged() {
    let newsroom = Newsroom::new();
    newsroom.write("gerak.gif", PIXEL);
    newsroom.write("kecil.png", encoded(ImageFormat::Png, 200, 100));
    newsroom.import("a.jsonl", &[illustrated("1", "gerak.gif"), illustrated("2", "kecil.png")]);
    assert_eq!(kept(&newsroom), ["-200.avif", "-200.jpg", "-200.webp", "-asli.gif"]);
}

#[test]
fn what_is_damaged_huge_or_disguised_is_refused_by_name() {
    let newsroom = Newsroom::new();
    let jpeg = encoded(ImageFormat::Jpeg, 600, 400);
    let png = encoded(ImageFormat::Png, 600, 400);
    newsroom.write("putus.jpg", &jpeg[..jpeg.len() / 2]);
    newsroom.write("putus.png", &png[..png.len() / 2]);
    newsroom.write("rusak.png", [&png[..60], &[7; 900]].concat());
    newsroom.write("rusak.webp", [&encoded(ImageFormat::WebP, 60, 40)[..40], &[7; 90]].concat());
    newsroom.write("halaman.jpg", "<html><script>alert(1)</script></html>");
    newsroom.write("gambar.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    newsroom.write("lari.jpg", [b"\xff\xd8\xff\xe0", "<?php system('id');".as_bytes()].concat());
    newsroom.write("bom.png", bomb(9_000, 9_000));
    newsroom.write("pita.png", bomb(1_600, 30_000));
    let sources = [
        ("putus.jpg", "breaks off before its end"),
        ("putus.png", "damaged"),
        ("rusak.png", "damaged"),
        ("rusak.webp", "damaged"),
        ("halaman.jpg", "no JPEG, PNG, WebP, AVIF or GIF"),
        ("gambar.svg", "no JPEG, PNG, WebP, AVIF or GIF"),
        ("lari.jpg", "damaged"),
        ("bom.png", "9000 x 9000 pixels are more than pictures.largest_megapixels allows"),
        ("pita.png", "too high for the width"),
    ];
    let records: Vec<_> =
        sources.iter().enumerate().map(|(id, (src, _))| illustrated(&id.to_string(), src)).collect();
    let ran = newsroom.import("a.jsonl", &records);
    assert_eq!(ran.stdout, "created 9, updated 0, unchanged 0, rejected 0\n");
    for (number, (src, reason)) in sources.iter().enumerate() {
        let told = format!("a.jsonl:{}: picture {src}: ", number + 1);
        let line = ran.stderr.lines().find(|line| line.starts_with(&told));
        assert!(line.is_some_and(|line| line.contains(reason)), "{src}: {}", ran.stderr);
    }
    assert!(kept(&newsroom).is_empty(), "nothing of them is kept");
    assert_eq!(newsroom.run(&["check"]).code, Some(0), "the articles are there without pictures");
}

/// File of a few kilobytes that needs a lot of memory when decoded.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let row = width.div_ceil(8) as usize;
    encoder.write_header().unwrap().write_image_data(&vec![0; row * height as usize]).unwrap();
    assert!(bytes.len() < 40_000, "{} bytes are no bomb", bytes.len());
    bytes
}

/// S3-compatible server with a bucket `warta`, which runs until it is dropped.
struct S3 {
    process: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl S3 {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/../node_modules/.bin/s3rver");
        let mut process = Command::new(program)
            .args(["--address", "127.0.0.1", "--port", "0", "--configure-bucket", "warta", "--directory"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("npm ci has installed s3rver");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let said = lines.by_ref().map(Result::unwrap).find(|line| line.contains("listening")).unwrap();
        let port = said.rsplit(|sign: char| !sign.is_ascii_digit()).find(|word| !word.is_empty()).unwrap();
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address: format!("http://127.0.0.1:{port}"), _folder: folder }
    }

    fn run(&self, newsroom: &Newsroom, arguments: &[&str], key_id: &str) -> Ran {
        ended(self.command(newsroom, arguments, key_id).spawn().unwrap())
    }

    fn command(&self, newsroom: &Newsroom, arguments: &[&str], key_id: &str) -> Command {
        let mut command = newsroom.command(arguments);
        command
            .env("WARTA__PICTURES__S3__BUCKET", "warta")
            .env("WARTA__PICTURES__S3__PREFIX", "gambar")
            .env("WARTA__PICTURES__S3__ENDPOINT", &self.address)
            .env("WARTA__PICTURES__S3__ACCESS_KEY_ID", key_id)
            .env("WARTA__PICTURES__S3__SECRET_ACCESS_KEY", "rahasia");
        command
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn pictures_lie_in_a_bucket_where_the_settings_say_so() {
    let (s3, newsroom) = (S3::start(), Newsroom::new());
    newsroom.write("foto.jpg", encoded(ImageFormat::Jpeg, 400, 300));
    newsroom.write("a.jsonl", crate::newsroom::lines(&[illustrated("1", "foto.jpg")]));
    let import = ["import", "jsonl", "a.jsonl"];
    let ran = s3.run(&newsroom, &import, "siapa");
    assert_eq!(ran.code, Some(1), "an article does not lose its picture to a store that is away");
    assert!(ran.stderr.contains("cannot keep pictures:"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("rahasia"), "a secret is not told");
    let ran = s3.run(&newsroom, &import, "S3RVER");
    assert_eq!((ran.code, complaints(&ran.stderr)), (Some(0), vec![]), "{}", ran.stdout);
    let again = s3.run(&newsroom, &import, "S3RVER");
    assert_eq!(again.stdout, "created 0, updated 0, unchanged 1, rejected 0\n");
    let check = s3.run(&newsroom, &["check"], "S3RVER");
    assert_eq!(check.code, Some(0), "{}", check.stderr);
    assert!(!newsroom.path("data/pictures").exists(), "nothing is in the folder");
    let export = s3.run(&newsroom, &["export", "out/all.jsonl"], "S3RVER");
    assert_eq!(export.stdout, "exported 1 articles, 1 pictures\n", "{}", export.stderr);
}
