//! Certificates measured with a ruler: where the ink stands on the sheet, in the PDF and in what LibreOffice prints of the Word file.

use std::fs;
use std::path::{Path, PathBuf};

use rstest::rstest;
use tempfile::TempDir;

use crate::conversions::libreoffice;
use crate::support::{example, files, printed, program, tool};

/// Points of the picture in a millimetre.
const FINE: f64 = 20.0;
/// How far a line may stand from where the ruler says, in millimetres.
const NEAR: f64 = 0.1;

/// A certificate on a blank. Its words are of letters that stand flat on the line and are the same from both sides.
const BLANK: &str = r#"
act = "merit"
honour = "HIH"

[giver]
decided-by = "HIH"
decision = { symbol = "HIH" }
place = "HIH"
signature = { capacity = ["HIH"], name = "HIH" }

[printing]
sheet = "SHEET"
on-blank = true

[printing.calibration]
dx = 1.5
dy = -2.0
printed = ["recipient", "post", "achievement", "capacity", "signatory"]

[printing.calibration.lines]
recipient = { x = 60, y = 98.5, width = 150, size = 18 }
post = { x = 61, y = 112.3, width = 150, size = 14 }
achievement = { x = 40, y = 125.7, width = 200, side = "left" }
capacity = { x = 160.4, y = 150.2, width = 90, size = 14 }
signatory = { x = 160.4, y = 190.2, width = 90, size = 14 }

[[recipients]]
name = "HIH"
post = "HIH"
achievement = "HIH"
golden-book = 1
"#;

/// Where the lines of [`BLANK`] stand: left edge and width of the room, line, and whether the words stand in its middle.
const PLACES: [(f64, f64, f64, bool); 5] = [
    (61.5, 150.0, 96.5, true),
    (62.5, 150.0, 110.3, true),
    (41.5, 200.0, 123.7, false),
    (161.9, 90.0, 148.2, true),
    (161.9, 90.0, 188.2, true),
];

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn pressed(folder: &Path, data: &str, more: &[&str], outs: &[&str]) {
    fs::write(folder.join("data.toml"), data).expect("the folder can be written");
    let mut command = program();
    command.args(["press", "certificate", "--made-on", "2026-06-30", "--data"]).arg(folder.join("data.toml")).args(more);
    for out in outs {
        command.arg("--out").arg(folder.join(out));
    }
    printed(&mut command);
}

/// A page as points, dark or light.
struct Picture {
    width: usize,
    points: Vec<u8>,
}

/// The left and right edge and the foot of the ink in a part of a page, in millimetres.
struct Ink {
    left: f64,
    right: f64,
    foot: f64,
}

impl Picture {
    fn of(pdf: &Path) -> Option<Picture> {
        let mut pdftoppm = tool("pdftoppm", &["-v"])?;
        let resolution = (FINE * 25.4).to_string();
        let output = pdftoppm.args(["-gray", "-singlefile", "-r", &resolution]).arg(pdf).output().expect("pdftoppm starts");
        let mut lines = output.stdout.splitn(4, |byte| *byte == b'\n');
        let (_, size, _, points) = (lines.next()?, lines.next()?, lines.next()?, lines.next()?);
        let width = std::str::from_utf8(size).expect("figures").split(' ').next()?.parse().expect("a width");
        Some(Picture { width, points: points.to_vec() })
    }

    fn ink(&self, x: f64, width: f64, line: f64) -> Ink {
        let at = |millimetres: f64| (millimetres * FINE) as usize;
        let mut found = (usize::MAX, 0, 0);
        for row in at(line - 6.0)..at(line + 2.0) {
            for column in at(x)..at(x + width) {
                if self.points[row * self.width + column] < 128 {
                    found = (found.0.min(column), found.1.max(column + 1), row + 1);
                }
            }
        }
        let [left, right, foot] = [found.0, found.1, found.2].map(|points| points as f64 / FINE);
        Ink { left, right, foot }
    }
}

#[rstest]
fn lines_stand_where_the_ruler_says(#[values("a4", "merit")] sheet: &str, #[values("pdf", "docx")] format: &str) {
    let folder = folder();
    pressed(folder.path(), &BLANK.replace("SHEET", sheet), &[], &["blank.pdf", "blank.docx"]);
    let mut pdf = folder.path().join("blank.pdf");
    if format == "docx" {
        let printed = folder.path().join("printed");
        let Some(()) = libreoffice("pdf", &[folder.path().join("blank.docx")], &printed) else { return };
        pdf = printed.join("blank.pdf");
    }
    let Some(picture) = Picture::of(&pdf) else { return };
    for (x, width, line, middle) in PLACES {
        let ink = picture.ink(x, width, line);
        assert!((ink.foot - line).abs() <= NEAR, "{sheet} {format}: the line {line} stands at {}", ink.foot);
        if middle {
            let (centre, expected) = (f64::midpoint(ink.left, ink.right), x + width / 2.0);
            assert!((centre - expected).abs() <= NEAR, "{sheet} {format}: the middle {expected} stands at {centre}");
        } else {
            // A letter begins a little behind its edge.
            assert!((-NEAR..=0.3).contains(&(ink.left - x)), "{sheet} {format}: the edge {x} stands at {}", ink.left);
        }
    }
}

