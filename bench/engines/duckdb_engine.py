"""DuckDB: UTINYINT and USMALLINT columns in memory; cold, straight from Parquet.

Columns that may be null cost DuckDB several times what others cost. In memory the numbers of all people therefore stand without nulls (0 in their place),
and the few people who lack something stand a second time in a table of their own, with their nulls: only they are judged with the greatest numbers.
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


def people(name, source):
    return in_sql.people(name, source, lambda place, values: f"([{', '.join(map(str, values))}]::usmallint[])[{place} + 1]")


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
    name, source = options.name, people(options.name, f"read_parquet('{options.file}')")
    least, greatest = (holds(name, in_sql.filled(name, f"{null}::utinyint")) for null in (0, in_sql.MOST[name]))
    return table(connection(options).execute(
        f"select commune, count(*) as people, sum({least}::utinyint) as least, sum({greatest}::utinyint) as greatest from {source} group by 1"
    ).fetchnumpy())


def load(options):
    opened, uncertain, file = connection(options), in_sql.UNCERTAIN[options.name], f"read_parquet('{options.file}')"
    shown = [f"coalesce({column}, 0::utinyint) as {column}" if column in uncertain else column for column in columns(options.name)]
    missing = " or ".join(f"{column} is null" for column in uncertain)
    opened.execute(f"create table people as select {', '.join(shown)} from {file}")
    opened.execute(f"create table incomplete as select * from {file} where {missing}")
    return opened


def judge_warm(opened, options):
    name, uncertain = options.name, in_sql.UNCERTAIN[options.name]
    least, greatest = (holds(name, in_sql.filled(name, f"{null}::utinyint")) for null in (0, in_sql.MOST[name]))
    return table(opened.execute(
        f"select commune, sum(people) as people, sum(least) as least, sum(least) + sum(gained) as greatest from ("
        f" select commune, count(*) as people, sum({holds(name, uncertain)}::utinyint) as least, 0 as gained"
        f" from {people(name, 'people')} group by 1"
        f" union all select commune, 0, 0, sum({greatest}::utinyint) - sum({least}::utinyint)"
        f" from {people(name, 'incomplete')} group by 1) group by 1"
    ).fetchnumpy())


if __name__ == "__main__":
    run("duckdb", duckdb.__version__, judge_cold, load, judge_warm)
