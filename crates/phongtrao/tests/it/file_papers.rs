//! The papers of the file out of a round: which stand where, whom they name, and whom they must not name.

use std::fs;
use std::path::Path;

use rstest::rstest;

use crate::conversions::python_docx;
use crate::examples::example;
use crate::support::printed;
use crate::worked::{Round, worked};

#[rstest]
#[case::drive(
    ("peak-drive", "tong-ket"),
    &[
        "don-vi/lop-lao-1/bao-cao-thanh-tich-hv03-giay-khen-ca-nhan",
        "don-vi/lop-lao-1/bao-cao-thanh-tich-lop-lao-1-giay-khen-tap-the",
        "quyet-dinh/phieu-trinh-ky-quyet-dinh-khen-thuong",
        "thong-bao/chua-khen-thuong-lop-hon-hop",
        "thong-bao/bo-sung-ho-so-lop-hon-hop",
    ],
    // Who fell in the unit's vote writes no report; a unit whose file is whole gets no letter.
    &["don-vi/bo-mon-chuyen-nganh/bao-cao-thanh-tich-cb08-giay-khen-ca-nhan", "thong-bao/bo-sung-ho-so-bo-mon-chuyen-nganh"],
)]
#[case::university(
    ("lifelong-learning-university", "hang-nam"),
    &[
        "don-vi/khoa-nong-nghiep/bao-cao-thanh-tich-vc01-giay-khen-vien-chuc",
        "don-vi/khoa-nong-nghiep/bao-cao-thanh-tich-khoa-nong-nghiep-don-vi-hoc-tap",
        "quyet-dinh/phieu-trinh-ky-quyet-dinh-khen-thuong",
        "thong-bao/chua-khen-thuong-lop-d26-ts",
        "thong-bao/bo-sung-ho-so-khoa-thuy-san",
    ],
    &["thong-bao/bo-sung-ho-so-lop-d26-ts"],
)]
#[case::military_command(
    ("learning-partnership", "hang-nam"),
    &["don-vi/tieu-doan-1/bao-cao-thanh-tich-qn17-giay-khen-hoi-ca-nhan", "thong-bao/chua-khen-thuong-tieu-doan-1"],
    &[],
)]
// Nobody is put forward for the prizes of a contest: there is nobody to be told, and no dossier with reports.
#[case::contest(("digital-skills", "chung-ket"), &[], &["thong-bao", "don-vi/khoa-kinh-te/bao-cao-thanh-tich-doi-kinh-te-k-giai-nhat"])]
fn papers_of_the_file(#[case] round: Round, #[case] there: &[&str], #[case] not_there: &[&str]) {
    let out = worked(round);
    for path in there {
        assert!(["pdf", "docx"].iter().all(|ending| out.join(format!("{path}.{ending}")).is_file()), "{path}");
    }
    for path in not_there {
        assert!(!out.join(path).exists() && !out.join(format!("{path}.pdf")).exists(), "{path}");
    }
    notices_name_whom_they_may(out, &People::of(round.0));
}

/// Who is pending stands in no notice, and nobody in the notice of a unit who is not of it. Lists write post and unit behind a name.
fn notices_name_whom_they_may(out: &Path, people: &People) {
    let Ok(notices) = fs::read_dir(out.join("thong-bao")) else { return };
    for notice in notices.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some_and(|of| of == "docx")) {
        let name = notice.file_stem().expect("a name").to_string_lossy().into_owned();
        let unit = name.trim_start_matches("chua-khen-thuong-").trim_start_matches("bo-sung-ho-so-");
        let Some(text) = text_of(&notice) else { return };
        for person in &people.all {
            if text.contains(&format!(" {},", person.name)) {
                assert!(!person.is_pending, "{name}: {}", person.name);
                assert!(person.units.iter().any(|own| own == unit), "{name}: {}", person.name);
            }
        }
    }
}

#[test]
fn the_index_says_which_components_are_there() {
    let index = fs::read_to_string(worked(("peak-drive", "tong-ket")).join("index.html")).expect("the index");
    assert!(index.contains("class=\"there\">Tờ trình của bộ môn, lớp: có"));
    assert!(index.contains("class=\"missing\">Biên bản họp bình xét: chưa có"));
}

/// The people of an example.
struct People {
    all: Vec<Known>,
}

struct Known {
    name: String,
    units: Vec<String>,
    is_pending: bool,
}

impl People {
    fn of(name: &str) -> People {
        let data = example(name, "data");
        let pending = table(&data.join("pending.csv"), &["subject", "to"]);
        let posts = table(&data.join("posts.csv"), &["person", "unit"]);
        let known = |row: Vec<String>| Known {
            is_pending: pending.iter().any(|pending| pending[0] == row[0] && pending[1].is_empty()),
            units: posts.iter().filter(|post| post[0] == row[0]).map(|post| post[1].clone()).collect(),
            name: row[1].clone(),
        };
        People { all: table(&data.join("people.csv"), &["id", "name"]).into_iter().map(known).collect() }
    }
}

/// Columns of a table without quotes; a column that is not there is empty.
fn table(path: &Path, columns: &[&str]) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).expect("a table");
    let mut lines = text.lines();
    let heads: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let places: Vec<Option<usize>> = columns.iter().map(|column| heads.iter().position(|head| head == column)).collect();
    let cell = |cells: &[&str], place: Option<usize>| place.and_then(|place| cells.get(place)).map(|cell| (*cell).to_owned());
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        places.iter().map(|place| cell(&cells, *place).unwrap_or_default()).collect()
    };
    lines.map(row).collect()
}

/// All paragraphs of a Word file, those in tables too; none where nothing reads it.
fn text_of(file: &Path) -> Option<String> {
    const PARAGRAPHS: &str = "import sys, docx\nfrom docx.oxml.ns import qn\n\
        print('\\n'.join(''.join(t.text or '' for t in p.iter(qn('w:t'))) for p in docx.Document(sys.argv[1]).element.body.iter(qn('w:p'))))";
    Some(printed(python_docx()?.env("PYTHONIOENCODING", "utf-8").args(["-c", PARAGRAPHS]).arg(file)))
}
