//! Documents for tests.

use phongtrao_document::{Document, build, read};

/// The document of a plan with this body.
pub(crate) fn document(body: &str) -> Document {
    build::build(read::text::read(format!("KẾ HOẠCH\nTổ chức phong trào đọc sách\n\n{body}").as_bytes()))
}
