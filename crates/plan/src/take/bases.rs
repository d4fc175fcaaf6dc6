//! Legal bases.

use phongtrao_document::Document;

use super::statements::origin;
use crate::Basis;

/// The documents that the preamble cites, in order.
pub(crate) fn take(document: &Document) -> Vec<Basis> {
    let basis = |basis: &phongtrao_document::LegalBasis| Basis {
        origin: origin(&document.address(basis.span), basis.span, &[]),
        kind: basis.kind.clone(),
        number: basis.number.as_ref().map(|number| number.value.to_string()),
        date: basis.date.as_ref().map(|date| date.value),
        issuer: basis.issuer.clone(),
        title: basis.title.clone(),
    };
    document.frame.bases.iter().map(basis).collect()
}
