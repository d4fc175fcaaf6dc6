//! The files of the workspace, as the checks see them: on disk, or planted in a test.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;

/// Folders that hold nothing of ours.
const SKIPPED_FOLDERS: &[&str] = &[".git", "target", "oracles/node_modules", "fuzz/target", "fuzz/artifacts", "fuzz/corpus"];
/// Endings of the files that checks read; of the others they see the name.
const TEXT_ENDINGS: &[&str] = &[".rs", ".toml", ".ftl", ".md", ".txt", ".json", ".css", ".html", ".sh", ".lock", ".py", ".typ", "run"];

/// Paths from the root of the workspace, with `/`, to the texts of the files; empty for what is not text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads the workspace from disk.
    pub(crate) fn read(root: &Path) -> anyhow::Result<Tree> {
        let mut tree = Tree::default();
        tree.read_folder(root, "")?;
        Ok(tree)
    }

    /// A tree that a test plants.
    #[cfg(test)]
    pub(crate) fn planted(files: &[(&str, &str)]) -> Tree {
        Tree { files: files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect() }
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) -> anyhow::Result<()> {
        for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                if !SKIPPED_FOLDERS.contains(&path.as_str()) {
                    self.read_folder(&entry.path(), &format!("{path}/"))?;
                }
                continue;
            }
            let read = TEXT_ENDINGS.iter().any(|ending| name.ends_with(ending));
            let bytes = if read { fs::read(entry.path()).with_context(|| path.clone())? } else { Vec::new() };
            self.files.insert(path, String::from_utf8(bytes).unwrap_or_default());
        }
        Ok(())
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Puts a text in the place of a file's.
    pub(crate) fn put(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// All files under a folder (`crates/plan/src/`; empty for all), sorted by path.
    pub(crate) fn under<'tree>(&'tree self, folder: &str) -> impl Iterator<Item = (&'tree str, &'tree str)> {
        let from = self.files.range(folder.to_owned()..);
        from.take_while(move |(path, _)| path.starts_with(folder)).map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The same, of one ending.
    pub(crate) fn ending<'tree>(&'tree self, folder: &str, ending: &str) -> impl Iterator<Item = (&'tree str, &'tree str)> {
        self.under(folder).filter(move |(path, _)| path.ends_with(ending))
    }

    /// The names of the folders directly under a folder that is written with its last `/`, sorted.
    pub(crate) fn folders<'tree>(&'tree self, folder: &str) -> Vec<&'tree str> {
        let inner = self.under(folder).filter_map(|(path, _)| path.get(folder.len()..)?.split_once('/'));
        let mut names: Vec<&str> = inner.map(|(name, _)| name).collect();
        names.dedup();
        names
    }
}
