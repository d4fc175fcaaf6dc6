//! Numbers in Vietnamese words: counts and amounts of money as papers repeat them beside the figures.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::Money;

/// The greatest part that is read by thousands and millions; above it one counts billions.
const BILLION: u64 = 1_000_000_000;

/// A habit of reading numbers: `linh` or `lẻ`, `nghìn` or `ngàn`.
#[derive(Debug, Deserialize)]
pub struct NumberHabit {
    id: String,
    no_tens: String,
    thousand: String,
}

#[derive(Deserialize)]
struct Words {
    digits: [String; 10],
    hundred: String,
    ten: String,
    tens: String,
    million: String,
    billion: String,
    minus: String,
    dong: String,
    after_ten: BTreeMap<String, String>,
    after_tens: BTreeMap<String, String>,
    #[serde(rename = "habit")]
    habits: Vec<NumberHabit>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../words/numbers.toml")).expect("the words of numbers are sound")
});

impl NumberHabit {
    /// The habit of official papers.
    pub fn official() -> &'static NumberHabit {
        // The data names at least that one; the tests below read it.
        WORDS.habits.first().expect("there is an official habit")
    }

    /// The habit of that id: `official`, `southern`.
    pub fn named(id: &str) -> Option<&'static NumberHabit> {
        WORDS.habits.iter().find(|habit| habit.id == id)
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// A number in words, in small letters: 105 is `một trăm linh năm`.
    pub fn count(&self, number: u64) -> String {
        let mut words = Vec::new();
        if number == 0 {
            words.push(WORDS.digits[0].as_str());
        } else {
            self.say(number, &mut words);
        }
        words.join(" ")
    }

    /// An amount of money in words, in small letters: `hai triệu năm trăm ba mươi nghìn đồng`.
    pub fn money(&self, amount: Money) -> String {
        let dong = amount.as_dong();
        let sign = if dong < 0 { format!("{} ", WORDS.minus) } else { String::new() };
        format!("{sign}{} {}", self.count(dong.unsigned_abs()), WORDS.dong)
    }

    /// Billions are counted in words of their own, whatever their number: a thousand billions, a million billions.
    fn say<'w>(&'w self, number: u64, words: &mut Vec<&'w str>) {
        let (billions, rest) = (number / BILLION, number % BILLION);
        if billions > 0 {
            self.say(billions, words);
            words.push(&WORDS.billion);
        }
        let groups = [(rest / 1_000_000, Some(&WORDS.million)), (rest / 1_000 % 1_000, Some(&self.thousand)), (rest % 1_000, None)];
        for (group, name) in groups {
            if group > 0 {
                self.say_group(group, words);
                words.extend(name.map(String::as_str));
            }
        }
    }

    /// Up to 999. After a greater part all three places are said: a million and five is `một triệu không trăm linh năm`.
    fn say_group<'w>(&'w self, group: u64, words: &mut Vec<&'w str>) {
        let digit = |number: u64| WORDS.digits.get(number as usize).map_or("", String::as_str);
        let (hundreds, tens, unit) = (group / 100, group / 10 % 10, group % 10);
        let says_hundreds = hundreds > 0 || !words.is_empty();
        if says_hundreds {
            words.extend([digit(hundreds), &WORDS.hundred]);
        }
        let special = match tens {
            0 if unit == 0 => return,
            0 => {
                if says_hundreds {
                    words.push(&self.no_tens);
                }
                None
            }
            1 => {
                words.push(&WORDS.ten);
                WORDS.after_ten.get(&unit.to_string())
            }
            _ => {
                words.extend([digit(tens), &WORDS.tens]);
                WORDS.after_tens.get(&unit.to_string())
            }
        };
        if unit > 0 {
            words.push(special.map_or(digit(unit), String::as_str));
        }
    }
}

