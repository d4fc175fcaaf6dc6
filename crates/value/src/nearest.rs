//! The name that was probably meant.

/// Longer names are not compared: nobody mistypes one that long.
const LONGEST: usize = 40;

/// How many names are compared with one; more are those of no plan and no pack.
const MOST: usize = 500;

/// The nearest of the names of a plan or pack, when it is near enough to be meant: one slip in every three letters.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_among(name, MOST, names)
}

/// The nearest of so many names at most: those of people are more than those of a plan.
pub fn nearest_among<'a>(name: &str, most_names: usize, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.to_lowercase().chars().take(LONGEST + 1).collect();
    if name.len() > LONGEST {
        return None;
    }
    let most = (name.len() / 3).max(1);
    let near = |other: &'a str| {
        let letters: Vec<char> = other.chars().take(LONGEST).collect();
        // So many letters must at least be added or dropped.
        (letters.len().abs_diff(name.len()) <= most).then(|| (distance(&name, &letters), other))
    };
    names.take(most_names).filter_map(near).filter(|(distance, _)| *distance <= most).min().map(|(_, other)| other)
}

/// Letters to add, drop, change, or swap with the next.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let change = last[j] + usize::from(a != b);
            let mut best = change.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("awrad", Some("award"))]
    #[case("milestones", Some("milestone"))]
    #[case("weather", None)]
    #[case("", None)]
    fn the_name_that_was_meant(#[case] name: &str, #[case] expected: Option<&str>) {
        assert_eq!(nearest(name, ["award", "milestone", "basis"].into_iter()), expected);
    }

    #[test]
    fn the_last_of_many_names_is_found() {
        let names: Vec<String> = (0..20_000).map(|number| format!("n{number:05}")).chain(["award".to_owned()]).collect();
        let names = || names.iter().map(String::as_str);
        assert_eq!(nearest("awrad", names()), None);
        assert_eq!(nearest_among("awrad", 30_000, names()), Some("award"));
    }
}
