//! `task-without-date`: tasks that end in a paper, a list, a conference, and have no date.

use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Sink, promises};
use crate::take::phrase::{Phrases, lowered};
use crate::{Task, texts};

/// Tasks that end in a paper, a list, a conference, and have no date.
pub(super) static LINT: Lint = Lint {
    name: "task-without-date",
    level: Severity::Note,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

#[derive(Deserialize)]
struct Data {
    products: Vec<String>,
    times: Vec<String>,
    helping: Vec<String>,
    most_names: usize,
}

struct Words {
    products: Phrases,
    times: Phrases,
    helping: Phrases,
    most_names: usize,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    let data: Data = toml::from_str(include_str!("words.toml")).expect("the words of products are sound");
    let [products, times, helping] = [&data.products, &data.times, &data.helping].map(|list| Phrases::new(list));
    Words { products, times, helping, most_names: data.most_names }
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !promises::promises(context) {
        return;
    }
    let open: Vec<&Task> = context.plan.tasks.iter().filter(|task| task.unit.is_some() && is_open(task)).collect();
    let Some(first) = open.first() else { return };
    // One finding a plan: twenty tasks without date are one thing to think about, not twenty.
    let mut units: Vec<&str> = Vec::new();
    for unit in open.iter().filter_map(|task| task.unit.as_deref()) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let more = if units.len() > WORDS.most_names { "; …" } else { "" };
    units.truncate(WORDS.most_names);
    let names = format!("{}{more}", units.join("; "));
    let finding = sink.finding(texts::task_without_date(open.len(), names)).at(first.origin.span);
    sink.push(finding.help(texts::task_without_date_help()));
}

/// Whether a task makes something and says nothing of when.
fn is_open(task: &Task) -> bool {
    let lower = lowered(&task.text);
    let begins = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let timed = task.due.is_some()
        || task.words.is_some()
        || task.recurs.is_some()
        || WORDS.times.within(&lower)
        || lower.contains(|c: char| c.is_ascii_digit());
    !timed && WORDS.helping.start(begins).is_none() && WORDS.products.start(begins).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Xây dựng kế hoạch đọc sách của đơn vị", true)]
    #[case("Xây dựng kế hoạch đọc sách trước ngày 05/3", false)]
    #[case("Phối hợp xây dựng kế hoạch đọc sách", false)]
    #[case("Tuyên truyền về việc đọc sách", false)]
    #[case("Lập danh sách đề nghị khen thưởng hằng năm", false)]
    fn tasks(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_open(&Task { text: text.to_owned(), ..Task::default() }), expected);
    }
}
