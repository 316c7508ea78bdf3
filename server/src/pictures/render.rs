//! Renditions of a picture for browsers: a few widths in a few formats, upright and in sRGB.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use base64::prelude::{BASE64_STANDARD, Engine};
use domain::article::{ImageFormat, rendition, widths};
use fast_image_resize::{ResizeOptions, Resizer};
use image::codecs::avif::AvifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageFormat as SourceFormat, ImageReader, Limits, RgbImage, Rgba, RgbaImage,
};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::PictureError;

/// Quality of each format, chosen by eye on photographs for about the same appearance.
const AVIF_QUALITY: u8 = 58;
const WEBP_QUALITY: f32 = 74.0;
const JPEG_QUALITY: u8 = 78;
/// Encoder speed from 1 (slow) to 10. Changing it from 9 to 8 doubles the time and saves 1 % of the bytes.
const AVIF_SPEED: u8 = 9;
/// Length of the placeholder's longer side in pixels. Pages show the placeholder until the picture is loaded.
const PLACEHOLDER: u32 = 16;

/// Decoded picture, already reduced to the widest rendition.
pub(super) struct Readable {
    size: (u32, u32),
    pixels: DynamicImage,
}

/// Lock that allows one decoding at a time. A photograph of 12 megapixels takes 36 MB when decoded; decoding is a tenth of
/// the work, so one at a time is no slower and needs less memory.
static READING: Mutex<()> = Mutex::new(());

/// Encoded picture of one width and format.
pub(super) struct Rendition {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Detects the format by the bytes, ignoring the file name. SVG is refused since it can contain scripts.
pub(super) fn format(bytes: &[u8]) -> Result<SourceFormat, PictureError> {
    use SourceFormat::{Avif, Gif, Jpeg, Png, WebP};
    match image::guess_format(bytes) {
        Ok(format @ (Jpeg | Png | WebP | Avif | Gif)) => Ok(format),
        _ => Err(PictureError::UnknownFormat),
    }
}

/// Whether the file is published unchanged: it is animated, or has a format that we do not decode.
pub(super) fn is_shown_as_it_is(bytes: &[u8], format: SourceFormat) -> Result<bool, PictureError> {
    Ok(match format {
        SourceFormat::Png => PngDecoder::new(Cursor::new(bytes))?.is_apng()?,
        SourceFormat::WebP => WebPDecoder::new(Cursor::new(bytes))?.has_animation(),
        SourceFormat::Jpeg => false,
        _ => true,
    })
}

impl Readable {
    /// Decodes the whole picture, which also finds damage. `largest_pixels` limits the memory.
    pub(super) fn read(
        bytes: &[u8],
        format: SourceFormat,
        largest_pixels: u64,
    ) -> Result<Self, PictureError> {
        if format == SourceFormat::Jpeg && !ends(bytes) {
            return Err(PictureError::Damaged("it breaks off before its end".into()));
        }
        let _one_at_a_time = READING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder()?;
        let mut limits = Limits::no_limits();
        limits.max_alloc = Some(largest_pixels.saturating_mul(8));
        decoder.set_limits(limits)?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().ok().flatten();
        let pixels = DynamicImage::from_decoder(decoder)?;
        // Photographs take three bytes per pixel; pictures with transparency take four.
        let mut pixels = if pixels.color().has_alpha() {
            DynamicImage::from(pixels.into_rgba8())
        } else {
            DynamicImage::from(pixels.into_rgb8())
        };
        if let Some(profile) = profile {
            to_web_colours(&mut pixels, &profile);
        }
        pixels.apply_orientation(orientation);
        let size = (pixels.width(), pixels.height());
        let widest = widths(size.0).pop().unwrap_or(size.0);
        Ok(Self { size, pixels: resized(pixels, widest)? })
    }

