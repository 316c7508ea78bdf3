//! The words of lists.

use crate::text::lists::ListText;

pub(in crate::text) const LISTS: ListText = ListText {
    covers: "Bidang liputan",
    written_by: "Ditulis oleh",
    contact: "Kontak",
    portrait_of: |name| format!("Potret {name}"),
    latest_articles: "Artikel terbaru",
    issue_of: |date| format!("Edisi {date}"),
    in_this_issue: "Isi edisi ini",
    without_section: "Lainnya",
    earlier_issues: "Edisi terdahulu",
    issue_before: "Edisi sebelumnya",
    issue_after: "Edisi berikutnya",
    issues: "Edisi lain",
};
