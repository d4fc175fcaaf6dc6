//! Series of phases, for the lints on phases: those of one part of the text that are counted by one word.

use crate::Phase;

/// The phases that follow one another: `Đợt 1`, `Đợt 2` of one part. Numbers that begin again begin a new series.
pub(super) fn series(phases: &[Phase]) -> Vec<Vec<&Phase>> {
    let mut found: Vec<(Name<'_>, Vec<&Phase>)> = Vec::new();
    for phase in phases {
        let Some(name) = Name::of(phase) else { continue };
        match found.last_mut() {
            Some((last, series)) if last.goes_on_with(&name) => {
                *last = name;
                series.push(phase);
            }
            _ => found.push((name, vec![phase])),
        }
    }
    found.into_iter().map(|(_, series)| series).collect()
}

/// What a phase is counted by.
struct Name<'a> {
    /// The clause of the part.
    part: &'a str,
    /// `đợt`, `giai đoạn`
    word: String,
    number: u32,
}

impl<'a> Name<'a> {
    /// The name of a phase that has a number.
    fn of(phase: &'a Phase) -> Option<Name<'a>> {
        let label = phase.label.to_lowercase();
        let (at, piece) = pieces(&label).find_map(|(at, piece)| Some((at, number(piece)?)))?;
        let clause = phase.origin.clause.as_ref().map_or("", |clause| clause.0.as_str());
        let part = clause.rfind(['.', '[']).and_then(|end| clause.get(..end)).unwrap_or_default();
        Some(Name { part, word: label.get(..at)?.trim().to_owned(), number: piece })
    }

    fn goes_on_with(&self, next: &Name<'_>) -> bool {
        self.part == next.part && self.word == next.word && next.number > self.number
    }
}

/// Words with the byte at which each begins.
fn pieces(label: &str) -> impl Iterator<Item = (usize, &str)> {
    let begin = label.as_ptr() as usize;
    label.split(' ').map(move |piece| (piece.as_ptr() as usize - begin, piece))
}

/// `1`, `01`, `ii`
fn number(piece: &str) -> Option<u32> {
    const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    // Longer numbers are years.
    const LONGEST: usize = 2;
    if piece.len() <= LONGEST && piece.bytes().all(|byte| byte.is_ascii_digit()) {
        return piece.parse().ok();
    }
    let place = ROMAN.iter().position(|roman| *roman == piece)?;
    u32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(labels: &[&str]) -> Vec<usize> {
        let phases: Vec<Phase> = labels.iter().map(|label| Phase { label: (*label).to_owned(), ..Phase::default() }).collect();
        series(&phases).iter().map(Vec::len).collect()
    }

    #[rstest::rstest]
    #[case(&["Đợt 1", "Đợt 2", "Đợt 3"], &[3])]
    #[case(&["Giai đoạn I", "Giai đoạn II"], &[2])]
    #[case(&["Đợt 1", "Đợt 2", "Đợt 1", "Đợt 2"], &[2, 2])]
    #[case(&["Giai đoạn 1", "Đợt 2", "Giai đoạn 2"], &[1, 1, 1])]
    #[case(&["Giai đoạn 2026", "Giai đoạn đầu"], &[])]
    fn phases_follow_one_another_by_their_numbers(#[case] labels: &[&str], #[case] lengths: &[usize]) {
        assert_eq!(numbers(labels), lengths);
    }
}
