"""The two rules in SQL, for engines that speak it."""

from common import (INDICATOR_LEAST, INDICATOR_MOST, INDICATORS, LEAVE, MATERNITY, MEAN_LIMITS, MONTH_MOST, MONTHS, MONTHS_LEAST, RATING_LEAST,
                    RATINGS, RATINGS_LEAST, SLUMP, THRESHOLDS, TITLES, TOTAL_LEAST, neighbours)


def flat(source, greatest, least, wide):
    """Counts of results by commune. `wide` casts a number so that a sum of ten fits; `greatest` and `least` are the engine's functions."""
    known = [f"coalesce({name}, {{null}})" for name in INDICATORS]

    def holds(null):
        filled = [name.format(null=null) for name in known]
        total = " + ".join(wide(name) for name in filled)
        return f"({total} >= {TOTAL_LEAST} and {least}({', '.join(filled)}) >= {INDICATOR_LEAST})"

    result = f"cast({holds(0)} as integer) + cast({holds(INDICATOR_MOST)} as integer)"
    return f"select commune, {result} as result, count(*) as people from {source} group by 1, 2"


def deep(source, greatest, least, wide):
    """The same for the deep rule. What rests on no month is asked once, the months twice: with nulls as least and as greatest."""
    threshold = "case region * 3 + year " + " ".join(f"when {place} then {value}" for place, value in enumerate(THRESHOLDS)) + " end"
    limit = "case category " + " ".join(f"when {place} then {12 * value}" for place, value in enumerate(MEAN_LIMITS)) + " end"
    chain = " or ".join(f"(t{n} = 1 and t{n + 1} = 1 and t{n + 2} = 1)" for n in range(1, len(TITLES) - 1))
    ratings = " + ".join(f"cast({name} >= {RATING_LEAST} as integer)" for name in RATINGS)
    fixed = f"(status <> {LEAVE} and discipline = 0 and {ratings} >= {RATINGS_LEAST} and ({chain}))"

    def holds(null):
        filled = {name: f"coalesce({name}, {null})" for name in MONTHS}
        reached = " + ".join(f"cast({filled[name]} >= threshold as integer)" for name in MONTHS)
        slump = " and ".join(f"{greatest}({filled[a]}, {filled[b]}, {filled[c]}) >= {SLUMP}" for a, b, c in neighbours(MONTHS))
        total = " + ".join(wide(filled[name]) for name in MONTHS)
        return f"((status = {MATERNITY} or ({reached} >= {MONTHS_LEAST} and {slump})) and {total} >= mean_limit)"

    result = f"case when {fixed} then cast({holds(0)} as integer) + cast({holds(MONTH_MOST)} as integer) else 0 end"
    return (f"select commune, {result} as result, count(*) as people from "
            f"(select *, {threshold} as threshold, {limit} as mean_limit from {source}) as person group by 1, 2")
