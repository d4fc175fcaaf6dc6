//! The fuzz targets on spoilt files, a few for each: they are compiled with everything else, and what must hold of any bytes is asked at every run.
//! `PHONGTRAO_FUZZ_SECONDS=20 cargo test -p phongtrao --test it -- fuzzed` goes on for so long with each of them.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rstest::rstest;

use crate::support::example;

#[path = "../../../../fuzz/src/lib.rs"]
#[allow(dead_code, unreachable_pub, reason = "the crate of the targets, which has more than is asked here")]
mod targets;

/// So many spoilt files for each target where nothing else is said.
const FEW: u32 = 12;

/// Longer files are cut: they would only be slow.
const LONGEST: usize = 20_000;

#[rstest]
#[case::text("text")]
#[case::html("html")]
#[case::docx("docx")]
#[case::pdf("pdf")]
#[case::plan_toml("plan_toml")]
#[case::packs("packs")]
#[case::criteria("criteria")]
#[case::csv("csv")]
#[case::xlsx("xlsx")]
#[case::import("import")]
fn a_spoilt_file_breaks_nothing(#[case] name: &str) {
    let (_, check) = targets::TARGETS.into_iter().find(|(own, _)| *own == name).expect("a target");
    let seeds = seeds(name);
    let seconds = std::env::var("PHONGTRAO_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let (began, mut chance, mut count) = (Instant::now(), Chance(0x9e37_79b9_7f4a_7c15), 0);
    seeds.iter().for_each(|seed| check(seed));
    while seconds.map_or(count < FEW, |seconds| began.elapsed() < Duration::from_secs(seconds)) {
        let mut bytes = seeds[chance.below(seeds.len())].clone();
        for _ in 0..=chance.below(4) {
            spoil(&mut bytes, &mut chance);
        }
        if let Err(panic) = std::panic::catch_unwind(|| check(&bytes)) {
            let path = std::env::temp_dir().join(format!("phongtrao-{name}-{count}"));
            fs::write(&path, &bytes).expect("written");
            eprintln!("the file that breaks it: {}", path.display());
            std::panic::resume_unwind(panic);
        }
        count += 1;
    }
    eprintln!("{name}: {count} files");
}

/// The same numbers at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).expect("a small number") % most.max(1)
    }
}

/// What readers stumble over.
const PIECES: [&str; 16] = [
    "\"",
    "\n",
    "[[",
    "]]",
    "=",
    ";",
    "\u{feff}",
    "<td>",
    "</w:p>",
    "999999999999999999999",
    "9/11",
    "-",
    "\0",
    "Điều 1.",
    "1904",
    "\u{301}",
];

fn spoil(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let (first, second) = (chance.below(bytes.len() + 1), chance.below(bytes.len() + 1));
    let (from, to) = (first.min(second), first.max(second).min(first.min(second) + 200));
    match chance.below(6) {
        0 => bytes.truncate(first),
        1 => drop(bytes.drain(from..to)),
        2 => {
            let again = bytes[from..to].to_vec();
            bytes.splice(from..from, again);
        }
        3 => drop(bytes.splice(from..from, PIECES[chance.below(PIECES.len())].bytes())),
        4 => bytes[from..to].reverse(),
        _ => {
            let new = chance.below(256) as u8;
            bytes[from..to].iter_mut().take(1).for_each(|byte| *byte = new);
        }
    }
}

const PAGE: &[u8] = b"<html><body><p>Ch\xc6\xb0\xc6\xa1ng tr\xc3\xacnh</p><table><tr><td>1</td><td colspan=2>2</td></tr></table><ul><li>a</li></ul></body></html>";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Length 30>>stream\nBT /F1 12 Tf (a) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
const RULE: &[u8] = br#"{ kind = "all", of = [{ kind = "attested" }, { kind = "count", of = "x", min = 2 }, { kind = "rating", scale = "s", level = "good" }] }"#;
const SHEET: &[u8] = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>subject</t></is></c><c r="B1" t="inlineStr"><is><t>of</t></is></c><c r="C1" t="inlineStr"><is><t>year</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>p1</t></is></c><c r="B2" t="inlineStr"><is><t>worker</t></is></c><c r="C2"><v>2025</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>"#;
const LISTS: [&str; 4] = [
    "STT;Mã VC;Họ và tên;Đơn vị;Danh hiệu đăng ký;Hình thức khen thưởng;Năm\n1;p1;An;Khoa A;LĐTT, Giấy khen;-;2025-2026\n",
    "Họ tên;Danh hiệu;Số phiếu;;\n;;Đồng ý;Không đồng ý;Tỷ lệ\n(1);(2);(3);(4);(5)=(3)/(4)\nAn;worker;9/11;2/11;81,8\n",
    "DANH SÁCH NĂM 2026\n\nMã;Họ và tên;Ngày sinh;Đối tượng;Cấp bậc;Đơn vị\np2;LÊ BA;15/6/85;VC;1//;Khoa A\nII. Cá nhân;;;;;\np3;Cư;46264;02;3/-CN;Khoa B\n",
    "Mã VC,Tiêu chí,Đạt,Người xác nhận,Ngày\np1,Được bình xét,x,\"Hội đồng\",\"ngày 5 tháng 9 năm 2026\"\n",
];

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let read = |path: &Path| {
        let mut bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        // An office package that is cut is none.
        if path.extension().is_none_or(|ending| ending != "docx") {
            bytes.truncate(LONGEST);
        }
        bytes
    };
    let of_example = |file: &str| read(&example("digital-skills").join(file));
    let lists = || LISTS.map(|list| list.as_bytes().to_vec()).to_vec();
    match name {
        "text" => vec![of_example("digital-skills.txt")],
        "docx" => vec![of_example("digital-skills.docx")],
        "html" => vec![PAGE.to_vec()],
        "pdf" => vec![PDF.to_vec()],
        "plan_toml" => vec![of_example("plan.toml")],
        "packs" => vec![read(&example("../packs/vn/law/honours.toml"))],
        "criteria" => vec![RULE.to_vec()],
        "xlsx" => vec![SHEET.to_vec()],
        "import" => lists().into_iter().chain([SHEET.to_vec()]).collect(),
        _ => lists(),
    }
}
