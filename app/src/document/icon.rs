//! Icon of the site: four petals of the batik pattern kawung.

macro_rules! petals {
    () => {
        concat!(
            "M13%2013C13%206%208.5%201.5%201.5%201.5%201.5%208.5%206%2013%2013%2013Z",
            "M15%2013C22%2013%2026.5%208.5%2026.5%201.5%2019.5%201.5%2015%206%2015%2013Z",
            "M15%2015C15%2022%2019.5%2026.5%2026.5%2026.5%2026.5%2019.5%2022%2015%2015%2015Z",
            "M13%2015C6%2015%201.5%2019.5%201.5%2026.5%208.5%2026.5%2013%2022%2013%2015Z",
        )
    };
}

/// Icon in the browser's tab as a data URL, which saves the first visit a request.
pub(crate) const ICON: &str = concat!(
    "data:image/svg+xml,",
    "%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='-3%20-3%2034%2034'%3E",
    "%3Crect%20x='-3'%20y='-3'%20width='34'%20height='34'%20rx='7'%20fill='%239e2f1b'/%3E%3Cpath%20fill='%23fff8ec'%20d='",
    petals!(),
    "'/%3E%3C/svg%3E",
);

/// Outline of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconShape {
    /// Round corners, as in the tab.
    Rounded,
    /// Colour up to the edges, for devices that cut out a shape of their own. The petals stay within the circle of four fifths of the width
    /// that every such shape leaves.
    Maskable,
}

/// Icon as an SVG document.
pub fn icon_svg(shape: IconShape) -> String {
    let svg = ICON.trim_start_matches("data:image/svg+xml,");
    let svg = svg.replace("%20", " ").replace("%23", "#").replace("%3C", "<").replace("%3E", ">");
    match shape {
        IconShape::Rounded => svg,
        IconShape::Maskable => svg
            .replace("viewBox='-3 -3 34 34'", "viewBox='-9 -9 46 46'")
            .replace("x='-3' y='-3' width='34' height='34' rx='7'", "x='-9' y='-9' width='46' height='46'"),
    }
}
