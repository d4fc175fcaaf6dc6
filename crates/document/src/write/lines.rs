//! Long names of bodies and posts, broken into lines where their writers break them: behind what a body is called, before the place that it is of.

use std::sync::LazyLock;

use serde::Deserialize;

use super::widths::Letters;

/// Words that names are broken by, as `words/names.toml` has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    kinds: Vec<String>,
    begins: Vec<String>,
    held: Vec<String>,
}

// The words are part of the program; the tests below read them.
static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(include_str!("../../words/names.toml")).expect("words/names.toml parses"));

const DASH: &str = "-";

/// What a line costs, so that there are few of them.
const LINE: usize = 300;
/// What a line of one syllable costs more.
const ALONE: usize = 300;
/// What a line costs that is wider than its room: no other fault is as bad.
const TOO_WIDE: usize = 100_000;
/// What it costs to end a line between words that nothing is known of.
const ANYWHERE: usize = 200;
/// What it costs to tear what stays together.
const TORN: usize = 500;
/// What it costs to end a line behind a dash.
const BEHIND_DASH: usize = 400;
/// What it costs to begin a line with one.
const BEFORE_DASH: usize = 10_000;
/// What a line that fills its room costs more than an empty one; squared, so that lines of one length are best.
const FULL: usize = 200;

/// The name in as few lines as it needs.
pub(super) fn broken(name: &str, letters: Letters, room: usize) -> String {
    if name.contains('\n') || letters.width(name) <= room {
        return name.to_owned();
    }
    let syllables: Vec<&str> = name.split(' ').collect();
    let breaks = breaks(&syllables);
    // For each number of syllables from the left: the least cost of lines that end there, and where the last of them begins.
    let mut best: Vec<(usize, usize)> = vec![(0, 0)];
    for end in 1..=syllables.len() {
        let of = |start: usize| {
            let cost = best.get(start).map_or(0, |(cost, _)| *cost) + breaks.get(start).copied().unwrap_or_default();
            (cost + line(&syllables[start..end], letters, room), start)
        };
        best.push((0..end).map(of).min().unwrap_or_default());
    }
    let mut lines = Vec::new();
    let mut end = syllables.len();
    while let Some((_, start)) = best.get(end).filter(|_| end > 0) {
        lines.push(syllables[*start..end].join(" "));
        end = *start;
    }
    lines.reverse();
    lines.join("\n")
}

/// What a line of these syllables costs.
fn line(syllables: &[&str], letters: Letters, room: usize) -> usize {
    let width = letters.width(&syllables.join(" "));
    let alone = if syllables.len() == 1 { ALONE } else { 0 };
    let wide = if width > room && syllables.len() > 1 { TOO_WIDE } else { 0 };
    let share = width * 100 / room.max(1);
    LINE + alone + wide + share * share * FULL / 10_000
}

/// What it costs to begin a line with each syllable; nothing for the first.
fn breaks(syllables: &[&str]) -> Vec<usize> {
    let mut costs = vec![ANYWHERE; syllables.len()];
    let mut at = 0;
    while at < syllables.len() {
        let [kind, begins, held] = [&WORDS.kinds, &WORDS.begins, &WORDS.held].map(|known| longest(known, &syllables[at..]));
        let length = kind.max(begins).max(held);
        if begins == length && length > 0 {
            set(&mut costs, at, 0);
        }
        (at + 1..at + length).for_each(|inner| set(&mut costs, inner, TORN));
        at += length.max(1);
        if kind == length && length > 0 {
            set(&mut costs, at, 0);
        }
    }
    for (index, pair) in syllables.windows(2).enumerate() {
        match pair {
            [_, DASH] => set(&mut costs, index + 1, BEFORE_DASH),
            [DASH, _] => set(&mut costs, index + 1, BEHIND_DASH),
            _ => {}
        }
    }
    set(&mut costs, 0, 0);
    costs
}

fn set(costs: &mut [usize], index: usize, cost: usize) {
    if let Some(of) = costs.get_mut(index) {
        *of = cost;
    }
}

