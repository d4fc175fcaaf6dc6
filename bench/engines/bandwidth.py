"""How fast memory can be read here: sums over an array that no cache holds, each thread its own part, the best of several."""

import argparse
import json
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument("--threads", type=int, default=2)
options = parser.parse_args()

numbers = np.ones(1 << 27, dtype=np.int64)  # 1 GiB
parts = np.array_split(numbers, options.threads)
with ThreadPoolExecutor(options.threads) as pool:
    best = None
    for _ in range(7):
        start = time.perf_counter()
        list(pool.map(np.bitwise_or.reduce, parts))
        taken = time.perf_counter() - start
        best = taken if best is None else min(best, taken)
print(json.dumps({"threads": options.threads, "bytes_per_second": numbers.nbytes / best}))
