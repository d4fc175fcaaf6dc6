//! What a change would do, as an annex for the draft plan.

use super::draw::Shown;
use crate::texts;

/// Headings and tables in Markdown; every name stands in it, for who signs wants to see them all.
pub(super) fn annex(shown: &Shown<'_>) -> String {
    let judged = &shown.before.judged;
    let mut lines = vec![format!("# {}", shown.say(texts::whatif_annex())), String::new()];
    lines.push(shown.say(texts::assess_title(&judged.label, judged.as_of)));
    lines.push(String::new());
    lines.push(format!("{}:", shown.say(texts::whatif_title())));
    lines.push(String::new());
    lines.extend(shown.settings.iter().map(|setting| format!("- {}", text(setting))));
    if shown.is_changed {
        changes(shown, &mut lines);
    }
    for curve in shown.curves {
        lines.extend([String::new(), "```text".to_owned()]);
        lines.extend(shown.curve(curve));
        lines.push("```".to_owned());
    }
    lines.push(String::new());
    lines.join("\n")
}

fn changes(shown: &Shown<'_>, lines: &mut Vec<String>) {
    let differences = shown.differences();
    heading(shown.say(texts::whatif_columns_heading()), lines);
    let counts = differences.iter().map(|difference| {
        let [open_before, open_after] = shown.open(difference.award);
        let (before, after) = difference.met;
        let mut cells = vec![format!("{} ({})", difference.name, difference.award)];
        cells.extend([before, after, difference.gains.len(), difference.losses.len()].map(|count| count.to_string()));
        cells.push(if open_before == open_after { open_after.to_string() } else { format!("{open_before} → {open_after}") });
        cells
    });
    table(&shown.say(texts::whatif_columns()), counts, shown, lines);
    let names = differences.iter().flat_map(|difference| {
        let both = [("+", &difference.gains), ("−", &difference.losses)];
        both.into_iter().flat_map(move |(sign, results)| {
            results.iter().map(move |result| {
                let turn = shown.turn(shown.outcomes(difference.award, &result.subject));
                vec![format!("{sign} {}", result.name), result.subject.clone(), difference.name.to_owned(), turn]
            })
        })
    });
    heading(shown.say(texts::whatif_names()), lines);
    table(&shown.say(texts::whatif_name_columns()), names, shown, lines);
    heading(shown.say(texts::whatif_lines()), lines);
    let crossed = shown.lines();
    let units = crossed.iter().map(|line| {
        let turn = shown.turn([line.outcomes.0, line.outcomes.1]);
        vec![line.name.to_owned(), line.award.name.clone(), turn, shown.crossings(line).join("; ")]
    });
    table(&shown.say(texts::whatif_line_columns()), units, shown, lines);
    heading(shown.say(texts::whatif_overflows()), lines);
    let overflows = shown.overflows();
    let quotas = overflows.iter().map(|overflow| {
        let before = overflow.before.map(|before| shown.places(before)).unwrap_or_default();
        vec![overflow.award.name.clone(), shown.within(overflow.after), before, shown.places(overflow.after)]
    });
    table(&shown.say(texts::whatif_overflow_columns()), quotas, shown, lines);
    heading(shown.say(texts::whatif_cost_heading()), lines);
    lines.extend(shown.money().into_iter().map(|line| format!("- {line}")));
}

fn heading(words: String, lines: &mut Vec<String>) {
    lines.extend([String::new(), format!("## {words}"), String::new()]);
}

/// A table with the given columns, parted by semicolons; without rows it says that there are none.
fn table(columns: &str, rows: impl Iterator<Item = Vec<String>>, shown: &Shown<'_>, lines: &mut Vec<String>) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        lines.push(shown.say(texts::whatif_nothing()));
        return;
    }
    let columns: Vec<&str> = columns.split(';').collect();
    lines.push(format!("| {} |", columns.join(" | ")));
    lines.push(format!("|{}", " --- |".repeat(columns.len())));
    lines.extend(rows.map(|cells| format!("| {} |", cells.iter().map(|cell| text(cell)).collect::<Vec<_>>().join(" | "))));
}

/// Words that are no markup.
fn text(words: &str) -> String {
    words.replace('\\', "\\\\").replace('|', "\\|").replace('*', "\\*").replace('_', "\\_").replace('<', "&lt;").replace('\n', " ")
}
