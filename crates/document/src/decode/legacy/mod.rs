//! The encodings of Vietnamese before Unicode, as they lie in texts that were copied, printed or exported without their fonts: letters of
//! Vietnamese stand there as other characters of Latin-1.

mod syllable;
pub mod tcvn3;
pub mod vni;
pub mod windows1258;

pub(crate) use syllable::is_syllable;

/// An encoding of Vietnamese before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// TCVN3 (ABC), fonts `.VnTime` …
    Tcvn3,
    /// TCVN3 in a font whose small letters look like capitals, `.VnTimeH` …
    Tcvn3Capitals,
    /// VNI for Windows, fonts `VNI-Times` …
    Vni,
    /// Windows-1258.
    Windows1258,
}

impl Encoding {
    /// The encoding that a font shows, by its name; none for a font of Unicode.
    pub fn of_font(name: &str) -> Option<Encoding> {
        match tcvn3::font(name) {
            Some(tcvn3::Case::AsTyped) => Some(Encoding::Tcvn3),
            Some(tcvn3::Case::Capitals) => Some(Encoding::Tcvn3Capitals),
            None => vni::is_font(name).then_some(Encoding::Vni),
        }
    }

    /// How the encoding is called.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Tcvn3 | Encoding::Tcvn3Capitals => "TCVN3 (ABC)",
            Encoding::Vni => "VNI",
            Encoding::Windows1258 => "Windows-1258",
        }
    }

    /// The text in Unicode. Lines that already hold letters which only Unicode has stay as they are.
    pub fn decode(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 2);
        for line in text.split_inclusive('\n') {
            if line.is_ascii() && self != Encoding::Tcvn3Capitals || line.chars().any(is_unicode_letter) {
                out.push_str(line);
            } else {
                out.push_str(&self.decode_line(line));
            }
        }
        out
    }

    fn decode_line(self, line: &str) -> String {
        match self {
            Encoding::Tcvn3 => tcvn3::decode(line),
            Encoding::Tcvn3Capitals => tcvn3::decode_capitals(line),
            Encoding::Vni => vni::decode(line),
            Encoding::Windows1258 => windows1258::decode(line),
        }
    }
}

/// The encoding that a whole text is in, told by its words alone; none for text in Unicode, Vietnamese or of another language.
///
/// A text is converted only when most of its words with marks become Vietnamese by it, and were not before.
pub fn recognise(text: &str) -> Option<Encoding> {
    let tally = Tally::of(std::iter::once(text));
    let (encoding, count) = tally.best();
    (count >= LEAST_WORDS && count * 10 >= tally.words * 7 && count >= tally.as_is * 2).then_some(encoding)
}

/// Whether text that is set in a font of an old encoding really is in it: such fonts are also put on text in Unicode, which looks the same.
pub fn holds<'a>(encoding: Encoding, texts: impl Iterator<Item = &'a str>) -> bool {
    let tally = Tally::of(texts);
    // Without a single word with marks nothing is lost by believing the font.
    tally.words == 0 || tally.count(encoding) > tally.as_is
}

/// The encoding of text whose bytes can't be UTF-8, seen as Windows-1252; none when it is no Vietnamese, as far as its words tell.
pub(crate) fn recognise_bytes(text: &str) -> Option<Encoding> {
    let tally = Tally::of(std::iter::once(text));
    let (encoding, count) = tally.best();
    (count > 0 && count * 2 >= tally.words).then_some(encoding)
}

/// Fewer words than these prove nothing.
const LEAST_WORDS: usize = 4;

/// So many words with marks are looked at; more do not make it surer.
const MOST_WORDS: usize = 4000;

/// Of the words with marks, how many are syllables of Vietnamese under each reading.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    words: usize,
    as_is: usize,
    tcvn3: usize,
    vni: usize,
    windows1258: usize,
}

impl Tally {
    fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Tally {
        let mut tally = Tally::default();
        for text in texts {
            for word in text.split(|c| !is_letter(c)).filter(|word| !word.is_ascii()) {
                if tally.words >= MOST_WORDS {
                    return tally;
                }
                tally.add(word);
            }
        }
        tally
    }

