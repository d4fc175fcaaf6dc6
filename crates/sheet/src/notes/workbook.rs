//! Notes in a workbook: comments of its worksheets, added to the package part by part.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_ooxml::{Limits, Package, Relationship, escaped, relationships_part};

use super::markup::{Insertions, Spot, walk};
use super::{Note, NotesError, vector};
use crate::letters;

const TYPES: &str = "[Content_Types].xml";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VECTOR_TYPE: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What follows a drawing of older files in a worksheet: it stands before the first of these.
const BEHIND_DRAWING: [&str; 9] =
    ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

/// The names of a form of the format: the common one, or the strict one.
struct Names {
    main: &'static str,
    relations: &'static str,
}

const COMMON: Names = Names {
    main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const STRICT: Names =
    Names { main: "http://purl.oclc.org/ooxml/spreadsheetml/main", relations: "http://purl.oclc.org/ooxml/officeDocument/relationships" };

/// Whether a workbook counts its days from 1904; of one that cannot be read nothing is known.
pub(crate) fn counts_from_1904(bytes: &[u8]) -> bool {
    let Ok(mut package) = Package::open(bytes, Limits::default()) else { return false };
    let Ok(main) = package.main_part() else { return false };
    let Some(part) = package.part(&main) else { return false };
    let mut found = false;
    let _ = walk(&String::from_utf8_lossy(&part.bytes), |met| {
        let value = met.element.filter(|_| met.name == "workbookPr").and_then(|element| element.attribute("date1904"));
        found |= value.is_some_and(|value| matches!(&*value, "1" | "true" | "on"));
    });
    found
}

/// The package with a comment for each note.
pub(super) fn noted(bytes: &[u8], notes: &[Note], author: &str) -> Result<Vec<u8>, NotesError> {
    let package = Package::open(bytes, Limits::default()).map_err(|error| NotesError::Part(error.to_string()))?;
    let mut patch = Patch { package, changed: BTreeMap::new() };
    let pages = patch.pages()?;
    let mut by_page: BTreeMap<&str, Vec<&Note>> = BTreeMap::new();
    notes.iter().for_each(|note| by_page.entry(&note.page).or_default().push(note));
    for (page, notes) in by_page {
        let part = pages.iter().find(|(name, _)| name == page).map(|(_, part)| part.clone());
        let part = part.ok_or_else(|| NotesError::Part(page.to_owned()))?;
        patch.note(&part, &by_cell(&notes), author)?;
    }
    let changes: Vec<(String, Vec<u8>)> = patch.changed.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    Ok(patch.package.patched(&changes)?)
}

/// What is said of each cell (row and column from 0), in the order of rows.
fn by_cell(notes: &[&Note]) -> BTreeMap<(u32, u32), String> {
    let mut cells: BTreeMap<(u32, u32), String> = BTreeMap::new();
    for note in notes {
        let text = cells.entry((note.row.saturating_sub(1), note.column)).or_default();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&note.text);
    }
    cells
}

fn address((row, column): (u32, u32)) -> String {
    format!("{}{}", letters(column as usize), row + 1)
}

struct Patch<'a> {
    package: Package<'a>,
    /// The new texts of parts.
    changed: BTreeMap<String, String>,
}

