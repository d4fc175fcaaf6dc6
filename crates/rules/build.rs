//! Embeds the packs anew when one of them changes: the macro that reads them does not ask for it.

#[expect(clippy::disallowed_macros, reason = "a build script speaks to cargo by its standard output")]
fn main() {
    println!("cargo::rerun-if-changed=../../packs");
}
