//! The clauses of a plan, section by section.

use phongtrao_plan::{Dossier, Learning, Milestone, Plan, Report, Round, Stage, Statement, Step, Target, Task, WayPurpose};
use phongtrao_press::grid::{Grid, Side};
use phongtrao_press::papers::plan::Clause;
use phongtrao_value::{Recurrence, When, printed_date};

use super::awards;
use super::words::WORDS;
use super::writing::{Writing, sentence};

pub(super) fn of(plan: &Plan) -> Vec<Clause> {
    let mut writing = Writing::default();
    aims(plan, &mut writing);
    reach(plan, &mut writing);
    contents(plan, &mut writing);
    awards::write(plan, &mut writing);
    files(plan, &mut writing);
    budget(plan, &mut writing);
    schedule(plan, &mut writing);
    organising(plan, &mut writing);
    writing.section(&WORDS.deferred);
    for deferred in &plan.deferred {
        writing.clause(&with(&deferred.what, deferred.to.as_deref()));
    }
    writing.clauses
}

fn aims(plan: &Plan, writing: &mut Writing) {
    let texts = |statements: &[Statement]| statements.iter().map(|statement| statement.text.clone()).collect::<Vec<String>>();
    writing.section(&WORDS.aims);
    writing.list(&WORDS.purposes, texts(&plan.purposes));
    writing.list(&WORDS.requirements, texts(&plan.requirements));
}

fn reach(plan: &Plan, writing: &mut Writing) {
    let identity = &plan.identity;
    writing.section(&WORDS.reach);
    if let Some(scope) = &identity.scope {
        writing.clause(&WORDS.scope.fill(&[("scope", scope)]));
    }
    let who = |subject: &phongtrao_plan::Subject| match &subject.block {
        Some(block) => WORDS.subject_of_block.fill(&[("block", block), ("who", &subject.who)]),
        None => subject.who.clone(),
    };
    writing.list(&WORDS.subjects, plan.subjects.iter().map(who));
    if let Some(period) = period(identity.from, identity.to) {
        writing.clause(&WORDS.period.fill(&[("period", &period)]));
    }
    writing.list(&WORDS.phases, plan.phases.iter().map(|phase| with(&phase.label, period(phase.from, phase.to).as_deref())));
}

fn contents(plan: &Plan, writing: &mut Writing) {
    writing.section(&WORDS.contents);
    writing.list(&WORDS.targets, plan.targets.iter().map(target));
    writing.list(&WORDS.courses, plan.courses.iter().filter_map(learning));
    writing.list(&WORDS.contests, plan.contests.iter().filter_map(learning));
}

/// The value stands behind the words only where they do not say it.
fn target(target: &Target) -> String {
    let value = target.value.as_deref().filter(|value| !target.label.contains(*value));
    let words = with(&target.label, value);
    let due = target.due.filter(|due| !says(&words, *due));
    due.map_or_else(|| words.clone(), |due| with_due(&words, &printed_date::as_said(due)))
}

fn learning(learning: &Learning) -> Option<String> {
    let words = learning.label.clone()?;
    Some(match learning.due.filter(|due| !says(&words, *due)) {
        Some(due) => with_due(&words, &printed_date::as_said(due)),
        None => words,
    })
}

fn files(plan: &Plan, writing: &mut Writing) {
    writing.section(&WORDS.files);
    for (number, dossier) in (1_usize..).zip(&plan.dossiers) {
        let heading = match plan.dossiers.len() {
            1 => WORDS.dossier.clone(),
            _ => WORDS.dossiers.fill(&[("number", &number.to_string())]),
        };
        writing.list(&heading, components(dossier));
    }
    writing.list(&WORDS.rounds, plan.rounds.iter().map(round));
    for way in &plan.ways {
        let heading = match way.purpose {
            Some(WayPurpose::Dossier) => &WORDS.ways_of_dossiers,
            Some(WayPurpose::Recognition) => &WORDS.ways_of_recognition,
            Some(WayPurpose::Pathway) | None => &WORDS.ways,
        };
        writing.table(heading, steps(plan, &way.id));
        writing.table(&WORDS.stages, stages(plan, &way.id));
    }
}

fn components(dossier: &Dossier) -> impl Iterator<Item = String> {
    dossier.components.iter().map(|component| match (&component.from, component.signed) {
        (Some(from), Some(true)) => WORDS.signed.fill(&[("paper", &component.paper), ("from", from)]),
        (Some(from), _) => WORDS.component.fill(&[("paper", &component.paper), ("from", from)]),
        (None, Some(true)) => WORDS.signed_by_nobody.fill(&[("paper", &component.paper)]),
        (None, _) => component.paper.clone(),
    })
}

fn round(round: &Round) -> String {
    let words = round.label.clone().unwrap_or_default();
    match due(round.words.as_deref(), round.closes, round.recurs) {
        Some(due) => with_due(&words, &due),
        None => words,
    }
}

fn steps(plan: &Plan, way: &str) -> Grid {
    let mut grid = grid(&WORDS.step_heads, &[(8, Side::Middle), (57, Side::Left), (35, Side::Left)]);
    let of_way = || plan.steps.iter().filter(|step| step.way == way);
    let label = |step: &Step| step.label.clone().unwrap_or_default();
    let row = |(number, step): (usize, &Step)| {
        let mut words = label(step);
        if let Some(days) = step.within {
            words = WORDS.within.fill(&[("label", &words), ("days", &days.to_string())]);
        }
        if let Some(before) = step.returns_to.as_ref().and_then(|id| of_way().find(|step| step.id == *id)) {
            words = WORDS.returns.fill(&[("label", &words), ("step", &label(before))]);
        }
        vec![number.to_string(), words, step.by.clone().unwrap_or_default()]
    };
    grid.rows.extend((1..).zip(of_way()).map(row));
    grid
}

