//! Embeds the packs anew when one of them changes: the macro that reads them is not asked by itself.

fn main() {
    println!("cargo::rerun-if-changed=../../packs");
}
