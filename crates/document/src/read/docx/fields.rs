//! Fields: an instruction, then its result.

/// So many fields are kept open over the end of a paragraph.
const FIELDS: usize = 64;

/// Fields that are open: each is in its instruction until its result begins.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<bool>,
    instructing: usize,
}

impl Fields {
    /// A field begins, turns from its instruction to its result, or ends.
    pub(super) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.open.push(true);
                self.instructing += 1;
            }
            "separate" => {
                if let Some(instructing) = self.open.last_mut().filter(|instructing| **instructing) {
                    *instructing = false;
                    self.instructing -= 1;
                }
            }
            "end" if self.open.pop() == Some(true) => self.instructing -= 1,
            _ => {}
        }
    }

    /// Whether what comes is an instruction, which no reader sees.
    pub(super) fn instructing(&self) -> bool {
        self.instructing > 0
    }

    /// An instruction never goes over the end of a paragraph: a field that lost its end would swallow the rest of the text.
    pub(super) fn end_paragraph(&mut self) {
        self.open.iter_mut().for_each(|instructing| *instructing = false);
        self.instructing = 0;
        self.open.truncate(FIELDS);
    }
}
