//! The papers of a round set as they are made, on several threads, in an order that changes nothing.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver, TrySendError};
use std::sync::{Mutex, MutexGuard, PoisonError};

use indicatif::{ProgressBar, ProgressStyle};
use phongtrao_clerk::{Content, Facts, FinishedRound, Handed, work};
use phongtrao_diagnostic::{FileReport, Words};
use phongtrao_press::pdf::{Standard, pdf};
use phongtrao_press::xlsx::xlsx;
use phongtrao_press::{Style, docx};

use super::folder::OutFolder;
use super::looks;
use crate::commands::press::told;
use crate::texts;
use crate::workers::Threads;

/// How papers are set, and where they go.
pub(super) struct Setting<'s> {
    pub(super) style: &'s Style,
    pub(super) standard: Standard,
    pub(super) folder: &'s OutFolder,
}

/// A paper to be set.
struct PaperToSet {
    /// Without ending; the path tells the paper from all others of the round.
    path: String,
    content: Content,
    /// Files of it that an earlier run did not leave.
    endings: Vec<&'static str>,
}

/// Why the run goes no further.
enum Stop {
    /// A paper cannot be set.
    Fault(FileReport),
    /// A file cannot be written.
    Unwritten(anyhow::Error),
}

/// Works through a round, and sets every paper that is not there yet as soon as it is made: no more of them are held than there are threads. The fault of a paper that
/// cannot be set stops the run: the folder stays as it was begun.
pub(super) fn papers(
    facts: &Facts<'_>,
    setting: &Setting<'_>,
    threads: Threads,
    words: &Words,
) -> anyhow::Result<Result<FinishedRound, FileReport>> {
    let shop = Shop { setting, stop: Mutex::new(None) };
    let bar = bar(words);
    let finished = made(facts, &shop, threads, &bar);
    bar.finish_and_clear();
    match shop.stop.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(Stop::Fault(fault)) => Ok(Err(fault)),
        Some(Stop::Unwritten(error)) => Err(error),
        // Without a stop all papers are taken.
        None => finished.map(Ok).ok_or_else(|| anyhow::anyhow!(words.say(&texts::run_nothing_made()))),
    }
}

/// One thread makes the papers, the others set them; where all are busy, the first sets one itself.
fn made(facts: &Facts<'_>, shop: &Shop<'_>, threads: Threads, bar: &ProgressBar) -> Option<FinishedRound> {
    let others = NonZeroUsize::get(threads.0) - 1;
    let (send, receive) = mpsc::sync_channel::<PaperToSet>(others);
    let receive = Mutex::new(receive);
    std::thread::scope(|scope| {
        for _ in 0..others {
            scope.spawn(|| shop.work_off(&receive));
        }
        let finished = work(facts, &threads, &mut |handed| {
            let (place, of) = handed.place;
            bar.set_length(of as u64);
            bar.set_position(place.saturating_sub(1) as u64);
            if let Some(paper) = shop.to_set(handed)
                && let Err(TrySendError::Full(paper) | TrySendError::Disconnected(paper)) = send.try_send(paper)
            {
                shop.set(&paper);
            }
            if shop.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        drop(send);
        shop.work_off(&receive);
        finished
    })
}

/// Where papers are set.
struct Shop<'s> {
    setting: &'s Setting<'s>,
    stop: Mutex<Option<Stop>>,
}

impl Shop<'_> {
    /// None where an earlier run left all files of the paper.
    fn to_set(&self, handed: Handed<'_>) -> Option<PaperToSet> {
        let path = format!("{}/{}", handed.folder, handed.item.file);
        let content = handed.item.content;
        let is_missing = |ending: &&'static str| !self.setting.folder.has(&format!("{path}.{ending}"));
        let endings: Vec<&'static str> = content.endings().iter().copied().filter(is_missing).collect();
        (!endings.is_empty()).then_some(PaperToSet { path, content, endings })
    }

    /// Sets what comes until nothing more does.
    fn work_off(&self, receive: &Mutex<Receiver<PaperToSet>>) {
        let next = || receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
        while let Ok(paper) = next() {
            if !self.is_stopped() {
                self.set(&paper);
            }
        }
    }

    fn set(&self, paper: &PaperToSet) {
        for ending in &paper.endings {
            if let Err(stop) = self.set_file(paper, ending) {
                self.stop().get_or_insert(stop);
                return;
            }
        }
    }

    fn set_file(&self, paper: &PaperToSet, ending: &str) -> Result<(), Stop> {
        let Setting { style, standard, folder } = self.setting;
        let path = format!("{}.{ending}", paper.path);
        let bytes = match &paper.content {
            Content::Book(book) => xlsx(book, style).map_err(|finding| vec![*finding]),
            Content::Paper(paper) if ending == "docx" => docx(&**paper, style).map_err(|finding| vec![*finding]),
            Content::Paper(paper) => pdf(&**paper, style, &path, *standard),
        };
        let bytes = bytes.map_err(|findings| {
            let own = paper.content.kind().and_then(|kind| Some((looks::template(kind), style.templates.get(kind.name)?)));
            Stop::Fault(told(&path, own, findings))
        })?;
        folder.put(&path, &bytes).map_err(Stop::Unwritten)
    }

    fn is_stopped(&self) -> bool {
        self.stop().is_some()
    }

    fn stop(&self) -> MutexGuard<'_, Option<Stop>> {
        self.stop.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The folders of the round, shown where somebody looks on and the work takes a while.
fn bar(words: &Words) -> ProgressBar {
    let bar = ProgressBar::new(0).with_message(words.say(&texts::run_setting()));
    // The template is a constant, which the tests draw.
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}
