"""DuckDB: UTINYINT and USMALLINT columns in memory; cold, straight from Parquet."""

import duckdb

import in_sql
from common import counts_of, run


def wide(number):
    return f"{number}::usmallint"


def connection(options):
    opened = duckdb.connect()
    opened.execute(f"set threads to {options.threads}")
    return opened


def counts(opened, options, source):
    # Small integers keep the work in the narrow types that DuckDB's kernels are fastest on.
    query = getattr(in_sql, options.name)(source, "greatest", "least", wide).replace(" as integer)", " as utinyint)")
    rows = opened.execute(query).fetchnumpy()
    return counts_of(rows["commune"], rows["result"], rows["people"])


def judge_cold(options):
    return counts(connection(options), options, f"read_parquet('{options.file}')")


def load(options):
    opened = connection(options)
    opened.execute(f"create table people as select * from read_parquet('{options.file}')")
    return opened


def judge_warm(opened, options):
    return counts(opened, options, "people")


if __name__ == "__main__":
    run("duckdb", duckdb.__version__, judge_cold, load, judge_warm)
