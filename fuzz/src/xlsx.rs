//! Any bytes called `a.xlsx` are read, and as the worksheet, the strings and the styles of a workbook: nothing panics beyond the reader.

use phongtrao_ooxml::PackageWriter;

use super::sheets;

const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>46264</v></c></row></sheetData></worksheet>"#;
const PARTS: [(&str, &str); 3] =
    [("worksheet", "xl/worksheets/sheet1.xml"), ("sharedStrings", "xl/sharedStrings.xml"), ("styles", "xl/styles.xml")];

/// A workbook, and each of its parts by itself.
pub fn check(bytes: &[u8]) {
    sheets::check("a.xlsx", bytes);
    PARTS.iter().for_each(|(kind, _)| sheets::check("a.xlsx", &workbook(kind, bytes)));
}

/// A workbook with these bytes as one of its parts.
fn workbook(fuzzed: &str, bytes: &[u8]) -> Vec<u8> {
    let relation = |kind: &str| format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
    let mut package = PackageWriter::new();
    package.part("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", WORKBOOK);
    package.relate("", &relation("officeDocument"), "xl/workbook.xml");
    for (kind, name) in PARTS {
        let sound = if kind == "worksheet" { SHEET.as_bytes() } else { b"" };
        if kind == fuzzed || !sound.is_empty() {
            package.part(name, "application/xml", if kind == fuzzed { bytes } else { sound });
            package.relate("xl/workbook.xml", &relation(kind), name);
        }
    }
    package.finish().unwrap_or_default()
}
