//! The folder of a finished round: no two files share a place, and nothing that people put into it is lost.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::examples::example;
use crate::finished::papers;
use crate::papers::pass_the_preflight;
use crate::run::{SMALL, change, data_of, folder, refused, run};
use crate::support::printed;

const MANIFEST: &str = "manifest.sha256";
const DECISION: &str = "quyet-dinh/quyet-dinh-khen-thuong.docx";

/// Runs what must succeed, and gives what was told.
#[track_caller]
fn told(mut command: Command) -> String {
    let Output { status, stderr, .. } = command.args(["--lang", "en"]).output().expect("the command starts");
    let told = String::from_utf8_lossy(&stderr).into_owned();
    assert!(status.success(), "{told}");
    told
}

/// The files below a folder.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                open.push(path);
            } else {
                files.insert(path.strip_prefix(folder).expect("below the folder").to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files
}

/// What stands beside the result.
fn beside(out: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = fs::read_dir(out.parent().expect("a place")).expect("the place").map(name).collect();
    names.retain(|name| name.starts_with("out."));
    names.sort();
    names
}

fn again(out: &Path) -> Command {
    run(SMALL, &example(SMALL.0, "data"), out)
}

/// Works the small round through into a new folder.
fn made(place: &Path) -> PathBuf {
    let out = place.join("out");
    printed(&mut run(SMALL, &example(SMALL.0, "data"), &out));
    out
}

#[test]
fn units_whose_ids_differ_in_signs_have_folders_of_their_own() {
    let place = folder();
    let (data, out) = (data_of(SMALL.0, place.path()), place.path().join("out"));
    change(&data.join("organisation.toml"), "lop-hon-hop = ", "\"lop.lao.1\" = ");
    for table in ["attestations", "meetings", "posts", "records", "results", "sittings", "tasks", "units"] {
        let path = data.join(format!("{table}.csv"));
        let text = fs::read_to_string(&path).expect("a table");
        fs::write(&path, text.replace("lop-hon-hop", "lop.lao.1")).expect("a table");
    }
    printed(&mut run(SMALL, &data, &out));
    let index = fs::read_to_string(out.join("index.html")).expect("the index");
    for (folder, name) in [("lop-lao-1", "Lớp học viên Lào 1"), ("lop-lao-1-2", "Lớp học viên hỗn hợp")] {
        let title = index.find(&format!("<b>Hồ sơ đề nghị của {name}</b>")).expect("its title");
        let link = index[title..].split("href=\"don-vi/").nth(1).and_then(|rest| rest.split('/').next());
        assert_eq!(link, Some(folder), "{name}");
        assert!(out.join("don-vi").join(folder).is_dir());
    }
}

#[test]
fn what_people_put_in_or_changed_is_kept_and_told() {
    let place = folder();
    let out = made(place.path());
    fs::write(out.join("quyet-dinh/da-ky.pdf"), b"a signed scan").expect("written");
    fs::write(out.join(DECISION), b"edited by hand").expect("written");
    fs::write(out.join("quyet-dinh/.DS_Store"), b"of a system").expect("written");
    let said = told(again(&out));
    assert!(said.contains("2 files") && said.contains("quyet-dinh/da-ky.pdf") && said.contains(DECISION), "{said}");
    let kept = out.with_extension("replaced");
    assert!(said.contains(&kept.display().to_string()), "{said}");
    assert_eq!(files(&kept), ["quyet-dinh/da-ky.pdf", DECISION].map(str::to_owned).into());
    assert_eq!(fs::read(kept.join(DECISION)).expect("the draft"), b"edited by hand");
    assert!(fs::read(out.join(DECISION)).expect("the decision").starts_with(b"PK"), "the new one is the program's own");

    fs::write(out.join("thu.docx"), b"another letter").expect("written");
    assert!(told(again(&out)).contains("thu.docx"));
    assert_eq!(beside(&out), ["out.replaced", "out.replaced-2"]);
    assert_eq!(files(&place.path().join("out.replaced-2")), ["thu.docx".to_owned()].into());
}

fn copy(from: &Path, to: &Path) {
    for name in files(from) {
        let path = to.join(&name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::copy(from.join(&name), path).expect("a copy");
    }
}

/// A run may be stopped after the folder before was moved away, and before the new one stands in its place or the other is gone.
#[test]
fn a_run_that_was_stopped_while_it_put_its_folder_into_place_is_cleared_away() {
    let place = folder();
    let out = made(place.path());
    let replaced = out.with_extension("replaced");
    fs::rename(&out, &replaced).expect("renamed");
    assert!(!told(again(&out)).contains("out.replaced"));
    assert!(beside(&out).is_empty(), "{:?}", beside(&out));

    copy(&out, &replaced);
    fs::write(replaced.join("da-ky.pdf"), b"a signed scan").expect("written");
    assert!(told(again(&out)).contains("da-ky.pdf"));
    assert_eq!(files(&replaced), ["da-ky.pdf".to_owned()].into());
    assert!(!told(again(&out)).contains("da-ky.pdf"), "it is told once");
    assert_eq!(beside(&out), ["out.replaced"]);
}

#[test]
fn the_folder_in_which_one_stands_is_refused_at_once() {
    let place = folder();
    let mut command = run(SMALL, &fs::canonicalize(example(SMALL.0, "data")).expect("the data"), Path::new("."));
    let output = command.current_dir(place.path()).args(["--lang", "en"]).output().expect("the command starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("--out"), "{said}");
    assert!(files(place.path()).is_empty());
}

#[test]
fn a_folder_of_another_that_only_looks_like_a_stopped_run_is_not_touched() {
    let place = folder();
    let (out, partial) = (place.path().join("out"), place.path().join("out.partial"));
    fs::create_dir(&partial).expect("a folder");
    fs::write(partial.join("letter.docx"), b"somebody's letter").expect("a file");
    let said = refused(&mut again(&out), &out);
    assert!(said.contains("out.partial"), "{said}");
    assert_eq!(files(&partial), ["letter.docx".to_owned()].into());
}

#[test]
fn what_another_build_began_is_begun_anew() {
    let place = folder();
    let out = made(place.path());
    let partial = out.with_extension("partial");
    fs::rename(&out, &partial).expect("renamed");
    fs::write(partial.join("left-over.pdf"), b"of another template").expect("written");
    change(&partial.join(MANIFEST), "papers=", "papers=0");
    printed(&mut again(&out));
    assert!(!out.join("left-over.pdf").exists());
}

fn with_papers(place: &Path) -> PathBuf {
    let data = data_of(SMALL.0, place);
    fs::create_dir(data.join("papers")).expect("a folder");
    data
}

#[test]
fn a_stray_file_among_own_templates_is_told_and_stops_nothing() {
    let place = folder();
    let (data, out) = (with_papers(place.path()), place.path().join("out"));
    fs::write(data.join("papers/.DS_Store"), [0, 255, 1]).expect("written");
    fs::write(data.join("papers/README.md"), "how our templates are made").expect("written");
    let said = told(run(SMALL, &data, &out));
    assert!(said.contains("README.md") && !said.contains(".DS_Store"), "{said}");
}

/// One's own words under the name of another paper make another round, though the bytes are the same.
#[test]
fn own_words_rest_on_their_names_too() {
    let place = folder();
    let (data, out) = (with_papers(place.path()), place.path().join("out"));
    let head = |out: &Path| fs::read_to_string(out.join(MANIFEST)).expect("the manifest").lines().next().map(str::to_owned);
    let own = data.join("papers/decision.toml");
    fs::write(&own, "").expect("written");
    printed(&mut run(SMALL, &data, &out));
    let of_decision = head(&out);
    fs::rename(own, data.join("papers/invitation.toml")).expect("renamed");
    printed(&mut run(SMALL, &data, &out));
    assert_ne!(head(&out), of_decision);
}

#[test]
fn older_archives_get_their_standard() {
    let place = folder();
    let out = place.path().join("out");
    let part = |out: &Path| {
        let bytes = fs::read(out.join(DECISION).with_extension("pdf")).expect("the decision");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        text.split("<pdfaid:part>").nth(1).and_then(|rest| rest.chars().next())
    };
    printed(again(&out).args(["--standard", "a1b"]));
    assert_eq!(part(&out), Some('1'));
    let papers: Vec<PathBuf> = papers(&out).into_iter().map(|word| word.with_extension("pdf")).collect();
    pass_the_preflight(&papers);
    printed(&mut again(&out));
    assert_eq!(part(&out), Some('2'));
}
