//! The folder of a new lint, from templates. What is to be written stands in capitals there, and `tidy` fails until it is written.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, ensure};

use crate::tidy;

const TEMPLATES: &[(&str, &str)] = &[
    ("mod.rs", include_str!("../templates/lint/mod.rs.txt")),
    ("vi.ftl", include_str!("../templates/lint/vi.ftl")),
    ("en.ftl", include_str!("../templates/lint/en.ftl")),
    ("explain.vi.md", include_str!("../templates/lint/explain.vi.md")),
    ("explain.en.md", include_str!("../templates/lint/explain.en.md")),
    ("bad.txt", include_str!("../templates/lint/bad.txt")),
    ("good.txt", include_str!("../templates/lint/good.txt")),
];

/// Makes the folder, and puts it on the list.
pub(crate) fn make(root: &Path, name: &str) -> anyhow::Result<ExitCode> {
    let kebab = name.starts_with(|c: char| c.is_ascii_lowercase())
        && !name.ends_with('-')
        && !name.contains("--")
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    ensure!(kebab, "a lint's name is the defect, in kebab case: deadline-before-issue");
    let folder = root.join(tidy::LINTS_FOLDER).join(name.replace('-', "_"));
    ensure!(!folder.exists(), "{} is there already", folder.display());
    fs::create_dir_all(&folder)?;
    for (file, template) in TEMPLATES {
        let text = template.replace("LINT-NAME", name).replace("LINT_NAME", &name.replace('-', "_"));
        fs::write(folder.join(file), text).with_context(|| format!("{file} of {name}"))?;
        println!("made: {}{}/{file}", tidy::LINTS_FOLDER, name.replace('-', "_"));
    }
    tidy::write(root)?;
    println!("Now write what stands as TODO in its files; its examples run as tests of the plan crate.");
    Ok(ExitCode::SUCCESS)
}
