"""SQLite: integers in a table in memory. It reads no Parquet: cold, the rows are read by Arrow and inserted."""

import apsw
import pyarrow.parquet as parquet

import in_sql
from common import columns, counts_of, run


def filled(options):
    opened = apsw.Connection(":memory:")
    names = columns(options.name)
    opened.execute("pragma journal_mode = off")
    opened.execute(f"create table people ({', '.join(f'{name} integer' for name in names)})")
    insert = f"insert into people values ({', '.join('?' * len(names))})"
    with opened:
        for batch in parquet.ParquetFile(options.file).iter_batches(batch_size=65_536, columns=names):
            opened.executemany(insert, zip(*(column.to_pylist() for column in batch.columns)))
    return opened


def judge_warm(opened, options):
    # Row by row, a rule that was met with the least numbers is not asked again with the greatest.
    least, greatest = (in_sql.holds(options.name, in_sql.filled(options.name, null)) for null in (0, in_sql.MOST[options.name]))
    rows = list(opened.execute(
        f"select commune, case when {least} then 2 when {greatest} then 1 else 0 end as result, count(*)"
        f" from {in_sql.people(options.name, 'people')} group by 1, 2"
    ))
    return counts_of(*zip(*rows))


if __name__ == "__main__":
    # Nothing is gained by filling three times: the insertion dwarfs the query.
    run("sqlite", apsw.sqlite_lib_version(), lambda options: judge_warm(filled(options), options), filled, judge_warm, cold_rounds=1)
