//! The lead picture of an article.

/// A picture with its words. Caption and description differ: one informs, the other replaces the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Where its bytes are.
    pub src: PictureSource,
    /// What is seen, for those who do not see it.
    pub alt: Option<String>,
    /// What it means for the story.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// Where the bytes of a picture are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureSource {
    /// Kept by us.
    File(PictureFile),
    /// Known by its address only, and therefore not shown: readers fetch nothing from strangers.
    Origin(String),
}

/// A picture in the picture folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// Name within the folder: the SHA-256 of the bytes in hex, a dot, and the format's ending.
    pub name: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

impl Picture {
    /// The picture's file, where we have one.
    pub fn file(&self) -> Option<&PictureFile> {
        match &self.src {
            PictureSource::File(file) => Some(file),
            PictureSource::Origin(_) => None,
        }
    }
}