    fn add(&mut self, word: &str) {
        // A sign that stands alone is no word, and neither is anything without a plain letter: `«`, `°`, `—`.
        if !word.contains(|c: char| c.is_ascii_alphabetic()) {
            return;
        }
        self.words += 1;
        self.as_is += usize::from(is_syllable(word));
        if word.len() > LONGEST_WORD || word.chars().any(is_unicode_letter) {
            return;
        }
        self.tcvn3 += usize::from(is_syllable(&tcvn3::decode(word)));
        self.vni += usize::from(is_syllable(&vni::decode(word)));
        self.windows1258 += usize::from(is_syllable(&windows1258::decode(word)));
    }

    fn count(&self, encoding: Encoding) -> usize {
        match encoding {
            Encoding::Tcvn3 | Encoding::Tcvn3Capitals => self.tcvn3,
            Encoding::Vni => self.vni,
            Encoding::Windows1258 => self.windows1258,
        }
    }

    fn best(&self) -> (Encoding, usize) {
        // On a tie the last wins: Windows-1258 is what a text without a telling letter is likely to be.
        let candidates = [Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258];
        let counted = candidates.into_iter().map(|encoding| (encoding, self.count(encoding)));
        counted.max_by_key(|(_, count)| *count).unwrap_or((Encoding::Windows1258, 0))
    }
}

/// In bytes: no syllable is longer, in any of the encodings.
const LONGEST_WORD: usize = 40;

/// Whether the character may be a letter in one of the readings.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{A1}'..='\u{FF}') || is_unicode_letter(c)
}

