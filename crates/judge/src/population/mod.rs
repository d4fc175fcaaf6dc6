//! Columns in, results out: whole populations on all cores.
