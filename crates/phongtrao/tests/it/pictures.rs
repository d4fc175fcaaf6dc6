//! One page of every kind of paper as a small picture, against the one that is kept: what changes the looks of a paper is seen.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use crate::papers::Pressed;
use crate::support::{self, printed};

/// How many of the four greys two points are apart before they count as different: drawing libraries round edges of letters in different ways.
const APART: u8 = 2;
/// The share of points, of ten thousand, that may differ.
const TOLERATED: usize = 40;
/// Points an inch: enough to see every line, few enough to keep.
const POINTS: &str = "40";

const RENEW: &str =
    "Look at the page; if it is right, renew the pictures with PHONGTRAO_WRITE_PICTURES=1 cargo test -p phongtrao --test it -- pictures";

/// A picture in four greys, from black to white.
struct Picture {
    width: u32,
    height: u32,
    greys: Vec<u8>,
}

#[test]
fn every_paper_looks_as_it_did() {
    let Some(_) = support::tool("pdftoppm", &["-v"]) else { return };
    let renews = std::env::var_os("PHONGTRAO_WRITE_PICTURES").is_some_and(|value| value == "1");
    let pressed = Pressed::all();
    let mut faults = Vec::new();
    for kind in &pressed.kinds {
        let drawn = drawn(&pressed.file(kind, "pdf"));
        let kept = folder().join(format!("{kind}.png"));
        let fault = if kept.is_file() { difference(&drawn, &read(&kept)) } else { Some("no picture of it is kept".to_owned()) };
        if let (Some(_), true) = (&fault, renews) {
            fs::create_dir_all(folder()).expect("the folder of pictures");
            write(&drawn, &kept);
        }
        faults.extend(fault.filter(|_| !renews).map(|fault| format!("{kind}: {fault}")));
    }
    assert!(faults.is_empty(), "{}\n{RENEW}", faults.join("\n"));
}

#[test]
fn no_picture_is_kept_of_what_is_no_paper() {
    let kinds = crate::papers::kinds();
    let pictures = if folder().is_dir() { support::files(&folder(), "png") } else { Vec::new() };
    for picture in pictures {
        let kind = picture.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(kinds.contains(&kind), "{} is the picture of no kind: remove it", picture.display());
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

/// The first page.
fn drawn(pdf: &Path) -> Picture {
    let mut draw = std::process::Command::new("pdftoppm");
    let grey = pdf.with_extension("pgm");
    printed(draw.args(["-r", POINTS, "-gray", "-f", "1", "-l", "1", "-singlefile"]).arg(pdf).arg(pdf.with_extension("")));
    let bytes = fs::read(&grey).unwrap_or_else(|error| panic!("{}: {error}", grey.display()));
    // Three lines in letters, then a byte a point.
    let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
    let mut line = || String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
    let (kind, size, _) = (line(), line(), line());
    let (width, height) =
        size.split_once(' ').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?))).expect("a size");
    assert_eq!(kind, "P5", "{}", grey.display());
    Picture { width, height, greys: lines.next().expect("points").iter().map(|grey| grey >> 6).collect() }
}

/// Four points a byte, each row from a byte of its own.
fn row_length(width: u32) -> usize {
    width.div_ceil(4) as usize
}

fn write(picture: &Picture, path: &Path) {
    let file = fs::File::create(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut encoder = png::Encoder::new(file, picture.width, picture.height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Two);
    encoder.set_compression(png::Compression::High);
    let rows = picture.greys.chunks(picture.width as usize);
    let packed: Vec<u8> =
        rows.flat_map(|row| row.chunks(4).map(|four| (0..4).fold(0, |byte, place| byte << 2 | four.get(place).unwrap_or(&0)))).collect();
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&packed)).expect("the picture is kept");
}

fn read(path: &Path) -> Picture {
    let file = fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reader = png::Decoder::new(BufReader::new(file)).read_info().expect("a picture");
    let mut packed = vec![0; reader.output_buffer_size().expect("a small picture")];
    let info = reader.next_frame(&mut packed).expect("a whole picture");
    assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Grayscale, png::BitDepth::Two), "{}", path.display());
    let row =
        |row: &[u8]| row.iter().flat_map(|byte| [6, 4, 2, 0].map(|place| byte >> place & 3)).take(info.width as usize).collect::<Vec<u8>>();
    Picture { width: info.width, height: info.height, greys: packed.chunks(row_length(info.width)).flat_map(row).collect() }
}

/// What is different between two pictures, where it is more than is tolerated.
fn difference(drawn: &Picture, kept: &Picture) -> Option<String> {
    let sizes = [drawn, kept].map(|picture| (picture.width, picture.height));
    if sizes[0] != sizes[1] {
        return Some(format!("its page is {:?} points, it was {:?}", sizes[0], sizes[1]));
    }
    let differing = drawn.greys.iter().zip(&kept.greys).filter(|(one, other)| one.abs_diff(**other) >= APART).count();
    let share = differing * 10_000 / drawn.greys.len().max(1);
    (share > TOLERATED).then(|| format!("{share} of 10,000 points differ, {TOLERATED} may"))
}

#[test]
fn a_line_that_moved_is_seen_and_a_rounded_edge_is_not() {
    let blank = || Picture { width: 100, height: 100, greys: vec![3; 10_000] };
    let (mut edges, mut line) = (blank(), blank());
    edges.greys[..5_000].fill(2);
    line.greys[2_000..2_060].fill(0);
    assert_eq!(difference(&edges, &blank()), None);
    assert!(difference(&line, &blank()).is_some());
    assert!(difference(&Picture { width: 50, height: 200, ..blank() }, &blank()).is_some());
}