impl Patch<'_> {
    /// The text of a part as it is now.
    fn text(&mut self, name: &str) -> Result<Option<String>, NotesError> {
        if let Some(text) = self.changed.get(name) {
            return Ok(Some(text.clone()));
        }
        let Some(part) = self.package.part(name) else { return Ok(None) };
        let damaged = || NotesError::Part(name.to_owned());
        if part.fault.is_some() {
            return Err(damaged());
        }
        // Parts in another encoding exist, but no office program of these days writes them.
        String::from_utf8(part.bytes).map(Some).map_err(|_| damaged())
    }

    fn needed(&mut self, name: &str) -> Result<String, NotesError> {
        self.text(name)?.ok_or_else(|| NotesError::Part(name.to_owned()))
    }

    /// The worksheets: name and part.
    fn pages(&mut self) -> Result<Vec<(String, String)>, NotesError> {
        let main = self.package.main_part().map_err(|error| NotesError::Part(error.to_string()))?;
        let relationships = self.package.relationships(&main);
        let text = self.needed(&main)?;
        let mut pages = Vec::new();
        walk(&text, |met| {
            let Some(element) = met.element.filter(|_| met.name == "sheet") else { return };
            let target = element.attribute("id").and_then(|id| relationships.iter().find(|relationship| relationship.id == id));
            if let (Some(name), Some(target)) = (element.attribute("name"), target) {
                pages.push((name.into_owned(), target.target.clone()));
            }
        })?;
        Ok(pages)
    }

    /// Notes on the cells of one worksheet.
    fn note(&mut self, page: &str, cells: &BTreeMap<(u32, u32), String>, author: &str) -> Result<(), NotesError> {
        let relationships = self.package.relationships(page);
        let sheet = self.needed(page)?;
        let place = drawing_of(&sheet)?;
        let part_of = |found: Option<&Relationship>| found.filter(|relationship| !relationship.external).map(|found| found.target.clone());
        let comments = part_of(relationships.iter().find(|relationship| relationship.kind == "comments"));
        let drawing = part_of(relationships.iter().find(|relationship| place.id.as_ref() == Some(&relationship.id)));

        let there = match &comments {
            Some(comments) => self.add_to_comments(comments, cells, author)?,
            None => {
                let comments = self.free_name("xl/comments", ".xml");
                self.changed.insert(comments.clone(), new_comments(place.names, cells, author));
                self.declare(&comments)?;
                self.relate(page, &relationships, place.names, "comments", &comments)?;
                BTreeSet::new()
            }
        };
        let new: Vec<(u32, u32)> = cells.keys().copied().filter(|cell| !there.contains(&address(*cell))).collect();
        if new.is_empty() {
            return Ok(());
        }
        match drawing {
            Some(drawing) => {
                let text = self.needed(&drawing)?;
                let text = vector::with_boxes(Some(&text), &new).ok_or_else(|| NotesError::Part(drawing.clone()))?;
                self.changed.insert(drawing, text);
            }
            None => {
                let drawing = self.free_name("xl/drawings/vmlDrawing", ".vml");
                self.changed.insert(drawing.clone(), vector::with_boxes(None, &new).unwrap_or_default());
                self.declare_vectors()?;
                let id = self.relate(page, &relationships, place.names, "vmlDrawing", &drawing)?;
                let mut insertions = Insertions::default();
                let relations = place.names.relations;
                insertions.behind(&place.spot, format!("<{}legacyDrawing xmlns:r=\"{relations}\" r:id=\"{id}\"/>", place.prefix));
                self.changed.insert(page.to_owned(), insertions.made(&sheet));
            }
        }
        Ok(())
    }

    /// Adds to the comments that are there; the addresses of cells that have one already.
    fn add_to_comments(&mut self, part: &str, cells: &BTreeMap<(u32, u32), String>, author: &str) -> Result<BTreeSet<String>, NotesError> {
        let text = self.needed(part)?;
        let addresses: BTreeMap<String, &String> = cells.iter().map(|(cell, text)| (address(*cell), text)).collect();
        let (mut authors, mut author_spot, mut list) = (0usize, None, None);
        let (mut cell, mut there, mut texts) = (None, BTreeSet::new(), Vec::new());
        let prefix = walk(&text, |met| match (met.name, met.element, &met.spot) {
            ("author", Some(_), _) => authors += 1,
            ("authors", None, spot) => author_spot.clone_from(spot),
            ("commentList", None, spot) => list.clone_from(spot),
            ("comment", Some(element), _) => cell = element.attribute("ref").map(|cell| cell.into_owned()),
            ("text", None, Some(spot)) => {
                if let Some(cell) = cell.take().filter(|cell| addresses.contains_key(cell)) {
                    there.insert(cell.clone());
                    texts.push((cell, spot.clone()));
                }
            }
            _ => {}
        })?;
        let (Some(author_spot), Some(list)) = (author_spot, list) else { return Err(NotesError::Part(part.to_owned())) };
        let mut insertions = Insertions::default();
        insertions.behind(&author_spot, format!("<{prefix}author>{}</{prefix}author>", escaped(author)));
        for (cell, spot) in &texts {
            let words = addresses.get(cell).map_or("", |text| text.as_str());
            insertions.behind(spot, format!("<{prefix}r><{prefix}t xml:space=\"preserve\">\n{}</{prefix}t></{prefix}r>", escaped(words)));
        }
        let new = cells.iter().filter(|(cell, _)| !there.contains(&address(**cell)));
        insertions.behind(&list, new.map(|(cell, words)| comment(&prefix, *cell, authors, words)).collect());
        self.changed.insert(part.to_owned(), insertions.made(&text));
        Ok(there)
    }

    /// Says in the list of types what a part is.
    fn declare(&mut self, part: &str) -> Result<(), NotesError> {
        let text = self.needed(TYPES)?;
        let text =
            with_child(&text, |prefix| format!("<{prefix}Override PartName=\"/{}\" ContentType=\"{COMMENTS_TYPE}\"/>", escaped(part)))?;
        self.changed.insert(TYPES.to_owned(), text);
        Ok(())
    }

    /// Says in the list of types what drawings of older files are, where it does not stand there.
    fn declare_vectors(&mut self) -> Result<(), NotesError> {
        let text = self.needed(TYPES)?;
        let mut known = false;
        walk(&text, |met| {
            let ending = met.element.filter(|_| met.name == "Default").and_then(|element| element.attribute("Extension"));
            known |= ending.is_some_and(|ending| ending.eq_ignore_ascii_case("vml"));
        })?;
        if !known {
            let text = with_child(&text, |prefix| format!("<{prefix}Default Extension=\"vml\" ContentType=\"{VECTOR_TYPE}\"/>"))?;
            self.changed.insert(TYPES.to_owned(), text);
        }
        Ok(())
    }

    /// Adds a relationship of a worksheet to a part; its id.
    fn relate(&mut self, page: &str, known: &[Relationship], names: &Names, kind: &str, part: &str) -> Result<String, NotesError> {
        let name = relationships_part(page);
        let text = self.text(&name)?.unwrap_or_else(|| format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\"/>"));
        let free = |id: &String| !known.iter().any(|known| known.id == *id) && !text.contains(&format!("\"{id}\""));
        let id = (1u64..).map(|number| format!("rId{number}")).find(free).unwrap_or_default();
        let kind = format!("{}/{kind}", names.relations);
        let text =
            with_child(&text, |prefix| format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"/{}\"/>", escaped(part)))?;
        self.changed.insert(name, text);
        Ok(id)
    }

    /// A name that no part has.
    fn free_name(&self, before: &str, after: &str) -> String {
        let taken: BTreeSet<String> = self.package.names().map(str::to_ascii_lowercase).collect();
        let free = |name: &String| !taken.contains(&name.to_ascii_lowercase()) && !self.changed.contains_key(name);
        (1u64..).map(|number| format!("{before}{number}{after}")).find(free).unwrap_or_default()
    }
}