/// Whether the character is a letter of Vietnamese that only Unicode has.
fn is_unicode_letter(c: char) -> bool {
    matches!(c, '\u{102}' | '\u{103}' | '\u{110}' | '\u{111}' | '\u{128}' | '\u{129}' | '\u{168}' | '\u{169}')
        || matches!(c, '\u{1A0}' | '\u{1A1}' | '\u{1AF}' | '\u{1B0}' | '\u{1EA0}'..='\u{1EF9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Invented sentences that hold every letter of Vietnamese at least once, small and, where that says something, capital.
    const TEXT: &str = "Kế hoạch phát động phong trào thi đua của Trường Trung cấp Sông Lam\n\
        Độc lập, tự do; ẩn hiện, ẵm bồng, ăn ở, ấm áp, ẩm ướt, lẫn lộn, cẩn thận, rằm tháng giêng, chẳng lẽ, chẵn lẻ, bắt đầu, mặn mà\n\
        kẻ vẽ, mẹ, mè, về, kể, dễ, kế, kệ; thì, ỉu, nghỉ, nghĩ, lí, thị; bò, bỏ, bõ, bó, bọ; hồ, hổ, hỗ, hố, hộ; hờ, hở, hỡi, hớn, hợp\n\
        mù, mủ, mũ, mú, mụ; từ, tử, tữ, tứ, tự; kỳ, kỷ, kỹ, ký, kỵ; ngã, nhà, cả, hát, tạm; yêu quý, chuyên đề, thuở, quyển, lâu, xe, bé, mơ, Ấp Ông Ưng";

    #[test]
    fn the_text_holds_every_letter() {
        use unicode_normalization::UnicodeNormalization;
        let marks = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
        for vowel in ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"] {
            for mark in marks {
                let letter: String = format!("{vowel}{mark}").nfc().collect();
                assert!(TEXT.contains(&letter), "{letter}");
            }
        }
    }

    #[test]
    fn tcvn3_round_trip() {
        let encoded = tcvn3::tests::encode(TEXT);
        assert_eq!(recognise(&encoded), Some(Encoding::Tcvn3));
        // The one thing that the encoding can't keep: a capital with a tone.
        assert_eq!(Encoding::Tcvn3.decode(&encoded), TEXT.replace("Ấp", "ấp"));
    }

    #[test]
    fn vni_round_trip() {
        for text in [TEXT.to_owned(), TEXT.to_uppercase()] {
            let encoded = vni::tests::encode(&text);
            assert_eq!(recognise(&encoded), Some(Encoding::Vni));
            assert_eq!(Encoding::Vni.decode(&encoded), text);
        }
    }

    #[test]
    fn windows1258_round_trip() {
        for text in [TEXT.to_owned(), TEXT.to_uppercase()] {
            let encoded = windows1258::tests::encode(&text);
            assert_eq!(recognise(&encoded), Some(Encoding::Windows1258));
            assert_eq!(Encoding::Windows1258.decode(&encoded), text);
        }
    }

    #[rstest::rstest]
    #[case::vietnamese(TEXT)]
    #[case::little_vietnamese("Hà Nam, Hà Tây, Cà Mau, Hòa Bình, Nam Hà, An Hòa, Long Bình, Tân Bình, Tây Hòa, Hàm Tân")]
    #[case::english(
        "The naïve café owner’s résumé – déjà vu, a façade, an exposé and El Niño in Zürich; Brontë, soufflé, jalapeño, crème brûlée"
    )]
    #[case::french(
        "Où étiez-vous l’été passé ? À l’école, les élèves ont été très occupés : théâtre, goûter, forêt, hôpital, île, maïs, cœur, naïveté, là-bas, déjà, \
         même, être, fenêtre, tête, bête, âge, pâte, après, près, père, mère, frère, à côté du café, la reçue, leçon, garçon, français, aperçu"
    )]
    #[case::german(
        "Über den grünen Bäumen fliegen schöne Vögel. Die Größe der Häuser überrascht die Gäste; für die Übung müssen die Schüler früh aufstehen, größer, \
         Straße, Fuß, weiß, heiß, Öl, Ärzte, Mädchen, Küche, Tür, für, hören, können, möchte, natürlich, Brüder, Töchter, Söhne, Äpfel"
    )]
    #[case::spanish(
        "El niño comió piña mañana; ¿qué está aquí? Él también bebió café, según José. Año, baño, sueño, español, pequeño, señor, otoño"
    )]
    #[case::portuguese(
        "Não há informações, a nação não tem razão; são irmãos, mãe, pão, limão, coração, avião, estação, ações, lições, é, até, você, três"
    )]
    #[case::signs("§ 5, § 6; 12 °C ± 1 °C; « oui » · « non » · 3 × 4 ÷ 2 © ®")]
    #[case::nothing("")]
    fn text_that_is_in_no_old_encoding(#[case] text: &str) {
        assert_eq!(recognise(text), None, "{:?}", Tally::of(std::iter::once(text)));
    }

    #[test]
    fn most_of_a_text_is_enough() {
        let mixed = format!("{}\nĐiều lệ sửa đổi, bổ sung\n{}", tcvn3::tests::encode(TEXT), tcvn3::tests::encode(TEXT));
        assert_eq!(recognise(&mixed), Some(Encoding::Tcvn3));
        let decoded = Encoding::Tcvn3.decode(&mixed);
        assert!(decoded.contains("\nĐiều lệ sửa đổi, bổ sung\nKế hoạch phát động"), "{decoded}");
    }

    #[rstest::rstest]
    #[case(".VnTimeH", Some(Encoding::Tcvn3Capitals))]
    #[case(".VnArial Narrow", Some(Encoding::Tcvn3))]
    #[case("VNI-Times", Some(Encoding::Vni))]
    #[case("Times New Roman", None)]
    fn fonts(#[case] name: &str, #[case] expected: Option<Encoding>) {
        assert_eq!(Encoding::of_font(name), expected);
    }

    #[test]
    fn a_font_may_lie() {
        assert!(holds(Encoding::Tcvn3, [tcvn3::tests::encode(TEXT).as_str()].into_iter()));
        assert!(!holds(Encoding::Tcvn3, [TEXT].into_iter()));
        assert!(!holds(Encoding::Vni, ["Hà Nam, Hòa Bình"].into_iter()));
    }
}
