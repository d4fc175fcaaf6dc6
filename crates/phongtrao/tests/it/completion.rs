//! An official text with a completion is judged as the finished plan is.

use std::path::Path;

use rstest::rstest;
use serde_json::Value;

use crate::examples::{example, letter};
use crate::finished::{name_of, papers};
use crate::support::{files, printed, program, shared};
use crate::worked::ROUNDS;

/// Each round of each example.
#[rstest]
fn an_official_text_with_its_completion_comes_to_the_results_of_the_finished_plan(#[values(0, 1, 2, 3, 4, 5, 6, 7)] round: usize) {
    let (name, round) = ROUNDS[round];
    let (finished, completed) = (example(name, "plan.toml"), example(name, "complete.toml"));
    let of_plan = judged(name, round, &[finished.as_path()]);
    let of_text = judged(name, round, &[letter(name).as_path(), Path::new("--complete"), completed.as_path()]);
    assert_eq!(of_plan, of_text, "{name}");
}

/// Who comes to what, without the words of the reasons.
fn judged(name: &str, round: &str, plan: &[&Path]) -> Vec<String> {
    let (data, asked) = (example(name, "data"), ["--round", round, "--format", "json"]);
    let text = printed(program().arg("assess").args(plan).arg("--data").arg(data).args(asked));
    let judged: Value = serde_json::from_str(&text).expect("JSON");
    let mut results = Vec::new();
    for award in judged["awards"].as_array().expect("awards") {
        for result in award["results"].as_array().expect("results") {
            results.push(format!("{} {} {} {}", award["id"], result["subject"], result["outcome"], result["cautions"]));
        }
    }
    assert!(!results.is_empty(), "{name}");
    results
}

#[test]
fn a_completion_that_does_not_fit_the_text_stops_the_work() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("complete.toml");
    std::fs::write(&file, "format = 1\n\n[[award]]\nid = \"a\"\nname = \"b\"\nclause = \"Z.99\"\n").expect("written");
    let name = "peak-drive";
    let output = program().arg("assess").arg(letter(name)).arg("--complete").arg(&file).arg("--data").arg(example(name, "data")).output();
    let output = output.expect("the command starts");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("Z.99") && said.contains("complete.toml"), "{said}");
}

/// A real plan of a university, run with an invented one's data: the yearly round, on which the head decides, and the interim one, whose files go to the minister.
#[rstest]
#[case::yearly("hang-nam", &["ke-hoach/ke-hoach", "hoi-dong/bang-trich-ngang", "quyet-dinh/quyet-dinh-khen-thuong", "quyet-dinh/giay-khen", "bao-cao/bao-cao"])]
#[case::interim("so-ket", &["ke-hoach/ke-hoach", "hoi-dong/bang-trich-ngang", "trinh-cap-tren/to-trinh", "bao-cao/bao-cao"])]
fn a_real_text_runs_with_a_completion_that_has_none_of_its_sentences(#[case] round: &str, #[case] expected: &[&str]) {
    let Some(shared) = shared() else { return };
    let text = files(&shared.join("seeds"), "txt").into_iter().find(|path| path.to_string_lossy().contains("003_")).expect("the text");
    let completion = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/seed-003.toml");
    shares_no_sentence(&completion, &text);
    let out = tempfile::tempdir().expect("a folder");
    let result = out.path().join("ket-qua");
    let data = example("lifelong-learning-university", "data");
    let asked = ["--round", round, "--data"];
    printed(program().arg("run").arg(&text).arg("--complete").arg(&completion).args(asked).arg(data).arg("--out").arg(&result));
    assert!(result.join("index.html").is_file());
    let made: Vec<String> = papers(&result).iter().map(|paper| name_of(paper, &result)).collect();
    for paper in expected {
        assert!(made.iter().any(|name| name.starts_with(paper)), "{paper}: {made:?}");
    }
    let dossiers = made.iter().filter(|name| name.starts_with("don-vi/") && name.contains("/to-trinh")).count();
    assert!(dossiers > 3, "{made:?}");
    let plan = result.join("ke-hoach/plan.toml");
    printed(program().args(["fmt", "--check"]).arg(&plan));
    assert!(files(&result.join("ke-hoach"), "toml").contains(&plan));
}

/// No value of a completion with more than a few words stands in the text that it completes.
fn shares_no_sentence(completion: &Path, text: &Path) {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase();
    let text = plain(&std::fs::read_to_string(text).expect("the text"));
    let completion: toml::Table = std::fs::read_to_string(completion).expect("the file").parse().expect("TOML");
    let mut values = vec![toml::Value::Table(completion)];
    while let Some(value) = values.pop() {
        match value {
            toml::Value::Table(table) => values.extend(table.into_iter().map(|(_, value)| value)),
            toml::Value::Array(list) => values.extend(list),
            toml::Value::String(words) => {
                assert!(words.split_whitespace().count() < 6 || !text.contains(&plain(&words)), "{words}");
            }
            _ => {}
        }
    }
}