fn stages(plan: &Plan, way: &str) -> Grid {
    let mut grid = grid(&WORDS.stage_heads, &[(8, Side::Middle), (27, Side::Left), (42, Side::Left), (23, Side::Left)]);
    let row = |(number, stage): (usize, &Stage)| {
        let conditions = stage.conditions.iter().map(|condition| format!("- {condition}")).collect::<Vec<String>>().join("\n");
        vec![number.to_string(), stage.label.clone().unwrap_or_default(), conditions, stage.within.clone().unwrap_or_default()]
    };
    grid.rows.extend((1..).zip(plan.stages.iter().filter(|stage| stage.way == way)).map(row));
    grid
}

fn budget(plan: &Plan, writing: &mut Writing) {
    writing.section(&WORDS.budget);
    let Some(budget) = &plan.budget else { return };
    if let Some(source) = &budget.source {
        writing.paragraph(source);
    }
    budget.lines.iter().for_each(|line| writing.point(line));
}

fn schedule(plan: &Plan, writing: &mut Writing) {
    writing.section(&WORDS.schedule);
    let mut grid = grid(&WORDS.milestone_heads, &[(8, Side::Middle), (57, Side::Left), (35, Side::Left)]);
    let row = |(number, milestone): (usize, &Milestone)| {
        let due = due(milestone.words.as_deref(), milestone.due, milestone.recurs).unwrap_or_default();
        vec![number.to_string(), milestone.label.clone(), due]
    };
    grid.rows.extend((1..).zip(&plan.milestones).map(row));
    writing.bare_table(grid);
}

/// Tasks by unit, each unit where it first has one; then the duties to report.
fn organising(plan: &Plan, writing: &mut Writing) {
    writing.section(&WORDS.organising);
    let mut units: Vec<Option<&str>> = Vec::new();
    for task in &plan.tasks {
        if !units.contains(&task.unit.as_deref()) {
            units.push(task.unit.as_deref());
        }
    }
    for unit in units {
        let tasks = plan.tasks.iter().filter(|task| task.unit.as_deref() == unit).map(task);
        match unit {
            Some(unit) => writing.list(unit, tasks),
            None => tasks.for_each(|task| writing.clause(&task)),
        }
    }
    writing.list(&WORDS.reports, plan.reports.iter().map(report));
}

fn task(task: &Task) -> String {
    dated(&task.text, task.words.as_deref(), task.due, task.recurs)
}

fn report(report: &Report) -> String {
    let who = report.who.as_deref().unwrap_or_default();
    let words = match &report.to {
        Some(to) => WORDS.report.fill(&[("who", who), ("to", to), ("what", &report.what)]),
        None if who.is_empty() => report.what.clone(),
        None => WORDS.report_of.fill(&[("who", who), ("what", &report.what)]),
    };
    let words = if report.on_demand { WORDS.on_demand.fill(&[("words", &words)]) } else { words };
    dated(&words, report.words.as_deref(), report.due, report.recurs)
}

/// The date stands behind the words only where they do not say it.
fn dated(words: &str, said: Option<&str>, day: Option<When>, recurs: Option<Recurrence>) -> String {
    let is_said = said.is_some_and(|said| words.contains(said)) || (said.is_none() && day.is_some_and(|day| says(words, day)));
    match due(said, day, recurs).filter(|_| !is_said) {
        Some(due) => with_due(words, &due),
        None => words.to_owned(),
    }
}

/// The text's own words for a date; otherwise the date.
fn due(words: Option<&str>, day: Option<When>, recurs: Option<Recurrence>) -> Option<String> {
    words.map(str::to_owned).or_else(|| day.map(printed_date::as_said)).or_else(|| recurring(recurs?))
}

fn recurring(recurs: Recurrence) -> Option<String> {
    match recurs {
        Recurrence::None => None,
        Recurrence::Yearly => Some(WORDS.yearly.clone()),
        Recurrence::Quarterly => Some(WORDS.quarterly.clone()),
        Recurrence::Monthly => Some(WORDS.monthly.clone()),
    }
}

fn says(words: &str, day: When) -> bool {
    words.contains(&printed_date::as_said(day))
}

fn with_due(words: &str, due: &str) -> String {
    WORDS.due.fill(&[("words", sentence(words).trim_end_matches('.')), ("due", due)])
}

fn with(words: &str, more: Option<&str>) -> String {
    more.map_or_else(|| words.to_owned(), |more| WORDS.with.fill(&[("words", words), ("more", more)]))
}

fn period(from: Option<When>, to: Option<When>) -> Option<String> {
    let [from, to] = [from, to].map(|day| day.map(printed_date::as_said));
    match (from, to) {
        (Some(from), Some(to)) => Some(WORDS.period_both.fill(&[("from", &from), ("to", &to)])),
        (Some(from), None) => Some(WORDS.period_from.fill(&[("from", &from)])),
        (None, Some(to)) => Some(WORDS.period_to.fill(&[("to", &to)])),
        (None, None) => None,
    }
}

pub(super) fn grid<const N: usize>(heads: &[String; N], columns: &[(u16, Side); N]) -> Grid {
    Grid::new(heads.iter().zip(columns).map(|(head, (width, side))| (head.as_str(), *width, *side)))
}
