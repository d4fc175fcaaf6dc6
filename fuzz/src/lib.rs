//! What must hold of any bytes that a reader gets. The fuzz targets call it, and so do the tests of the program, with a few inputs each: so it is compiled with
//! everything else.

pub mod criteria;
pub mod import;
pub mod packs;
pub mod pdf;
pub mod plan_toml;
pub mod reading;
pub mod sheets;
pub mod xlsx;

/// What a target does with its input.
pub type Check = fn(&[u8]);

/// The targets by their names.
pub const TARGETS: [(&str, Check); 10] = [
    ("text", |bytes| reading::check("a.txt", bytes)),
    ("html", |bytes| reading::check("a.html", bytes)),
    ("docx", |bytes| reading::check("a.docx", bytes)),
    ("pdf", pdf::check),
    ("plan_toml", plan_toml::check),
    ("packs", packs::check),
    ("criteria", criteria::check),
    ("csv", |bytes| sheets::check("a.csv", bytes)),
    ("xlsx", xlsx::check),
    ("import", import::check),
];

/// Reports no panic that the readers themselves catch: a library that stumbles over a file is none of theirs.
pub fn quiet() {
    static QUIET: std::sync::Once = std::sync::Once::new();
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
}
