//! A round to be judged: the files of plan, packs and data folder that a command names, read and handed on.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use phongtrao_clerk::prepared::{self, Prepared, PreparedRound, Sources};
use phongtrao_diagnostic::{Words, draw};
use phongtrao_value::Date;

use crate::commands::rules::load;
use crate::foreign::ChildProcess;
use crate::texts;

/// What a command is given.
pub(crate) struct RoundRequest<'a> {
    /// `plan.toml`, or an official text.
    pub(crate) plan: &'a Path,
    /// What is laid over it.
    pub(crate) completion: Option<&'a Path>,
    /// The data folder.
    pub(crate) data: &'a Path,
    /// The organisation's own packs.
    pub(crate) packs: Option<&'a Path>,
    /// Id of the round.
    pub(crate) round: Option<&'a str>,
    /// The day of judging.
    pub(crate) as_of: Option<Date>,
}

impl RoundRequest<'_> {
    fn sources(&self) -> anyhow::Result<Sources> {
        Ok(Sources {
            plan: named(self.plan)?,
            completion: self.completion.map(named).transpose()?,
            data: crate::data::files(self.data)?,
            organisation: crate::data::organisation(self.data)?,
            packs: self.packs.map(load::texts).transpose()?.unwrap_or_default(),
        })
    }
}

/// A file with its name.
fn named(path: &Path) -> anyhow::Result<(String, Vec<u8>)> {
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| name.clone())?;
    Ok((name, bytes))
}

/// Reads all that a command names.
pub(crate) fn load(request: &RoundRequest<'_>, words: &Words) -> anyhow::Result<Prepared> {
    prepare(&request.sources()?, request.round, request.as_of, words)
}

/// Makes a round of what was read, the parsers of others in processes of their own.
pub(crate) fn prepare(sources: &Sources, id: Option<&str>, as_of: Option<Date>, words: &Words) -> anyhow::Result<Prepared> {
    prepared::prepare(sources, id, as_of, &ChildProcess::new()).map_err(|fault| anyhow::anyhow!(words.say(&fault)))
}

/// Says what may be a slip, where errors go.
pub(crate) fn say_doubts(round: &PreparedRound, words: &Words) {
    if !round.doubts.files.is_empty() {
        eprint!("{}", draw::human(&round.doubts, words, crate::commands::check::style()));
    }
}

/// The day of an option, or what is wrong with it.
pub(crate) fn day(text: Option<&String>, words: &Words) -> anyhow::Result<Option<Date>> {
    let read = |text: &String| text.parse().map_err(|_| anyhow::anyhow!(words.say(&texts::assess_not_a_day(text))));
    text.map(read).transpose()
}
