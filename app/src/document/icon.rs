//! Icon in the browser's tab: four petals of the batik pattern kawung.

/// Icon as a data URL, which saves the first visit a request.
pub(crate) const ICON: &str = concat!(
    "data:image/svg+xml,",
    "%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='-3%20-3%2034%2034'%3E",
    "%3Crect%20x='-3'%20y='-3'%20width='34'%20height='34'%20rx='7'%20fill='%239e2f1b'/%3E%3Cpath%20fill='%23fff8ec'%20d='",
    "M13%2013C13%206%208.5%201.5%201.5%201.5%201.5%208.5%206%2013%2013%2013Z",
    "M15%2013C22%2013%2026.5%208.5%2026.5%201.5%2019.5%201.5%2015%206%2015%2013Z",
    "M15%2015C15%2022%2019.5%2026.5%2026.5%2026.5%2026.5%2019.5%2022%2015%2015%2015Z",
    "M13%2015C6%2015%201.5%2019.5%201.5%2026.5%208.5%2026.5%2013%2022%2013%2015Z'/%3E%3C/svg%3E",
);

/// Icon as a file of its own, for those who ask for the publisher's logo.
pub fn logo() -> String {
    let data = ICON.split_once(',').map_or(ICON, |(_, data)| data);
    [("%20", " "), ("%23", "#"), ("%3C", "<"), ("%3E", ">")]
        .into_iter()
        .fold(data.to_owned(), |data, (escaped, sign)| data.replace(escaped, sign))
}
