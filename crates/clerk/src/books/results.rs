//! How far everybody came, and why.

use phongtrao_plan::SubjectKind;
use phongtrao_press::xlsx::{Cell, Column, Holds, Worksheet};

use super::words::WORDS;
use super::{row, sheet};
use crate::papers::Material;
use crate::why::why;
use crate::{Case, Standing};

pub(super) fn sheet_of<'d>(material: &Material<'d, '_>, cases: &[&'d Case]) -> Worksheet {
    let (heads, kinds) = (&WORDS.heads, &WORDS.kinds);
    let kinds = vec![kinds.collective.clone(), kinds.household.clone(), kinds.individual.clone()];
    let standings = Standing::ALL.iter().map(|standing| material.vietnamese.say(&standing.words())).collect();
    let columns = vec![
        Column::new(&heads.kind, 10, Holds::Choice(kinds)),
        Column::new(&heads.post, 14, Holds::Text),
        Column::new(&heads.standing, 20, Holds::Choice(standings)),
        Column::new(&heads.why, 46, Holds::Text),
    ];
    sheet(&WORDS.tabs.results, columns, cases.iter().map(|case| row(material, case, result(material, case))), material)
}

fn result(material: &Material<'_, '_>, case: &Case) -> [Cell; 4] {
    let post = material.facts.main_post(&case.subject).and_then(|post| post.title.clone());
    [
        Cell::text(kind(case.kind)),
        Cell::text(post.unwrap_or_default()),
        Cell::text(material.vietnamese.say(&case.standing.words())),
        Cell::text(why(material.vietnamese, case).join("; ")),
    ]
}

fn kind(kind: SubjectKind) -> &'static str {
    let kinds = &WORDS.kinds;
    match kind {
        SubjectKind::Collective => &kinds.collective,
        SubjectKind::Household => &kinds.household,
        SubjectKind::Individual => &kinds.individual,
    }
}
