//! Icons of the installed site as pictures of pixels.

use app::document::{IconShape, icon_svg};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The site's icon as a PNG file of this width and height.
///
/// # Panics
/// If the icon is no SVG document; a test finds that first.
pub fn png(shape: IconShape, width: u32) -> Vec<u8> {
    let tree = Tree::from_str(&icon_svg(shape), &Options::default()).expect("the icon is an SVG document");
    let mut pixels = Pixmap::new(width, width).expect("an icon is larger than nothing");
    #[expect(clippy::cast_precision_loss, reason = "no icon has sixteen million pixels in a row")]
    let scale = width as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().expect("pixels become PNG")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_for_other_shapes_has_colour_up_to_its_edges() {
        let at = |shape, x, y| {
            let pixels = Pixmap::decode_png(&png(shape, 192)).unwrap();
            assert_eq!((pixels.width(), pixels.height()), (192, 192));
            let pixel = pixels.pixel(x, y).unwrap();
            (pixel.red(), pixel.green(), pixel.blue(), pixel.alpha())
        };
        assert_eq!(at(IconShape::Rounded, 0, 0).3, 0);
        assert_eq!(at(IconShape::Maskable, 0, 0), (0x9e, 0x2f, 0x1b, 255));
        // A petal, which lies nearer to the middle there.
        assert_eq!(at(IconShape::Rounded, 40, 40), (0xff, 0xf8, 0xec, 255));
        assert_eq!(at(IconShape::Maskable, 40, 40), (0x9e, 0x2f, 0x1b, 255));
        assert_eq!(at(IconShape::Maskable, 64, 64), (0xff, 0xf8, 0xec, 255));
    }
}
