//! Figures, alone and in galleries.

use domain::markup::{Piece, Tag};

use super::{Open, Page};
use crate::components::article::body_pictures::{TextPicture, within_gallery, within_text};

/// Gallery that is being written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gallery {
    /// Number of figures in it.
    all: usize,
    /// Number of figures so far.
    shown: usize,
    /// Number of elements that are open around its figures.
    depth: usize,
    /// Whether the row of its figures has ended.
    row_has_ended: bool,
}

impl Page {
    /// Begins a gallery: a row of figures that scrolls, for fingers and for arrow keys.
    pub(super) fn gallery(&mut self, rest: &[Piece<'_>]) -> Open {
        let all = figures_within(rest);
        let name = (self.text.gallery)(all);
        let number = self.next_figure();
        self.push(format_args!(
            "<figure class=\"gallery\" id=\"gambar-{number}\"><div class=\"gallery__row\" role=\"group\" tabindex=\"0\" aria-label=\"{name}\">"
        ));
        let depth = self.open.len() + 1;
        self.gallery = Some(Gallery { all, shown: 0, depth, row_has_ended: false });
        Open::Gallery(number)
    }

    pub(super) fn end_gallery(&mut self) {
        if self.gallery.take().is_some_and(|gallery| !gallery.row_has_ended) {
            self.html.push_str("</div>");
        }
        self.html.push_str("</figure>");
    }

    pub(super) fn figure(&mut self) -> Open {
        let number = self.next_figure();
        let depth = self.open.len();
        match self.gallery.as_mut().filter(|gallery| gallery.depth == depth && !gallery.row_has_ended) {
            Some(gallery) => {
                gallery.shown += 1;
                let place = (self.text.of_gallery)(gallery.shown, gallery.all);
                self.push(format_args!(
                    "<figure class=\"gallery__item\" id=\"gambar-{number}\"><div class=\"gallery__number\">{place}</div>"
                ));
            }
            None => self.push(format_args!("<figure id=\"gambar-{number}\">")),
        }
        Open::Figure(number)
    }

    fn next_figure(&mut self) -> usize {
        self.figures += 1;
        self.figures
    }

    pub(super) fn caption(&mut self) -> Open {
        let figure = self.open.last().copied();
        if matches!(figure, Some(Open::Gallery(_)))
            && let Some(gallery) = self.gallery.as_mut().filter(|gallery| !gallery.row_has_ended)
        {
            gallery.row_has_ended = true;
            self.html.push_str("</div>");
        }
        self.html.push_str("<figcaption>");
        match figure {
            Some(Open::Figure(number) | Open::Gallery(number)) => Open::Caption(number),
            _ => Open::Plain,
        }
    }

    /// Ends a caption with the address of its figure.
    pub(super) fn end_caption(&mut self, figure: usize) {
        let name = self.text.address_of_picture;
        self.push(format_args!(
            " <a class=\"figure-address\" href=\"#gambar-{figure}\" aria-label=\"{name}\"></a></figcaption>"
        ));
    }

    /// Lets the browser choose among the versions of a picture. Those of a gallery can be enlarged.
    pub(super) fn image(&mut self, tag: Tag<'_>) -> Open {
        let is_in_gallery = self.gallery.is_some();
        let picture = if is_in_gallery { within_gallery(tag) } else { within_text(tag) };
        match picture {
            Some(TextPicture { html, address }) if is_in_gallery => {
                let enlarge = self.text.enlarge;
                self.push(format_args!(
                    "<a class=\"gallery__link\" href=\"{address}\" data-zoom>{html}<span class=\"gallery__enlarge\">{enlarge}</span></a>"
                ));
            }
            Some(picture) => self.html.push_str(&picture.html),
            // There are no other versions of this picture: its tag stays as it is.
            None => self.html.push_str(tag.source),
        }
        Open::Plain
    }
}

/// Number of figures directly within the gallery that these pieces continue.
fn figures_within(rest: &[Piece<'_>]) -> usize {
    let (mut depth, mut count) = (0_usize, 0);
    for piece in rest {
        match piece {
            Piece::Start(tag) if tag.name() == "figure" => {
                count += usize::from(depth == 0);
                depth += 1;
            }
            Piece::End("figure") if depth == 0 => break,
            Piece::End("figure") => depth -= 1,
            _ => {}
        }
    }
    count
}