/// Where a worksheet names its drawing of older files, or where it would.
struct Place {
    /// The id of the relationship, where it has one.
    id: Option<String>,
    /// Where it would stand.
    spot: Spot,
    prefix: String,
    names: &'static Names,
}

fn drawing_of(sheet: &str) -> Result<Place, NotesError> {
    let (mut id, mut before, mut end, mut data) = (None, None, None, false);
    let prefix = walk(sheet, |met| match (met.depth, met.element) {
        (1, Some(element)) if met.name == "legacyDrawing" => id = element.attribute("id").map(|id| id.into_owned()),
        (1, Some(_)) if data && before.is_none() && BEHIND_DRAWING.contains(&met.name) => before = Some(met.start),
        (1, Some(_)) => data |= met.name == "sheetData",
        (0, None) => end.clone_from(&met.spot),
        _ => {}
    })?;
    let spot = before.map(Spot::before).or(end).ok_or_else(|| NotesError::Part(String::new()))?;
    let names = if sheet.contains(STRICT.main) { &STRICT } else { &COMMON };
    Ok(Place { id, spot, prefix, names })
}

fn new_comments(names: &Names, cells: &BTreeMap<(u32, u32), String>, author: &str) -> String {
    let list: String = cells.iter().map(|(cell, words)| comment("", *cell, 0, words)).collect();
    let (main, author) = (names.main, escaped(author));
    format!(
        "{DECLARATION}<comments xmlns=\"{main}\"><authors><author>{author}</author></authors><commentList>{list}</commentList></comments>"
    )
}

