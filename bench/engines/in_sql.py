"""The two rules in SQL, for engines that speak it: what a person reaches with the numbers that are handed in for the columns that may be null."""

from common import (INDICATOR_LEAST, INDICATOR_MOST, INDICATORS, LEAVE, MATERNITY, MEAN_LIMITS, MONTH_MOST, MONTHS, MONTHS_LEAST, RATING_LEAST,
                    RATINGS, RATINGS_LEAST, SLUMP, THRESHOLDS, TITLES, TOTAL_LEAST, neighbours)

UNCERTAIN = {"flat": INDICATORS, "deep": MONTHS}
MOST = {"flat": INDICATOR_MOST, "deep": MONTH_MOST}


def filled(name, null):
    """The columns that may be null, with a number in place of null."""
    return [f"coalesce({column}, {null})" for column in UNCERTAIN[name]]


def holds(name, numbers, wide=str):
    """Whether the rule holds with these numbers. `wide` casts a number so that a sum of twelve months fits."""
    return {"flat": flat, "deep": deep}[name](numbers, wide)


def flat(numbers, _wide):
    # A sum of ten times ten fits into a byte.
    least = " and ".join(f"{number} >= {INDICATOR_LEAST}" for number in numbers)
    return f"({' + '.join(numbers)} >= {TOTAL_LEAST} and {least})"


def deep(months, wide):
    chain = " or ".join(f"(t{n} = 1 and t{n + 1} = 1 and t{n + 2} = 1)" for n in range(1, len(TITLES) - 1))
    ratings = " + ".join(f"cast({column} >= {RATING_LEAST} as integer)" for column in RATINGS)
    reached = " + ".join(f"cast({month} >= threshold as integer)" for month in months)
    slump = " and ".join(f"({a} >= {SLUMP} or {b} >= {SLUMP} or {c} >= {SLUMP})" for a, b, c in neighbours(months))
    mean = " + ".join(wide(month) for month in months)
    return (f"(status <> {LEAVE} and discipline = 0 and ({chain}) and {ratings} >= {RATINGS_LEAST} and {mean} >= mean_limit"
            f" and (status = {MATERNITY} or ({reached} >= {MONTHS_LEAST} and {slump})))")


def people(name, source, lookup=None):
    """The rows, for the deep rule with the person's limits beside them."""
    if name == "flat":
        return source
    lookup = lookup or cases
    threshold, limit = lookup("region * 3 + year", THRESHOLDS), lookup("category", [12 * value for value in MEAN_LIMITS])
    return f"(select *, {threshold} as threshold, {limit} as mean_limit from {source}) as person"


def cases(place, values):
    """A value by its place, as all engines understand it."""
    return f"case {place} " + " ".join(f"when {number} then {value}" for number, value in enumerate(values)) + " end"
