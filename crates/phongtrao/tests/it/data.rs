//! Data folders: those of the examples are read without a finding, those that `sample` makes too.

use std::fs;
use std::path::{Path, PathBuf};

use phongtrao_register::Register;

use crate::support::{printed, program};

fn read(folder: &Path) -> (Register, Vec<String>) {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .expect("a data folder")
        .map(|entry| entry.expect("an entry of the folder").path())
        .map(|path| {
            (path.file_name().expect("a file's name").to_string_lossy().into_owned(), fs::read(&path).expect("a file of the folder"))
        })
        .collect();
    files.sort();
    let (register, reports) = Register::read(&files);
    let findings =
        reports.iter().flat_map(|report| report.findings.iter().map(|finding| format!("{}: {:?}", report.name, finding.message)));
    (register, findings.collect())
}

fn examples() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples"))
        .expect("the examples")
        .map(|entry| entry.expect("an example").path().join("data"))
        .collect();
    folders.sort();
    folders
}

#[test]
fn data_of_every_example_is_read_without_a_finding() {
    assert_eq!(examples().len(), 5);
    for folder in examples() {
        let (register, findings) = read(&folder);
        assert_eq!(findings, Vec::<String>::new(), "{}", folder.display());
        assert!((20..=60).contains(&register.people.len()), "{}: {} people", folder.display(), register.people.len());
    }
}

#[test]
fn a_sample_of_the_command_line_is_read_and_has_the_same_bytes_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let make = |name: &str, arguments: &[&str]| {
        let out = folder.path().join(name);
        printed(program().arg("sample").args(arguments).arg("--out").arg(&out));
        out
    };
    let of_association = ["--people", "200", "--seed", "7", "--kind", "association"];
    let (one, again) = (make("one", &of_association), make("again", &of_association));
    let (register, findings) = read(&one);
    assert_eq!((register.people.len(), findings), (200, Vec::new()));
    assert_eq!(register.write(), read(&again).0.write());

    let of_population = ["--people", "5000", "--seed", "7", "--population", "deep"];
    let (one, again) = (make("one.parquet", &of_population), make("again.parquet", &of_population));
    assert_eq!(fs::read(one).expect("the population"), fs::read(again).expect("the population again"));
}