/// How many syllables the longest of the known words takes that stand first.
fn longest(known: &[String], syllables: &[&str]) -> usize {
    let takes = |words: &&String| {
        words
            .split(' ')
            .enumerate()
            .all(|(index, word)| syllables.get(index).is_some_and(|own| own.trim_end_matches(',') == word.trim_end_matches(',')))
    };
    known.iter().filter(takes).map(|words| words.split(' ').count()).max().unwrap_or_default()
}

/// A person's name is broken behind the degree, if at all.
pub(super) fn person(name: &str, letters: Letters, room: usize) -> String {
    if name.contains('\n') || letters.width(name) <= room {
        return name.to_owned();
    }
    let degrees = name.split(' ').take_while(|word| word.contains('.')).map(|word| word.len() + 1).sum::<usize>();
    match (degrees.checked_sub(1).and_then(|end| name.get(..end)), name.get(degrees..)) {
        (Some(degrees), Some(own)) if !own.is_empty() => format!("{degrees}\n{own}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOLD: Letters = Letters { size: 12, bold: true };

    #[rstest::rstest]
    #[case::fits("KHOA NÔNG NGHIỆP", "KHOA NÔNG NGHIỆP")]
    #[case::behind_the_kind("TRƯỜNG ĐẠI HỌC VĨNH GIANG", "TRƯỜNG ĐẠI HỌC\nVĨNH GIANG")]
    #[case::before_the_place("ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ")]
    #[case::two_syllables_together("HỌC VIỆN KỸ THUẬT HẢI ĐĂNG", "HỌC VIỆN\nKỸ THUẬT HẢI ĐĂNG")]
    #[case::not_at_a_dash("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG")]
    #[case::a_post("TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH", "TRƯỞNG PHÒNG\nTỔ CHỨC - HÀNH CHÍNH")]
    #[case::what_is_part_of_another_word("BỘ KHOA HỌC VÀ CÔNG NGHỆ", "BỘ KHOA HỌC\nVÀ CÔNG NGHỆ")]
    #[case::four_lines(
        "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TRƯỜNG ĐẠI HỌC VĨNH GIANG",
        "HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG\nTRƯỜNG ĐẠI HỌC\nVĨNH GIANG"
    )]
    #[case::words_of_two_syllables("PHÒNG CÔNG TÁC THANH NIÊN XUNG PHONG", "PHÒNG CÔNG TÁC\nTHANH NIÊN XUNG PHONG")]
    #[case::as_its_writer_broke_it("ỦY BAN\nNHÂN DÂN", "ỦY BAN\nNHÂN DÂN")]
    fn long_names_are_broken_at_their_words(#[case] name: &str, #[case] expected: &str) {
        assert_eq!(broken(name, BOLD, 3_600), expected);
    }

    #[rstest::rstest]
    #[case("XÁC NHẬN CỦA CẤP TRÊN TRỰC TIẾP", "XÁC NHẬN CỦA\nCẤP TRÊN\nTRỰC TIẾP")]
    #[case("XÁC NHẬN CỦA CẤP TRÌNH", "XÁC NHẬN CỦA\nCẤP TRÌNH")]
    fn capacities_are_too(#[case] capacity: &str, #[case] expected: &str) {
        assert_eq!(broken(capacity, Letters { size: 13, bold: true }, 2_800), expected);
    }

    #[rstest::rstest]
    #[case("PGS.TS Lương Đình Khải", "PGS.TS\nLương Đình Khải")]
    #[case("PGS. TS. Lương Đình Khải", "PGS. TS.\nLương Đình Khải")]
    #[case("Nguyễn Thị Thu Ánh Hồng", "Nguyễn Thị Thu Ánh Hồng")]
    #[case("TS. Lê An", "TS. Lê An")]
    fn a_person_s_name_is_not_torn(#[case] name: &str, #[case] expected: &str) {
        assert_eq!(person(name, Letters { size: 13, bold: true }, 2_000), expected);
    }

    #[test]
    fn the_motto_is_as_long_as_it_was_measured() {
        // 159.1 points, as the letters themselves say.
        let width = Letters { size: 13, bold: true }.width("Độc lập - Tự do - Hạnh phúc");
        assert!((3_180..3_186).contains(&width), "{width}");
    }
}
