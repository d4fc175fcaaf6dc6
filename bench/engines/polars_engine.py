"""Polars: UInt8 and UInt16 columns in memory; cold, a scan of Parquet in the streaming engine."""

import os
import sys

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


def counts(people, options, engine):
    if options.name == "flat":
        result = flat(0).cast(pl.UInt8) + flat(INDICATOR_MOST).cast(pl.UInt8)
    else:
        people = people.with_columns(
            threshold=looked_up(pl.col("region") * 3 + pl.col("year"), THRESHOLDS, pl.UInt8),
            mean_limit=looked_up(pl.col("category"), [12 * value for value in MEAN_LIMITS], pl.UInt16),
        )
        result = fixed().cast(pl.UInt8) * (deep(0).cast(pl.UInt8) + deep(MONTH_MOST).cast(pl.UInt8))
    # Commune and result in one key of 16 bits: the fastest way to group that Polars has here.
    key = pl.col("commune") * 3 + result.cast(pl.UInt16)
    rows = people.select(key=key).group_by("key").len().collect(engine=engine)
    keys = rows["key"].to_numpy()
    return counts_of(keys // 3, keys % 3, rows["len"].to_numpy())


def judge_cold(options):
    return counts(pl.scan_parquet(options.file), options, "streaming")


def load(options):
    people = pl.read_parquet(options.file).rechunk()
    # Both of its engines are tried once more, so that the faster one is the one measured.
    import time
    times = {}
    for engine in ("in-memory", "streaming"):
        for _ in range(2):
            start = time.perf_counter()
            counts(people.lazy(), options, engine)
            times[engine] = time.perf_counter() - start
    return people.lazy(), min(times, key=times.get)


def judge_warm(loaded, options):
    people, engine = loaded
    return counts(people, options, engine)


if __name__ == "__main__":
    run("polars", pl.__version__, judge_cold, load, judge_warm)
