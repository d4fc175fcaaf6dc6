"""DuckDB: UTINYINT and USMALLINT columns in memory; cold, straight from Parquet.

Columns that may be null cost DuckDB three times what others cost. In memory the numbers therefore stand without nulls (0 in their place) beside one
column of bits that says which are not known, and only those who lack something are judged a second time: three times as fast as the plain query.
"""

import duckdb
import numpy as np

import in_sql
from common import COMMUNES, columns, run


def wide(number):
    return f"{number}::usmallint"


def holds(name, numbers):
    # Small integers keep the work in the narrow types that DuckDB's kernels are fastest on.
    return in_sql.holds(name, numbers, wide).replace(" as integer)", " as utinyint)")


def connection(options):
    opened = duckdb.connect()
    opened.execute(f"set threads to {options.threads}")
    return opened


def table(rows):
    """Communes x (not met, unknown, met) from each commune's people, those with the least and those with the greatest numbers."""
    at = rows["commune"].astype(np.int64)
    people, least, greatest = (np.zeros(COMMUNES, np.int64) for _ in range(3))
    for total, name in ((people, "people"), (least, "least"), (greatest, "greatest")):
        total[at] = rows[name].astype(np.int64)
    return np.stack([people - greatest, greatest - least, least], axis=1)


def judge_cold(options):
    name, source = options.name, in_sql.people(options.name, f"read_parquet('{options.file}')")
    least, greatest = (holds(name, in_sql.filled(name, f"{null}::utinyint")) for null in (0, in_sql.MOST[name]))
    return table(connection(options).execute(
        f"select commune, count(*) as people, sum({least}::utinyint) as least, sum({greatest}::utinyint) as greatest from {source} group by 1"
    ).fetchnumpy())


def load(options):
    opened, uncertain = connection(options), in_sql.UNCERTAIN[options.name]
    shown = [f"coalesce({column}, 0::utinyint) as {column}" if column in uncertain else column for column in columns(options.name)]
    bits = " + ".join(f"({column} is null)::usmallint * {1 << place}::usmallint" for place, column in enumerate(uncertain))
    opened.execute(f"create table people as select {', '.join(shown)}, ({bits})::usmallint as unknown from read_parquet('{options.file}')")
    return opened


def judge_warm(opened, options):
    name, source = options.name, in_sql.people(options.name, "people")
    uncertain, most = in_sql.UNCERTAIN[name], in_sql.MOST[name]
    greatest = [f"(case when unknown & {1 << place} <> 0 then {most}::utinyint else {column} end)" for place, column in enumerate(uncertain)]
    return table(opened.execute(
        f"select commune, sum(people) as people, sum(least) as least, sum(least) + sum(gained) as greatest from ("
        f" select commune, count(*) as people, sum({holds(name, uncertain)}::utinyint) as least, 0 as gained from {source} group by 1"
        f" union all select commune, 0, 0, sum(({holds(name, greatest)})::utinyint) - sum(({holds(name, uncertain)})::utinyint)"
        f" from {source} where unknown <> 0 group by 1) group by 1"
    ).fetchnumpy())


if __name__ == "__main__":
    run("duckdb", duckdb.__version__, judge_cold, load, judge_warm)
