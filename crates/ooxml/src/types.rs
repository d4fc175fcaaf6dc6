//! Content types of parts.

use crate::Vocabulary;
use crate::name::key;
use crate::scanner::{Scanner, Token, decoded};

/// The name of the part that holds the types of all others.
pub(crate) const PART: &str = "[Content_Types].xml";

/// What `[Content_Types].xml` says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Types {
    /// By ending of the name, in small letters.
    defaults: Vec<(String, String)>,
    /// By name, in its comparable form, sorted.
    overrides: Vec<(String, String)>,
}

impl Types {
    /// The types that the part says, as far as it can be read.
    pub(crate) fn read(bytes: &[u8]) -> Types {
        let (text, _) = decoded(bytes);
        let mut scanner = Scanner::new(&text);
        let mut types = Types::default();
        while let Some(Ok(token)) = scanner.next() {
            let Token::Start(element) = token else { continue };
            let Some(content) = element.attribute("ContentType").filter(|_| element.vocabulary == Vocabulary::Types) else { continue };
            match (element.name, element.attribute("Extension"), element.attribute("PartName")) {
                ("Default", Some(ending), _) => types.defaults.push((ending.to_ascii_lowercase(), content.into_owned())),
                ("Override", _, Some(part)) => types.overrides.push((key(&part), content.into_owned())),
                _ => {}
            }
        }
        types.defaults.sort();
        types.overrides.sort();
        types
    }

    /// The type of a part.
    pub(crate) fn of(&self, part: &str) -> Option<&str> {
        let key = key(part);
        let ending = key.rsplit_once('.').map_or("", |(_, ending)| ending);
        let found = find(&self.overrides, &key).or_else(|| find(&self.defaults, ending));
        found.map(String::as_str)
    }
}

fn find<'a>(sorted: &'a [(String, String)], wanted: &str) -> Option<&'a String> {
    let at = sorted.partition_point(|(name, _)| name.as_str() < wanted);
    sorted.get(at).filter(|(name, _)| name == wanted).map(|(_, content)| content)
}