    /// Encodes all renditions, and passes each to `keep` when it is finished.
    pub(super) fn render(
        self,
        original: &str,
        mut keep: impl FnMut(Rendition) -> Result<(), PictureError>,
    ) -> Result<(), PictureError> {
        let mut widths = widths(self.size.0);
        let mut pixels = self.pixels;
        while let Some(width) = widths.pop() {
            // Each width is reduced from the next larger one.
            pixels = resized(pixels, width)?;
            for form in ImageFormat::ALL {
                let name = rendition(original, width, form);
                keep(Rendition { name, bytes: encoded(&pixels, form)? })?;
            }
        }
        Ok(())
    }
}

/// Width and height in pixels after rotation, from the file's header.
pub(super) fn upright_size(bytes: &[u8], format: SourceFormat) -> Result<(u32, u32), PictureError> {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder()?;
    let (width, height) = decoder.dimensions();
    Ok(match decoder.orientation() {
        Ok(Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH) => (height, width),
        _ => (width, height),
    })
}

/// Tiny version of a rendition as a `data:` address. Transparent pictures have none, since it would shine through.
pub(super) fn placeholder(smaller: &[u8]) -> Result<String, PictureError> {
    let pixels = image::load_from_memory_with_format(smaller, SourceFormat::WebP)?;
    if pixels.color().has_alpha() {
        return Ok(String::new());
    }
    let longer = pixels.width().max(pixels.height());
    let width = pixels.width() * PLACEHOLDER.min(longer) / longer;
    let tiny = encoded(&resized(pixels, width.max(1))?, ImageFormat::Webp)?;
    Ok(format!("data:image/webp;base64,{}", BASE64_STANDARD.encode(tiny)))
}

fn resized(pixels: DynamicImage, width: u32) -> Result<DynamicImage, PictureError> {
    if pixels.width() == width {
        return Ok(pixels);
    }
    let height = u64::from(pixels.height()) * u64::from(width) / u64::from(pixels.width());
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    let mut smaller = DynamicImage::new(width, height, pixels.color());
    let resize = Resizer::new().resize(&pixels, &mut smaller, &ResizeOptions::new());
    resize.map_err(|error| PictureError::Damaged(error.to_string()))?;
    Ok(smaller)
}

fn encoded(pixels: &DynamicImage, form: ImageFormat) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    match form {
        ImageFormat::Avif => {
            let encoder = AvifEncoder::new_with_speed_quality(&mut bytes, AVIF_SPEED, AVIF_QUALITY);
            // Pictures are processed in parallel, so each uses one thread.
            pixels.write_with_encoder(encoder.with_num_threads(Some(1)))?;
        }
        ImageFormat::Webp => {
            let (width, height) = (pixels.width(), pixels.height());
            let encoder = match pixels {
                DynamicImage::ImageRgba8(_) => webp::Encoder::from_rgba(pixels.as_bytes(), width, height),
                _ => webp::Encoder::from_rgb(pixels.as_bytes(), width, height),
            };
            bytes.extend_from_slice(&encoder.encode(WEBP_QUALITY));
        }
        ImageFormat::Jpeg => {
            let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
            match pixels.as_rgb8() {
                Some(pixels) => pixels.write_with_encoder(encoder)?,
                None => on_white(pixels).write_with_encoder(encoder)?,
            }
        }
    }
    Ok(bytes)
}

/// Draws the picture on white, since JPEG has no transparency.
fn on_white(pixels: &DynamicImage) -> RgbImage {
    let mut white =
        DynamicImage::from(RgbaImage::from_pixel(pixels.width(), pixels.height(), Rgba([255; 4])));
    image::imageops::overlay(&mut white, pixels, 0, 0);
    white.into_rgb8()
}

/// Converts camera colour profiles to sRGB; a profile that cannot be read is ignored.
fn to_web_colours(pixels: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let layout = if pixels.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let web = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(layout, &web, layout, TransformOptions::default())
    else {
        return;
    };
    let row = pixels.width() as usize * layout.channels();
    let mut converted = vec![0; row];
    let samples: &mut [u8] = match pixels {
        DynamicImage::ImageRgb8(pixels) => pixels,
        DynamicImage::ImageRgba8(pixels) => pixels,
        _ => return,
    };
    for row in samples.chunks_exact_mut(row) {
        if transform.transform(row, &mut converted).is_ok() {
            row.copy_from_slice(&converted);
        }
    }
}

/// Whether a JPEG has an end marker after its last scan. Decoders fill the missing part of a broken transfer with grey. Within a
/// scan, neither marker can occur.
fn ends(bytes: &[u8]) -> bool {
    let last_scan = bytes.windows(2).rposition(|pair| pair == [0xff, 0xda]).unwrap_or(0);
    bytes[last_scan..].windows(2).any(|pair| pair == [0xff, 0xd9])
}
