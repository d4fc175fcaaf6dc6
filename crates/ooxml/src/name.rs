//! Names of parts.

use crate::PackageError;

/// A name as packages write it: forward slashes, no root, no way out.
pub(crate) fn checked(raw: &str) -> Result<String, PackageError> {
    let name = raw.replace('\\', "/");
    let climbs = name.split('/').any(|piece| piece == "..");
    let rooted = name.starts_with('/') || name.split('/').next().is_some_and(|first| first.ends_with(':'));
    let hidden = name.contains('\0') || name.is_empty();
    if climbs || rooted || hidden { Err(PackageError::UnsafeName(raw.to_owned())) } else { Ok(name) }
}

/// The form under which names are compared.
pub(crate) fn key(name: &str) -> String {
    name.trim_start_matches('/').to_ascii_lowercase()
}

/// The name that a relationship of `source` means by `target`; `..` above the root stays at the root.
pub(crate) fn resolved(source: &str, target: &str) -> String {
    let mut pieces: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => source.rsplit_once('/').map(|(folder, _)| folder.split('/').collect()).unwrap_or_default(),
    };
    for piece in target.split(['/', '\\']) {
        match piece {
            "" | "." => {}
            ".." => {
                pieces.pop();
            }
            piece => pieces.push(piece),
        }
    }
    pieces.join("/")
}

/// The name of the part that holds the relationships of `source`; of the package when `source` is empty.
pub fn relationships(source: &str) -> String {
    match source.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{source}.rels"),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("word/document.xml", "styles.xml", "word/styles.xml")]
    #[case("word/document.xml", "/word/styles.xml", "word/styles.xml")]
    #[case("word/document.xml", "../customXml/item1.xml", "customXml/item1.xml")]
    #[case("", "word/document.xml", "word/document.xml")]
    #[case("", "../../etc/passwd", "etc/passwd")]
    #[case("word/document.xml", "./media/./image1.png", "word/media/image1.png")]
    fn targets_are_resolved_against_their_source(#[case] source: &str, #[case] target: &str, #[case] name: &str) {
        assert_eq!(resolved(source, target), name);
    }

    #[rstest]
    #[case("/word/document.xml")]
    #[case("../word/document.xml")]
    #[case("word\\..\\..\\document.xml")]
    #[case("C:/word/document.xml")]
    #[case("")]
    fn names_that_leave_the_package_are_refused(#[case] name: &str) {
        assert_eq!(checked(name), Err(PackageError::UnsafeName(name.to_owned())));
    }

    #[test]
    fn relationships_stand_beside_their_source() {
        assert_eq!(relationships("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(relationships(""), "_rels/.rels");
    }
}
