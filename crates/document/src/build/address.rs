//! Addresses of clauses: labels joined by dots; an unlabelled item is `A.I[2]`, a repeated label `C.III~2`, a cell `D/2,3`.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Span;

use crate::{Address, Node, NodeKind};

/// Calls `visit` for every clause in the order of the text.
pub fn walk<'a>(root: &'a Node, visit: &mut dyn FnMut(Address, &'a Node)) {
    let mut series = vec![Series::default()];
    down(root, "", &mut series, visit);
}

/// The address of the innermost clause that holds the span, with the cell within it; the empty address for what lies outside of all.
pub fn of(root: &Node, span: Span) -> Address {
    let mut series = vec![Series::default()];
    let mut found = String::new();
    let mut node = root;
    let mut tables = 0_u32;
    // Parts that were passed; they are counted when a clause or a table is met, which most places outside of clauses never do.
    let mut passed: Vec<&[Node]> = Vec::new();
    while let Some(at) = holder(&node.children, span) {
        let child = &node.children[at];
        passed.push(&node.children[..at]);
        if matches!(child.kind, NodeKind::Clause(_) | NodeKind::Table) {
            for part in passed.drain(..).flatten() {
                before(part, &mut series, &found);
                tables += u32::from(part.kind == NodeKind::Table);
            }
        }
        match &child.kind {
            NodeKind::Clause(_) => {
                if let Some(address) = name(child, &found, &mut series) {
                    found = address;
                    series.push(Series::default());
                    tables = 0;
                }
            }
            NodeKind::Table => found.push_str(&if tables == 0 { String::new() } else { format!("#{}", tables + 1) }),
            NodeKind::Row => {
                let cell = child.children.iter().filter(|child| child.kind == NodeKind::Cell).position(|cell| cell.span.holds(span));
                let row = node.children[..at].iter().filter(|child| child.kind == NodeKind::Row).count() + 1;
                if let Some(cell) = cell {
                    found.push_str(&format!("/{row},{}", cell + 1));
                }
            }
            _ => {}
        }
        node = child;
    }
    Address(found)
}

/// The first inner part that holds the span. Parts stand in the order of the text.
fn holder(parts: &[Node], span: Span) -> Option<usize> {
    let near = parts.partition_point(|part| part.span.end < span.end);
    let holds = |part: &Node| part.span.holds(span) && !part.is_leaf();
    let ahead = parts.get(near..)?.iter().take_while(|part| part.span.start <= span.start).position(holds);
    ahead.map(|ahead| near + ahead)
}

/// The labels that were given so far under one clause.
#[derive(Default)]
struct Series {
    /// How often each label was met.
    labels: BTreeMap<String, u32>,
    /// How many items without a name were met.
    items: u32,
}

/// The address of a clause below `above`.
fn name(node: &Node, above: &str, series: &mut [Series]) -> Option<String> {
    let clause = node.clause()?;
    let series = series.last_mut()?;
    if !clause.label.class.names() {
        series.items += 1;
        return Some(format!("{above}[{}]", series.items));
    }
    let label = &clause.label.text;
    let mut address = String::with_capacity(above.len() + label.len() + 4);
    address.push_str(above);
    if !above.is_empty() {
        address.push('.');
    }
    address.push_str(label);
    match series.labels.get_mut(label) {
        Some(count) => {
            *count += 1;
            address.push_str(&format!("~{count}"));
        }
        None => {
            series.labels.insert(label.clone(), 1);
        }
    }
    Some(address)
}

/// Counts the clauses of a part that is passed.
fn before(node: &Node, series: &mut Vec<Series>, above: &str) {
    match &node.kind {
        NodeKind::Clause(_) => {
            let _ = name(node, above, series);
        }
        _ => node.children.iter().for_each(|child| before(child, series, above)),
    }
}

fn down<'a>(node: &'a Node, above: &str, series: &mut Vec<Series>, visit: &mut dyn FnMut(Address, &'a Node)) {
    if node.is_leaf() {
        return;
    }
    for child in &node.children {
        match name(child, above, series) {
            Some(address) => {
                visit(Address(address.clone()), child);
                series.push(Series::default());
                down(child, &address, series, visit);
                series.pop();
            }
            None => down(child, above, series, visit),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, build, read::text};

    fn document(body: &str) -> Document {
        build::build(text::of_text(format!("KẾ HOẠCH\nThử nghiệm\n\n{body}")))
    }

    fn addresses(body: &str) -> Vec<String> {
        document(body).clauses().into_iter().map(|(address, _)| address.0).collect()
    }

    #[rstest::rstest]
    #[case("A. CHUNG\nI. Mục đích\n- Một\n- Hai\nII. Yêu cầu", &["A", "A.I", "A.I[1]", "A.I[2]", "A.II"])]
    #[case("I. MỤC ĐÍCH\n1. Một\na) Con một\nb) Con hai\n2. Hai", &["I", "I.1", "I.1.a", "I.1.b", "I.2"])]
    #[case("I. MỘT\nI. HAI", &["I", "I~2"])]
    #[case("1. Một\n1.1. Con\n1.2. Con\n2. Hai", &["1", "1.1.1", "1.1.2", "2"])]
    #[case("C. NỘI DUNG\nIII. TIÊU CHÍ\n2. Khen thưởng\nb. Sơ kết", &["C", "C.III", "C.III.2", "C.III.2.b"])]
    #[case("Điều 1. Phạm vi\n1. Một.\n2. Hai.\nĐiều 2. Đối tượng", &["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"])]
    fn labels_are_joined(#[case] body: &str, #[case] expected: &[&str]) {
        assert_eq!(addresses(body), expected);
    }

    #[test]
    fn a_cell_has_row_and_column() {
        let document = document("D. TIẾN ĐỘ\n| Việc | Ngày |\n|---|---|\n| Phát động | 5/8 |\n");
        let at = document.text.find("5/8").unwrap_or_default();
        assert_eq!(document.address((at..at + 3).into()).0, "D/2,2");
    }

    #[test]
    fn words_within_a_clause_have_its_address() {
        let document = document("I. MỘT\n1. Con một\n2. Con hai có hạn ngày 5/8/2025\nII. HAI");
        let at = document.text.find("5/8").unwrap_or_default();
        assert_eq!(document.address((at..at + 3).into()).0, "I.2");
    }
}