fn comment(prefix: &str, cell: (u32, u32), author: usize, words: &str) -> String {
    let (address, words) = (address(cell), escaped(words));
    format!(
        "<{prefix}comment ref=\"{address}\" authorId=\"{author}\"><{prefix}text><{prefix}r><{prefix}t xml:space=\"preserve\">{words}</{prefix}t></{prefix}r></{prefix}text></{prefix}comment>"
    )
}

/// The markup with one more child of its root.
fn with_child(text: &str, child: impl Fn(&str) -> String) -> Result<String, NotesError> {
    let mut root = None;
    let prefix = walk(text, |met| {
        if met.depth == 0 && met.spot.is_some() {
            root.clone_from(&met.spot);
        }
    })?;
    let root = root.ok_or_else(|| NotesError::Part(String::new()))?;
    let mut insertions = Insertions::default();
    insertions.behind(&root, child(&prefix));
    Ok(insertions.made(text))
}

#[cfg(test)]
mod tests {
    use phongtrao_ooxml::PackageWriter;

    use super::*;

    const PART: &str = "xl/worksheets/sheet1.xml";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OLD_COMMENTS: &str = "<x:comments xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:authors><x:author>Cô Lan</x:author></x:authors><x:commentList><x:comment ref=\"A2\" authorId=\"0\"><x:text><x:t>Hỏi lại</x:t></x:text></x:comment></x:commentList></x:comments>";
    const OLD_DRAWING: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\"/><v:shape id=\"_x0000_s2049\"><br></v:shape></xml>";

