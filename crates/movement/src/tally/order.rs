//! The order in which awards are decided: what others rest on comes first.

use std::collections::{BTreeMap, BTreeSet};

/// Names in an order in which each stands after those that it rests on, otherwise in the order given; and those that wait for each other.
pub(crate) fn order<'n>(names: &[&'n str], rests_on: &BTreeMap<&'n str, BTreeSet<&'n str>>) -> (Vec<&'n str>, Vec<&'n str>) {
    let mut ordered: Vec<&str> = Vec::new();
    let mut waiting: Vec<&str> = names.to_vec();
    loop {
        let is_free = |name: &&str| {
            let ground = rests_on.get(name).into_iter().flatten();
            ground.filter(|other| names.contains(other)).all(|other| ordered.contains(other))
        };
        let Some(at) = waiting.iter().position(is_free) else { break };
        ordered.push(waiting.remove(at));
    }
    (ordered, waiting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("a b c", "", "a b c", "")]
    #[case("a b c", "a>c", "b c a", "")]
    #[case("a b c", "a>b b>c", "c b a", "")]
    #[case("a b c d", "a>b b>a c>b", "d", "a b c")]
    #[case("a b", "a>elsewhere", "a b", "")]
    #[case("a", "a>a", "", "a")]
    fn what_others_rest_on_comes_first(#[case] names: &str, #[case] pairs: &str, #[case] expected: &str, #[case] circle: &str) {
        let names: Vec<&str> = names.split_whitespace().collect();
        let mut rests_on: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (one, other) in pairs.split_whitespace().filter_map(|pair| pair.split_once('>')) {
            rests_on.entry(one).or_default().insert(other);
        }
        let (ordered, waiting) = order(&names, &rests_on);
        assert_eq!((ordered.join(" ").as_str(), waiting.join(" ").as_str()), (expected, circle));
    }
}