impl Money {
    /// The amount in words as official papers put it, with a capital: `Hai triệu năm trăm ba mươi nghìn đồng`.
    pub fn in_words(self) -> String {
        crate::text::capitalised(&NumberHabit::official().money(self))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[rstest::rstest]
    #[case(0, "không")]
    #[case(4, "bốn")]
    #[case(5, "năm")]
    #[case(10, "mười")]
    #[case(11, "mười một")]
    #[case(14, "mười bốn")]
    #[case(15, "mười lăm")]
    #[case(20, "hai mươi")]
    #[case(21, "hai mươi mốt")]
    #[case(24, "hai mươi tư")]
    #[case(25, "hai mươi lăm")]
    #[case(55, "năm mươi lăm")]
    #[case(100, "một trăm")]
    #[case(101, "một trăm linh một")]
    #[case(104, "một trăm linh bốn")]
    #[case(105, "một trăm linh năm")]
    #[case(110, "một trăm mười")]
    #[case(115, "một trăm mười lăm")]
    #[case(121, "một trăm hai mươi mốt")]
    #[case(1_000, "một nghìn")]
    #[case(1_005, "một nghìn không trăm linh năm")]
    #[case(1_015, "một nghìn không trăm mười lăm")]
    #[case(21_000, "hai mươi mốt nghìn")]
    #[case(1_000_005, "một triệu không trăm linh năm")]
    #[case(1_005_000, "một triệu không trăm linh năm nghìn")]
    #[case(50_000_000_000, "năm mươi tỷ")]
    #[case(1_005_000_000_000, "một nghìn không trăm linh năm tỷ")]
    #[case(1_000_000_000_000_000, "một triệu tỷ")]
    #[case(2_000_000_030_000_001, "hai triệu tỷ không trăm ba mươi triệu không trăm linh một")]
    fn counts(#[case] number: u64, #[case] words: &str) {
        assert_eq!(NumberHabit::official().count(number), words);
    }

    #[rstest::rstest]
    #[case(2_530_000, "Hai triệu năm trăm ba mươi nghìn đồng")]
    #[case(0, "Không đồng")]
    #[case(-702_000, "Âm bảy trăm linh hai nghìn đồng")]
    fn amounts(#[case] dong: i64, #[case] words: &str) {
        assert_eq!(Money::dong(dong).in_words(), words);
    }

    #[test]
    fn habits_differ_in_two_words() {
        let southern = NumberHabit::named("southern").expect("a habit of the data");
        assert_eq!(southern.count(3_105), "ba ngàn một trăm lẻ năm");
        assert_eq!(NumberHabit::named(NumberHabit::official().id()).map(NumberHabit::id), Some("official"));
        assert!(NumberHabit::named("none").is_none());
    }

    /// The same reading a second time, apart from the first: tables of all numbers below a thousand, and of the names of the places.
    mod by_tables {
        fn below_hundred(number: usize) -> String {
            let ones = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
            let after_ten = ["", " một", " hai", " ba", " bốn", " lăm", " sáu", " bảy", " tám", " chín"];
            let after_tens = ["", " mốt", " hai", " ba", " tư", " lăm", " sáu", " bảy", " tám", " chín"];
            match number {
                0..=9 => ones[number].to_owned(),
                10..=19 => format!("mười{}", after_ten[number - 10]),
                _ => format!("{} mươi{}", ones[number / 10], after_tens[number % 10]),
            }
        }

        /// All three places said.
        fn whole(number: usize) -> String {
            let hundreds = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"][number / 100];
            match number % 100 {
                0 => format!("{hundreds} trăm"),
                rest @ 1..=9 => format!("{hundreds} trăm linh {}", below_hundred(rest)),
                rest => format!("{hundreds} trăm {}", below_hundred(rest)),
            }
        }

        pub(super) fn count(number: u64) -> String {
            if number == 0 {
                return "không".to_owned();
            }
            let printed = format!("{number:021}");
            let groups: Vec<usize> = (0..7).map(|at| printed[at * 3..at * 3 + 3].parse().expect("three digits")).collect();
            // Trillions of millions down to units; the middle three groups are counted in billions, as are the first ones, twice.
            let mut out: Vec<String> = Vec::new();
            for (at, group) in groups.iter().enumerate() {
                if *group > 0 {
                    let said = if out.is_empty() && *group < 100 { below_hundred(*group) } else { whole(*group) };
                    out.push(said);
                    out.extend(
                        ["", "triệu", "nghìn", "", "triệu", "nghìn", ""]
                            .get(at)
                            .filter(|name| !name.is_empty())
                            .map(|name| (*name).to_owned()),
                    );
                }
                if at == 0 && *group > 0 || at == 3 && groups[..4].iter().any(|group| *group > 0) {
                    out.push("tỷ".to_owned());
                }
            }
            out.join(" ")
        }
    }

    proptest! {
        #[test]
        fn both_readings_agree(number in 0_u64..2_000, power in 0_u32..13, rest in 0_u64..2_000_000_000_000) {
            for number in [number * 10_u64.pow(power), number * 10_u64.pow(power) + rest % 10_u64.pow(power), rest] {
                prop_assert_eq!(NumberHabit::official().count(number), by_tables::count(number));
            }
        }
    }

    #[test]
    fn both_readings_agree_on_all_small_numbers() {
        for number in 0..=20_000 {
            assert_eq!(NumberHabit::official().count(number), by_tables::count(number), "{number}");
        }
    }
}
