"""Invented people as Parquet, for trying the engines where the program is not built: same columns and bounds, other people."""

import argparse
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet

sys.path.insert(0, str(Path(__file__).parent / "engines"))
from common import COMMUNES, INDICATORS, MONTHS, RATINGS, TITLES  # noqa: E402

GROUP = 1_048_576


def marks(random, centre, spread, most, null_share):
    values = np.clip(np.rint(random.normal(centre, spread)), 0, most).astype(np.uint8)
    return pa.array(values, mask=random.random(len(values)) < null_share)


def batch(name, people, random):
    able = random.normal(0, 1, people)
    rows = {"commune": random.integers(0, COMMUNES, people, dtype=np.uint16)}
    if name == "flat":
        for column in INDICATORS:
            rows[column] = marks(random, 8.3 + 0.8 * able, 1.0, 10, 0.005)
        return pa.table(rows)
    for column, size in [("region", 6), ("year", 3), ("category", 4)]:
        rows[column] = random.integers(0, size, people, dtype=np.uint8)
    rows["status"] = random.choice(5, people, p=[0.93, 0.02, 0.02, 0.02, 0.01]).astype(np.uint8)
    for column in MONTHS:
        rows[column] = marks(random, 68 + 9 * able, 10.0, 100, 0.005)
    for column in TITLES:
        rows[column] = (random.random(people) < 1 / (1 + np.exp(-0.8 - able))).astype(np.uint8)
    for column in RATINGS:
        rows[column] = np.clip(np.rint(random.normal(2.8 + 0.5 * able, 0.7)), 0, 4).astype(np.uint8)
    rows["discipline"] = (random.random(people) < 0.01).astype(np.uint8)
    return pa.table(rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--population", choices=["flat", "deep"], required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    random = np.random.default_rng(options.seed)
    writer, left = None, options.people
    while left > 0:
        table = batch(options.population, min(left, GROUP), random)
        writer = writer or parquet.ParquetWriter(options.out, table.schema, compression="snappy")
        writer.write_table(table, row_group_size=GROUP)
        left -= table.num_rows
    writer.close()


if __name__ == "__main__":
    main()
