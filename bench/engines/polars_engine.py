"""Polars: UInt8 and UInt16 columns in memory; cold, a scan of Parquet in the streaming engine.

As in DuckDB, those who lack something stand apart in memory, so that nobody else is judged twice: a fifth faster.
"""

import os
import sys
import time

# Polars takes the number of its threads when it is loaded.
if "--threads" in sys.argv[:-1]:
    os.environ["POLARS_MAX_THREADS"] = sys.argv[sys.argv.index("--threads") + 1]

import polars as pl  # noqa: E402

from common import (INDICATOR_LEAST, INDICATOR_MOST, INDICATORS, LEAVE, MATERNITY, MEAN_LIMITS, MONTH_MOST, MONTHS, MONTHS_LEAST, RATING_LEAST,  # noqa: E402
                    RATINGS, RATINGS_LEAST, SLUMP, THRESHOLDS, TITLES, TOTAL_LEAST, counts_of, neighbours, run)


def flat(null):
    filled = [pl.col(name).fill_null(null) for name in INDICATORS]
    total, lowest = filled[0], filled[0] >= INDICATOR_LEAST
    for number in filled[1:]:
        # Ten times ten fits into a byte, so the sum stays as narrow as its columns.
        total, lowest = total + number, lowest & (number >= INDICATOR_LEAST)
    return (total >= TOTAL_LEAST) & lowest


def looked_up(place, values, dtype):
    found = pl.lit(values[-1], dtype)
    for number, value in reversed(list(enumerate(values[:-1]))):
        found = pl.when(place == number).then(pl.lit(value, dtype)).otherwise(found)
    return found


def deep(null):
    filled = {name: pl.col(name).fill_null(null) for name in MONTHS}
    reached = pl.lit(0, pl.UInt8)
    for name in MONTHS:
        reached = reached + (filled[name] >= pl.col("threshold")).cast(pl.UInt8)
    slump = None
    for a, b, c in neighbours(MONTHS):
        window = (filled[a] >= SLUMP) | (filled[b] >= SLUMP) | (filled[c] >= SLUMP)
        slump = window if slump is None else slump & window
    total = pl.lit(0, pl.UInt16)
    for name in MONTHS:
        total = total + filled[name].cast(pl.UInt16)
    return ((pl.col("status") == MATERNITY) | ((reached >= MONTHS_LEAST) & slump)) & (total >= pl.col("mean_limit"))


def fixed():
    chain = None
    for a, b, c in neighbours(TITLES):
        window = (pl.col(a) & pl.col(b) & pl.col(c)) == 1
        chain = window if chain is None else chain | window
    ratings = pl.lit(0, pl.UInt8)
    for name in RATINGS:
        ratings = ratings + (pl.col(name) >= RATING_LEAST).cast(pl.UInt8)
    return (pl.col("status") != LEAVE) & (pl.col("discipline") == 0) & (ratings >= RATINGS_LEAST) & chain


def with_limits(people, options):
    if options.name == "flat":
        return people
    return people.with_columns(
        threshold=looked_up(pl.col("region") * 3 + pl.col("year"), THRESHOLDS, pl.UInt8),
        mean_limit=looked_up(pl.col("category"), [12 * value for value in MEAN_LIMITS], pl.UInt16),
    )


def holds(options, null):
    """Whether the rule holds with that number in place of null."""
    return flat(null) if options.name == "flat" else fixed() & deep(null)


def counts(people, options, result, engine):
    # Commune and result in one key of 16 bits: the fastest way to group that Polars has here.
    key = pl.col("commune") * 3 + result.cast(pl.UInt16)
    rows = with_limits(people, options).select(key=key).group_by("key").len().collect(engine=engine)
    keys = rows["key"].to_numpy()
    return counts_of(keys // 3, keys % 3, rows["len"].to_numpy())


def most(options):
    return INDICATOR_MOST if options.name == "flat" else MONTH_MOST


def both(options):
    return holds(options, 0).cast(pl.UInt8) + holds(options, most(options)).cast(pl.UInt8)


def judge_cold(options):
    return counts(pl.scan_parquet(options.file), options, both(options), "streaming")


def load(options):
    people = pl.read_parquet(options.file)
    uncertain = pl.col(INDICATORS if options.name == "flat" else MONTHS)
    incomplete = people.filter(pl.any_horizontal(uncertain.is_null())).rechunk().lazy()
    complete = people.filter(pl.all_horizontal(uncertain.is_not_null())).rechunk().lazy()
    # Both of its engines are tried, so that the faster one is the one measured.
    times = {}
    for engine in ("in-memory", "streaming"):
        for _ in range(2):
            start = time.perf_counter()
            judge_warm((complete, incomplete, engine), options)
            times[engine] = time.perf_counter() - start
    return complete, incomplete, min(times, key=times.get)


def judge_warm(loaded, options):
    complete, incomplete, engine = loaded
    return counts(complete, options, holds(options, 0).cast(pl.UInt8) * 2, engine) + counts(incomplete, options, both(options), engine)


if __name__ == "__main__":
    run("polars", pl.__version__, judge_cold, load, judge_warm)
