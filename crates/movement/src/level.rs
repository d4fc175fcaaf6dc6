//! Who decides on an award: the level that scopes of the packs name.

use std::sync::LazyLock;

use phongtrao_plan::Award;
use phongtrao_rules::Packs;
use phongtrao_value::text::{folded, squeezed};
use serde::Deserialize;

#[derive(Deserialize)]
struct Words {
    level: Vec<Level>,
}

#[derive(Deserialize)]
struct Level {
    id: String,
    begins: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../words/levels.toml")).expect("the levels are sound")
});

/// The level that decides on an award of a plan: by the words for its authority, else by the only level that the packs name for its honour. None
/// where neither says it.
pub fn decided_by<'p>(award: &Award, packs: &'p Packs) -> Option<&'p str> {
    let by_words = award.authority.as_deref().and_then(of_authority);
    by_words.or_else(|| {
        let honour = packs.honours().iter().find(|honour| Some(&honour.id) == award.honour.as_ref())?;
        match honour.decided_by.as_slice() {
            [only] => Some(only.as_str()),
            _ => None,
        }
    })
}

/// The level of an authority, by its words.
pub fn of_authority(authority: &str) -> Option<&'static str> {
    let authority = folded(&squeezed(authority));
    let begins = |words: &String| {
        let rest = authority.strip_prefix(words.as_str());
        rest.is_some_and(|rest| !rest.starts_with(phongtrao_value::text::is_alphanumeric))
    };
    WORDS.level.iter().find(|level| level.begins.iter().any(begins)).map(|level| level.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Hiệu trưởng", Some("base"))]
    #[case("Giám đốc Phân hiệu", Some("base"))]
    #[case("Chủ nhiệm Khoa", Some("base"))]
    #[case("Bộ trưởng Bộ Giáo dục và Đào tạo", Some("ministry"))]
    #[case("Chủ tịch Ủy ban nhân dân tỉnh Sông Ngàn", Some("province"))]
    #[case("Chủ tịch UBND phường An Sơn", Some("commune"))]
    #[case("Thủ tướng Chính phủ", Some("prime-minister"))]
    #[case("Chủ tịch nước", Some("state"))]
    #[case("Chủ tịch Hội Khuyến học tỉnh", None)]
    #[case("Thủ trưởngg", None)]
    fn levels(#[case] authority: &str, #[case] level: Option<&str>) {
        assert_eq!(of_authority(authority), level);
    }
}
