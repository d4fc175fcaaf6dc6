//! Office packages: read within bounds, written in fixed order with fixed times.
