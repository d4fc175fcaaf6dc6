"""What all engines share: arguments, clocks, the counts handed out, the rules' numbers (README.md defines the rules)."""

import argparse
import json
import resource
import sys
import time

import numpy as np

COMMUNES = 3321
INDICATORS = [f"i{number:02}" for number in range(1, 11)]
MONTHS = [f"m{number:02}" for number in range(1, 13)]
TITLES = [f"t{number}" for number in range(1, 8)]
RATINGS = [f"r{number}" for number in range(1, 4)]
DEEP = ["commune", "region", "year", "category", "status", *MONTHS, *TITLES, *RATINGS, "discipline"]
FLAT = ["commune", *INDICATORS]

TOTAL_LEAST, INDICATOR_LEAST, INDICATOR_MOST = 80, 5, 10
MONTH_MOST, MONTHS_LEAST, SLUMP, RATING_LEAST, RATINGS_LEAST = 100, 9, 50, 3, 2
LEAVE, MATERNITY = 1, 2
THRESHOLDS = [60, 62, 65, 58, 60, 62, 55, 58, 60, 55, 57, 60, 50, 55, 58, 65, 68, 70]
MEAN_LIMITS = [65, 60, 55, 50]


def columns(name):
    return FLAT if name == "flat" else DEEP


def neighbours(names):
    """Three at a time, in their order."""
    return list(zip(names, names[1:], names[2:]))


def peak_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def timed(work, rounds):
    """The milliseconds of each round, and the last result."""
    result, times = None, []
    for _ in range(rounds):
        start = time.perf_counter()
        result = work()
        times.append((time.perf_counter() - start) * 1000)
    return times, result


def counts_of(commune, result, count):
    """A table of communes x results from rows `(commune, result, number of people)`."""
    table = np.zeros((COMMUNES, 3), dtype=np.int64)
    table[np.asarray(commune, dtype=np.int64), np.asarray(result, dtype=np.int64)] = np.asarray(count, dtype=np.int64)
    return table


def run(engine, version, judge_cold, load, judge_warm, cold_rounds=3):
    """Runs one engine: cold first (its peak is its own), then loaded and warm.

    `judge_cold(options)` goes from the file to the counts; `load(options)` returns the columns in the engine's own form and
    `judge_warm(loaded, options)` the counts from them.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--set", choices=["flat", "deep"], required=True, dest="name")
    parser.add_argument("--file", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--counts", required=True)
    options = parser.parse_args()

    cold_ms, cold = timed(lambda: judge_cold(options), cold_rounds)
    cold_peak = peak_bytes()
    load_ms, loaded = timed(lambda: load(options), 1)
    judge_warm(loaded, options)  # the first pass pays for compiling and paging
    warm_ms, warm = timed(lambda: judge_warm(loaded, options), options.rounds)
    if not np.array_equal(cold, warm):
        sys.exit(f"{engine}: cold and warm results differ")

    with open(options.counts, "w", encoding="utf-8") as out:
        out.write("commune,not_met,unknown,met\n")
        for commune, (not_met, unknown, met) in enumerate(warm.tolist()):
            out.write(f"{commune},{not_met},{unknown},{met}\n")
    print(json.dumps({
        "engine": engine, "version": version, "set": options.name, "people": int(warm.sum()), "threads": options.threads,
        "load_ms": load_ms[0], "warm_ms": warm_ms, "cold_ms": cold_ms, "cold_peak_bytes": cold_peak, "peak_bytes": peak_bytes(),
    }))
