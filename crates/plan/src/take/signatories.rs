//! Who signs.

use phongtrao_document::Document;

use super::statements::origin;
use crate::Signatory;

/// The signature blocks in order.
pub(crate) fn take(document: &Document) -> Vec<Signatory> {
    let signatory = |signature: &phongtrao_document::Signature| Signatory {
        origin: origin(&Default::default(), signature.span, &[]),
        body: signature.body.clone(),
        capacity: signature.post.clone(),
        name: signature.name.as_ref().map(|name| name.value.clone()),
    };
    document.frame.signatures.iter().map(signatory).collect()
}
