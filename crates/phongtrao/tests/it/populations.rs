//! `phongtrao population` as a script calls it.

use std::fs;

use crate::support::{printed, program};

const RULE: &str = r#"
kind = "all"
of = [
    { kind = "total", min = 16, of = [{ kind = "column", of = "a", most = 10 }, { kind = "column", of = "b", most = 10 }] },
    { kind = "column", of = "b", most = 10, min = { by = "region", cases = { hill = 5 }, otherwise = 7 } },
]
"#;

const PEOPLE: &str = "id,commune,region,a,b
p1,x1,hill,10,6
p2,x1,plain,10,6
p3,x2,plain,10,
p4,x2,plain,5,10
p5,x2,hill,,6
p6,x2,,10,7
";

const UNITS: &str = "id,parent,name\nx1,t,First\nt,,Province\nx2,t,Second\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [("rule.toml", RULE), ("people.csv", PEOPLE), ("units.csv", UNITS)] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

#[test]
fn people_are_judged_and_counted_up_the_tree() {
    let folder = folder();
    let file = |name: &str| folder.path().join(name);
    let read = |name: &str| fs::read_to_string(file(name)).expect("written");
    let mut command = program();
    command.arg("population").arg(file("people.csv")).arg("--rules").arg(file("rule.toml"));
    command.args(["--unit", "commune", "--keep", "id"]).arg("--units").arg(file("units.csv"));
    printed(command.arg("--roll-up").arg(file("counts.csv")).arg("--out").arg(file("results.csv")));
    assert_eq!(read("results.csv"), "id,result\np1,met\np2,not-met\np3,unknown\np4,not-met\np5,unknown\np6,met\n");
    assert_eq!(read("counts.csv"), "unit,parent,not_met,unknown,met\nx1,t,1,0,1\nt,,2,2,2\nx2,t,1,2,1\n");
}

#[test]
fn a_bad_value_stops_everything_and_is_named() {
    let folder = folder();
    let file = |name: &str| folder.path().join(name);
    fs::write(file("people.csv"), PEOPLE.replace("5,10", "5,11")).expect("written");
    let mut command = program();
    command.arg("population").arg(file("people.csv")).arg("--rules").arg(file("rule.toml")).arg("--out").arg(file("results.csv"));
    let output = command.output().expect("starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("people.csv") && said.contains('4') && said.contains("“11”") && said.contains("“b”"), "{said}");
    assert!(!file("results.csv").exists());
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3);
}
