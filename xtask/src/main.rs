//! What a script would do.

fn main() {}