    /// A workbook of one worksheet; with comments where `old` says so.
    fn workbook(sheet: &str, old: bool) -> Vec<u8> {
        let relation = |kind: &str| format!("{}/{kind}", COMMON.relations);
        let kind = |kind: &str| format!("application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml");
        let mut package = PackageWriter::new();
        let relations = COMMON.relations;
        let book = format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Tờ &amp; 1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        );
        package.part("xl/workbook.xml", &kind("sheet.main"), book).part(PART, &kind("worksheet"), sheet);
        package.relate("", &relation("officeDocument"), "xl/workbook.xml");
        package.relate("xl/workbook.xml", &relation("worksheet"), PART);
        if old {
            package.part("xl/comments1.xml", COMMENTS_TYPE, OLD_COMMENTS).part("xl/old.vml", VECTOR_TYPE, OLD_DRAWING);
            package.relate(PART, &relation("vmlDrawing"), "xl/old.vml");
            package.relate(PART, &relation("comments"), "xl/comments1.xml");
        }
        package.finish().expect("a small package")
    }

    fn note(row: u32, column: u32) -> Note {
        Note { page: "Tờ & 1".to_owned(), row, column, text: "Sai <ngày>".to_owned() }
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut package = Package::open(bytes, Limits::default()).expect("a package");
        String::from_utf8(package.part(name).expect("a part").bytes).expect("UTF-8")
    }

    /// What follows the cells in a worksheet with all that people have: drop-downs of both kinds, drawings, tables.
    #[rstest::rstest]
    #[case::nothing_behind("<sheetData/>", "")]
    #[case::drop_downs_of_both_kinds(
        "<sheetData/><dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"A1\"/></dataValidations><pageMargins/>",
        "<extLst><ext uri=\"{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}\"><x14:dataValidations xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"/></ext></extLst>"
    )]
    #[case::drawing_and_table("<sheetData/><drawing id=\"1\"/>", "<tableParts count=\"1\"/><extLst/>")]
    #[case::controls("<sheetData/><pageSetup/>", "<mc:AlternateContent xmlns:mc=\"urn:x\"><mc:Choice/></mc:AlternateContent>")]
    fn the_drawing_is_named_at_its_place_and_nothing_else_changes(#[case] before: &str, #[case] after: &str) {
        for prefix in ["", "x:"] {
            let names = if prefix.is_empty() { "xmlns" } else { "xmlns:x" };
            let sheet = |inserted: &str| format!("<{prefix}worksheet {names}=\"{MAIN}\">{before}{inserted}{after}</{prefix}worksheet>");
            // Children keep their names without prefix: only their places are looked at.
            let bytes = workbook(&sheet(""), false);
            let noted = super::noted(&bytes, &[note(3, 1)], "Phong Trào").expect("noted");
            let inserted = format!("<{prefix}legacyDrawing xmlns:r=\"{}\" r:id=\"rId2\"/>", COMMON.relations);
            assert_eq!(part(&noted, PART), sheet(&inserted));
            assert!(
                part(&noted, "xl/comments1.xml")
                    .contains("<comment ref=\"B3\" authorId=\"0\"><text><r><t xml:space=\"preserve\">Sai &lt;ngày&gt;</t>")
            );
            assert!(part(&noted, "xl/drawings/vmlDrawing1.vml").contains("<x:Row>2</x:Row><x:Column>1</x:Column>"));
            let types = part(&noted, TYPES);
            assert!(types.contains("PartName=\"/xl/comments1.xml\"") && types.contains("Extension=\"vml\""));
        }
    }

    #[test]
    fn comments_that_are_there_are_kept() {
        let sheet =
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData/><legacyDrawing xmlns:r=\"{}\" r:id=\"rId1\"/></worksheet>", COMMON.relations);
        let bytes = workbook(&sheet, true);
        let noted = super::noted(&bytes, &[note(2, 0), note(2, 0), note(5, 2)], "Phong Trào").expect("noted");
        for same in [PART, TYPES, "xl/workbook.xml", "xl/worksheets/_rels/sheet1.xml.rels"] {
            assert_eq!(part(&noted, same), part(&bytes, same), "{same}");
        }
        let comments = part(&noted, "xl/comments1.xml");
        let added = "<x:r><x:t xml:space=\"preserve\">\nSai &lt;ngày&gt;\nSai &lt;ngày&gt;</x:t></x:r>";
        assert!(comments.contains(&format!("<x:t>Hỏi lại</x:t>{added}</x:text>")), "{comments}");
        assert!(comments.contains("</x:author><x:author>Phong Trào</x:author></x:authors>"));
        assert!(comments.contains("<x:comment ref=\"C5\" authorId=\"1\">"));
        let drawing = part(&noted, "xl/old.vml");
        assert!(drawing.starts_with(OLD_DRAWING.trim_end_matches("</xml>")) && drawing.matches("<x:Row>").count() == 1);
        assert!(drawing.contains("_x0000_s2050"));
    }

    #[rstest::rstest]
    #[case::no_package(b"a,b".to_vec(), "Tờ & 1")]
    #[case::no_such_page(workbook("<worksheet><sheetData/></worksheet>", false), "Tờ 2")]
    #[case::broken_page(workbook("<worksheet><sheetData>", false), "Tờ & 1")]
    #[case::empty_page(workbook("", false), "Tờ & 1")]
    #[case::no_text(workbook("", true), "Tờ & 1")]
    fn what_can_not_be_noted_is_an_error(#[case] bytes: Vec<u8>, #[case] page: &str) {
        let note = Note { page: page.to_owned(), ..note(1, 0) };
        assert!(super::noted(&bytes, &[note], "Phong Trào").is_err());
    }
}
