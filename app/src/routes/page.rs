//! One row of the route table.

/// Page of the site, and the properties that follow from its route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    path: &'static str,
    kind: Kind,
    is_linked: bool,
    has_panel: bool,
    form: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Reading,
    Light,
    Personal,
}

impl Page {
    const fn new(kind: Kind) -> Self {
        Self { path: "", kind, is_linked: !matches!(kind, Kind::Personal), has_panel: false, form: None }
    }

    pub(super) const fn reading() -> Self {
        Self::new(Kind::Reading)
    }

    pub(super) const fn light() -> Self {
        Self::new(Kind::Light)
    }

    pub(super) const fn personal() -> Self {
        Self::new(Kind::Personal)
    }

    pub(super) const fn linked(self) -> Self {
        Self { is_linked: true, ..self }
    }

    pub(super) const fn panel(self) -> Self {
        Self { has_panel: true, ..self }
    }

    pub(super) const fn form(self, function: &'static str) -> Self {
        Self { form: Some(function), ..self }
    }

    pub(super) const fn at(self, path: &'static str) -> Self {
        Self { path, ..self }
    }

    /// Path pattern in the router's syntax.
    pub fn path(&self) -> &'static str {
        self.path
    }

    pub(super) fn is_reading(&self) -> bool {
        self.kind == Kind::Reading
    }

    pub(super) fn is_light(&self) -> bool {
        self.kind == Kind::Light
    }

    pub(super) fn is_personal(&self) -> bool {
        self.kind == Kind::Personal
    }

    pub(super) fn is_linked(&self) -> bool {
        self.is_linked
    }

    /// Whether the dialog can show the page over another one.
    pub fn has_panel(&self) -> bool {
        self.has_panel
    }

    /// Name of the server function behind the form that the page sends to itself.
    pub fn form_function(&self) -> Option<&'static str> {
        self.form
    }

    /// First segment of the path; empty for the front page.
    pub(super) fn root(&self) -> &'static str {
        self.path.split('/').nth(1).unwrap_or_default()
    }

    /// Whether the page is at a path, which may end in a slash.
    pub(super) fn is_at(&self, path: &str) -> bool {
        let Some(path) = path.strip_prefix('/') else { return false };
        let mut parts = path.strip_suffix('/').unwrap_or(path).split('/');
        let fits = |part: &str, wanted: &str| {
            if wanted.starts_with(':') { !part.is_empty() } else { part == wanted }
        };
        self.path.split('/').skip(1).all(|wanted| parts.next().is_some_and(|part| fits(part, wanted)))
            && parts.next().is_none()
    }
}
