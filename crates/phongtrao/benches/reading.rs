//! How fast documents are read, on one core: `cargo bench`. Over the real documents beside the checkout where they are, else over the examples.
//!
//! `tree` builds the tree and the frame of decoded sources; `whole` decodes, builds and takes the plan. Each runs once over all texts, and over one text
//! of each length of a doubling series, which shows whether the time is linear.

use std::hint::black_box;
use std::path::{Path, PathBuf};

use divan::Bencher;
use divan::counter::BytesCount;
use phongtrao_document::read::NoParsers;
use phongtrao_document::{build, read};
use phongtrao_plan::take;

fn main() {
    divan::main();
}

/// All texts, each by itself.
fn texts() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("PHONGTRAO_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let mut folders = vec![shared.join("corpus"), shared.join("seeds")];
    if !folders[0].is_dir() {
        let examples = std::fs::read_dir(root.join("examples")).expect("the examples");
        folders = examples.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()).collect();
    }
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder")).map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    files.iter().map(|path| std::fs::read(path).expect("a text")).collect()
}

fn bytes(texts: &[Vec<u8>]) -> BytesCount {
    BytesCount::new(texts.iter().map(Vec::len).sum::<usize>())
}

#[divan::bench]
fn tree(bencher: Bencher<'_, '_>) {
    let texts = texts();
    let sources: Vec<_> = texts.iter().map(|text| read::source("a.txt", text, &NoParsers)).collect();
    bencher.counter(bytes(&texts)).with_inputs(|| sources.clone()).bench_values(|sources| {
        for source in sources {
            black_box(build::build(source));
        }
    });
}

#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    let texts = texts();
    bencher.counter(bytes(&texts)).bench(|| texts.iter().for_each(|text| read_whole(text)));
}

/// One text that is the longest document over and over: the figures beside each other show whether time grows with length alone.
#[divan::bench(args = [1, 2, 4, 8, 16])]
fn doubled(bencher: Bencher<'_, '_>, times: usize) {
    let longest = texts().into_iter().max_by_key(Vec::len).expect("a text");
    let text = longest.repeat(times);
    bencher.counter(BytesCount::new(text.len())).bench(|| read_whole(&text));
}

fn read_whole(text: &[u8]) {
    let document = read::read("a.txt", text, &NoParsers);
    black_box(take::take(&document));
}
