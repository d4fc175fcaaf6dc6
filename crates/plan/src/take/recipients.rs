//! Who gets the plan, and what for.

use std::sync::LazyLock;

use phongtrao_document::Document;
use serde::Deserialize;

use super::phrase::{Phrases, lowered};
use super::statements::origin;
use crate::{Choice, PlanRecipient, RecipientPurpose};

#[derive(Deserialize)]
struct Data {
    purpose: Vec<PurposeData>,
    archive: ArchiveData,
}

#[derive(Deserialize)]
struct PurposeData {
    name: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct ArchiveData {
    words: Vec<String>,
}

struct Words {
    purposes: Vec<(RecipientPurpose, Phrases)>,
    archive: Phrases,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests read it.
    let data: Data = toml::from_str(include_str!("../../words/recipient-purposes.toml")).expect("the words of purposes are sound");
    let purposes =
        data.purpose.iter().filter_map(|purpose| Some((RecipientPurpose::from_word(&purpose.name)?, Phrases::new(&purpose.words))));
    Words { purposes: purposes.collect(), archive: Phrases::new(&data.archive.words) }
});

/// The lines of "Nơi nhận" in order.
pub(crate) fn take(document: &Document) -> Vec<PlanRecipient> {
    let recipient = |recipient: &phongtrao_document::Recipient| {
        let (purpose, guessed) = purpose_of(&recipient.who, recipient.purpose.as_deref());
        PlanRecipient {
            origin: origin(&Default::default(), recipient.line.span, if guessed { &["purpose"] } else { &[] }),
            who: recipient.who.clone(),
            purpose: Some(purpose),
            words: recipient.purpose.clone(),
        }
    };
    document.frame.recipients.iter().map(recipient).collect()
}

/// What for, and whether that is a guess.
fn purpose_of(who: &str, bracket: Option<&str>) -> (RecipientPurpose, bool) {
    if WORDS.archive.start(&lowered(who)).is_some() {
        return (RecipientPurpose::File, false);
    }
    let lower = lowered(bracket.unwrap_or_default());
    let said = WORDS.purposes.iter().find(|(_, phrases)| phrases.within(&lower));
    said.map_or((RecipientPurpose::CarryOut, true), |(purpose, _)| (*purpose, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Ban Giám hiệu", Some("để chỉ đạo"), RecipientPurpose::CarryOut, false)]
    #[case("Công đoàn trường", Some("để phối hợp thực hiện"), RecipientPurpose::Coordinate, false)]
    #[case("Sở Nội vụ", Some("b/c"), RecipientPurpose::Report, false)]
    #[case("Lưu: VT, TH", None, RecipientPurpose::File, false)]
    #[case("Các khoa", None, RecipientPurpose::CarryOut, true)]
    #[case("Các khoa", Some("02 bản"), RecipientPurpose::CarryOut, true)]
    fn purposes(#[case] who: &str, #[case] bracket: Option<&str>, #[case] expected: RecipientPurpose, #[case] guessed: bool) {
        assert_eq!(purpose_of(who, bracket), (expected, guessed));
    }
}
