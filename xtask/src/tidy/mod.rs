//! Checks of what compilers do not see, and the files that are generated.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;

use crate::fault::Fault;
use crate::tree::Tree;

mod accessors;
mod arrows;
mod calls;
mod figures;
mod files;
mod fluent;
mod letters;
mod lints;
mod papers;
mod purity;
mod rustfmt;

pub(crate) use lints::FOLDER as LINTS_FOLDER;

/// A file as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Generated {
    /// Where, from the root of the workspace.
    pub(crate) path: String,
    /// Its whole text.
    pub(crate) text: String,
}

/// Says every fault of the tree and every generated file that is not up to date.
pub(crate) fn check(root: &Path) -> anyhow::Result<ExitCode> {
    let tree = Tree::read(root)?;
    let (generated, mut faults) = generate(&tree, root)?;
    for file in generated {
        if tree.text(&file.path) != Some(file.text.as_str()) {
            faults.push(Fault::new(file.path, "not up to date: run `cargo xtask tidy --write`"));
        }
    }
    faults.extend(invariants(&tree));
    Ok(report(faults))
}

/// Brings generated files up to date, then checks the rest.
pub(crate) fn write(root: &Path) -> anyhow::Result<ExitCode> {
    let mut tree = Tree::read(root)?;
    let (generated, mut faults) = generate(&tree, root)?;
    for file in generated {
        if tree.text(&file.path) != Some(file.text.as_str()) {
            let path = root.join(&file.path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, &file.text).with_context(|| file.path.clone())?;
            println!("written: {}", file.path);
            tree.put(file.path, file.text);
        }
    }
    faults.extend(invariants(&tree));
    Ok(report(faults))
}

/// Every generated file as it should be, and what stands in the way.
fn generate(tree: &Tree, root: &Path) -> anyhow::Result<(Vec<Generated>, Vec<Fault>)> {
    let (mut generated, mut faults) = accessors::generate(tree);
    for (lists, incomplete) in [lints::generate(tree), papers::generate(tree)] {
        generated.extend(lists);
        faults.extend(incomplete);
    }
    for file in generated.iter_mut().filter(|file| file.path.ends_with(".rs")) {
        file.text = rustfmt::format(root, &file.text).with_context(|| file.path.clone())?;
    }
    Ok((generated, faults))
}

/// Every check of the house's invariants.
fn invariants(tree: &Tree) -> Vec<Fault> {
    let checks: [fn(&Tree) -> Vec<Fault>; 5] = [arrows::check, purity::check, figures::check, letters::check, files::check];
    checks.iter().flat_map(|check| check(tree)).collect()
}

fn report(mut faults: Vec<Fault>) -> ExitCode {
    faults.sort();
    faults.dedup();
    for fault in &faults {
        eprintln!("{fault}");
    }
    let errors = faults.iter().filter(|fault| !fault.warning).count();
    if errors == 0 {
        println!("tidy");
        return ExitCode::SUCCESS;
    }
    eprintln!("{errors} errors");
    ExitCode::FAILURE
}
