//! The binary.

fn main() {
    println!("phongtrao");
}
