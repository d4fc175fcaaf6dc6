//! All papers of a round set, on several threads, in an order that changes nothing.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use indicatif::{ProgressBar, ProgressStyle};
use phongtrao_clerk::{Content, Folder, Item, Outcome};
use phongtrao_diagnostic::{Finding, Words};
use phongtrao_press::pdf::{Standard, pdf};
use phongtrao_press::xlsx::xlsx;
use phongtrao_press::{Style, docx};

use super::folder::OutFolder;
use crate::texts;

/// A file to be made.
struct Order<'o> {
    path: String,
    content: &'o Content,
}

/// What a thread made of an order.
type Made = (String, Result<Vec<u8>, Box<Fault>>);

/// A paper that cannot be set, in the file in which somebody mends it.
pub(super) struct Fault {
    /// The organisation's own template, where it has one, else the paper.
    pub(super) file: String,
    /// What the file says, as far as the finding points into it.
    pub(super) text: String,
    pub(super) finding: Finding,
}

impl Fault {
    fn new(order: &Order<'_>, style: &Style, finding: Finding) -> Fault {
        let own = match order.content {
            Content::Paper(paper) if finding.span.is_some() => style.templates.get_key_value(paper.kind().name),
            _ => None,
        };
        match own {
            Some((kind, text)) => {
                Fault { file: format!("{}/{kind}.{}", super::looks::FOLDER, super::looks::TEMPLATE), text: text.clone(), finding }
            }
            None => Fault { file: order.path.clone(), text: String::new(), finding },
        }
    }
}

/// Sets every paper that is not there yet. The fault of a paper that cannot be set stops the run: the folder stays as it was begun.
pub(super) fn papers(
    outcome: &Outcome,
    style: &Style,
    folder: &mut OutFolder,
    threads: NonZeroUsize,
    words: &Words,
) -> anyhow::Result<Result<(), Box<Fault>>> {
    let mut orders: Vec<Order<'_>> = orders(outcome);
    orders.retain(|order| !folder.has(&order.path));
    let bar = bar(orders.len(), words);
    let next = AtomicUsize::new(0);
    let (send, receive) = mpsc::sync_channel::<Made>(threads.get() * 2);
    let fault = std::thread::scope(|scope| {
        for _ in 0..threads.get() {
            let send = send.clone();
            let (orders, next) = (&orders, &next);
            scope.spawn(move || {
                while let Some(order) = orders.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let made = set(order, style).map_err(|finding| Box::new(Fault::new(order, style, *finding)));
                    if send.send((order.path.clone(), made)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        for (path, made) in receive {
            match made {
                Ok(bytes) => folder.put(&path, &bytes)?,
                // The receiver goes with this: the threads stop at their next paper.
                Err(fault) => return anyhow::Ok(Err(fault)),
            }
            bar.inc(1);
        }
        anyhow::Ok(Ok(()))
    })?;
    bar.finish_and_clear();
    Ok(fault)
}

fn orders<'o>(outcome: &'o Outcome) -> Vec<Order<'o>> {
    let items = outcome.folders.iter().flat_map(|folder| folder.items.iter().map(move |item| (folder, item)));
    let files = |(folder, item): (&Folder, &'o Item)| {
        let path = format!("{}/{}", folder.path, item.file);
        item.content.endings().iter().map(move |ending| Order { path: format!("{path}.{ending}"), content: &item.content })
    };
    items.flat_map(files).collect()
}

/// The format is that of the path's ending; the path tells the paper from all others of the round.
fn set(order: &Order<'_>, style: &Style) -> Result<Vec<u8>, Box<Finding>> {
    match order.content {
        Content::Book(book) => xlsx(book, style),
        Content::Paper(paper) if order.path.ends_with(".docx") => docx(&**paper, style),
        Content::Paper(paper) => pdf(&**paper, style, &order.path, Standard::A2a),
    }
}

/// Shown where somebody looks on, and the work takes a while.
fn bar(files: usize, words: &Words) -> ProgressBar {
    let bar = ProgressBar::new(files as u64).with_message(words.say(&texts::run_setting()));
    // The template is a constant, which the tests draw.
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}
