//! The check that every byte of a text stands in exactly one leaf. Tests of all readers call it.

use crate::{Document, Node};

/// Whether the leaves of the tree cover the text without gap or overlap; else the place where they first do not.
///
/// # Errors
///
/// A sentence that names the place and what stands there.
pub fn check_cover(document: &Document) -> Result<(), String> {
    let mut at = 0;
    let mut open = vec![document.root.children.iter()];
    while let Some(nodes) = open.last_mut() {
        let Some(node) = nodes.next() else {
            open.pop();
            continue;
        };
        if node.is_leaf() {
            leaf(document, node, at)?;
            at = node.span.end;
        } else {
            within(node)?;
            open.push(node.children.iter());
        }
    }
    if at == document.text.len() { Ok(()) } else { Err(format!("the leaves end at byte {at} of {}", document.text.len())) }
}

fn leaf(document: &Document, node: &Node, at: usize) -> Result<(), String> {
    let borders = document.text.is_char_boundary(node.span.start) && document.text.is_char_boundary(node.span.end);
    if node.span.start == at && node.span.end >= at && borders && node.children.is_empty() {
        Ok(())
    } else {
        Err(format!("{:?} covers {:?}, but the leaf before ends at byte {at}", node.kind, node.span))
    }
}

/// Whether an inner node reaches from its first part to its last.
fn within(node: &Node) -> Result<(), String> {
    match (node.children.first(), node.children.last()) {
        (Some(first), Some(last)) if first.span.start != node.span.start || last.span.end != node.span.end => {
            Err(format!("{:?} covers {:?}, its parts do not", node.kind, node.span))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{build, read::text};

    /// Lines as documents have them, and as they do not.
    fn line() -> impl Strategy<Value = String> {
        prop_oneof![
            Just(String::new()),
            Just("|".to_owned()),
            Just("---".to_owned()),
            Just("ỦY BAN NHÂN DÂN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned()),
            Just("Số:   /KH-UBND\tPhía Đông, ngày 5 tháng 8 năm 2025".to_owned()),
            Just("**KẾ HOẠCH**".to_owned()),
            Just("Căn cứ Quyết định số 12/QĐ-TTg ngày 5/8/2025 của Thủ tướng Chính phủ;".to_owned()),
            Just("**I. MỤC ĐÍCH, YÊU CẦU**".to_owned()),
            Just("1. Mục đích: nâng cao chất lượng".to_owned()),
            Just("a) v\u{300} h\u{300}nh động".to_owned()),
            Just("- Trường Phía Tây;   KT. HIỆU TRƯỞNG".to_owned()),
            Just("Nơi nhận: CHỦ TỊCH".to_owned()),
            Just("GIÁM ĐỐC Trần Văn Ví Dụ".to_owned()),
            Just("PHỤ LỤC I".to_owned()),
            Just("|STT |Nội dung |".to_owned()),
            Just("STT\tNội dung\tĐơn vị".to_owned()),
            Just("CÔNG BÁO/Số 1/Ngày 1-1-2026".to_owned()),
            Just("Kính gửi: Các đơn vị".to_owned()),
            "\\PC{0,40}",
            "[-+*.|#0-9a-zđA-ZĐIVX() \t]{0,24}",
        ]
    }

    proptest! {
        #[test]
        fn every_byte_is_in_one_leaf(lines in proptest::collection::vec(line(), 0..60)) {
            let document = build::build(text::of_text(lines.join("\n")));
            prop_assert_eq!(check_cover(&document), Ok(()));
            let addresses = document.clauses();
            for (address, node) in &addresses {
                prop_assert!(document.address(node.span).0.starts_with(&address.0) || !address.0.is_empty());
            }
        }
    }

    #[test]
    fn no_depth_of_labels_is_too_deep() {
        let mut text = String::from("KẾ HOẠCH\nthử\n\n");
        for depth in 1..400 {
            let label: Vec<String> = (0..depth % 200).map(|_| "1".to_owned()).collect();
            text.push_str(&format!("{}. Mục\n", label.join(".")));
        }
        let document = build::build(text::of_text(text));
        assert_eq!(check_cover(&document), Ok(()));
    }
}