#[test]
fn many_certificates_become_numbered_files() {
    let folder = folder();
    let example = printed(program().args(["press", "certificate", "--example"]));
    pressed(folder.path(), &example, &["--sheets", "2"], &["award.pdf", "award.docx"]);
    let names = |ending: &str| -> Vec<String> {
        let name = |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
        files(folder.path(), ending).iter().map(name).collect()
    };
    assert_eq!(names("pdf"), ["award-0001.pdf", "award-0002.pdf", "award-0003.pdf"]);
    assert_eq!(names("docx"), ["award-0001.docx", "award-0002.docx", "award-0003.docx"]);
    let Some(mut pdftotext) = tool("pdftotext", &["-v"]) else { return };
    let last = printed(pdftotext.arg(folder.path().join("award-0003.pdf")).arg("-"));
    assert!(last.contains("TRUY TẶNG") && last.contains("Số sổ vàng: 5") && !last.contains("Số sổ vàng: 4"), "{last}");
}

#[test]
fn what_is_no_picture_is_a_finding() {
    let folder = folder();
    let data = folder.path().join("data.toml");
    fs::write(&data, printed(program().args(["press", "certificate", "--example"]))).expect("the folder can be written");
    let output = program().args(["press", "certificate", "--data"]).arg(&data).arg("--emblem").arg(&data).output().expect("it starts");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("PNG"));
}

/// What an organisation's own rules must say, so that its commendations can be given posthumously.
const OWN_RULES: &str = r#"
[pack]
id = "own"
name_vi = "Quy chế của đơn vị"
name_en = "Own rules"
checked = "2026-11-21"

[[honour]]
over = "certificate-of-commendation"
posthumous = true
confidence = "read"
source = "Quy chế thi đua, khen thưởng của đơn vị"
"#;

/// A round of an example, without votes, in which one died.
fn round_with_a_death(folder: &Path) -> PathBuf {
    let [data, packs, plan, out] = ["data", "packs", "plan.toml", "out"].map(|name| folder.join(name));
    fs::create_dir(&data).expect("a folder");
    fs::create_dir(&packs).expect("a folder");
    for entry in fs::read_dir(example("learning-partnership/data")).expect("the example") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, data.join(path.file_name().expect("a name"))).expect("a copy");
    }
    let statuses = data.join("statuses.csv");
    fs::write(&statuses, fs::read_to_string(&statuses).expect("statuses") + "qn02,dead,2026-11-12,\n").expect("a copy");
    fs::write(packs.join("own.toml"), OWN_RULES).expect("the folder can be written");
    let text = fs::read_to_string(example("learning-partnership/plan.toml")).expect("the plan");
    fs::write(&plan, text.replace("ballot = \"binh-xet\"", "ballot = \"none\"")).expect("the folder can be written");
    let mut command = program();
    command.arg("run").arg(&plan).arg("--data").arg(&data).arg("--packs").arg(&packs);
    printed(command.args(["--round", "hang-nam", "--out"]).arg(&out));
    out.join("quyet-dinh")
}

#[test]
fn a_round_honours_the_dead_last_and_numbers_all_through() {
    let folder = folder();
    let made = round_with_a_death(folder.path());
    let text = |path: &Path| Some(printed(tool("pdftotext", &["-v"])?.arg("-layout").arg(path).arg("-")));
    let Some(decision) = text(&made.join("quyet-dinh-khen-thuong.pdf")) else { return };
    assert!(decision.contains("Truy tặng"), "{decision}");
    let certificates = files(&made, "pdf").into_iter().filter(|path| path.to_string_lossy().contains("giay-khen-so"));
    let said: String = certificates.filter_map(|path| text(&path)).collect();
    let number = |sheet: &str| -> Option<usize> { sheet.split_once("Số sổ vàng: ")?.1.split_whitespace().next()?.parse().ok() };
    let mut sheets: Vec<(usize, bool)> =
        said.split('\u{c}').filter_map(|sheet| Some((number(sheet)?, sheet.contains("TRUY TẶNG")))).collect();
    sheets.sort_unstable();
    assert!(sheets.iter().map(|(number, _)| *number).eq(1..=sheets.len()), "every number once: {sheets:?}");
    let late = sheets.iter().filter(|(_, late)| *late).count();
    assert!(late > 0 && sheets.iter().rev().take(late).all(|(_, late)| *late), "{sheets:?}");
    assert!(said.contains("Cố đồng chí") && said.contains("Nguyên Phó Trưởng phòng"), "{said}");
}
