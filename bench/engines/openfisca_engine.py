"""OpenFisca-core: its own entities, variables and simulation; 32-bit integers, as its integer variables hold them, -1 where not known."""

import importlib.metadata

import numpy as np
import pyarrow.parquet as parquet
from openfisca_core import entities, periods, simulations, taxbenefitsystems, variables

from common import (COMMUNES, INDICATOR_LEAST, INDICATOR_MOST, INDICATORS, LEAVE, MATERNITY, MEAN_LIMITS, MONTH_MOST, MONTHS, MONTHS_LEAST,
                    RATING_LEAST, RATINGS, RATINGS_LEAST, SLUMP, THRESHOLDS, TITLES, TOTAL_LEAST, columns, neighbours, run)

PERIOD = periods.period("2026")
PERSON = entities.Entity("person", "people", "", "")


def input_variable(name):
    return type(name, (variables.Variable,), {
        "value_type": int, "entity": PERSON, "definition_period": periods.DateUnit.YEAR, "label": name,
    })


def judged(uncertain, others, most, holds):
    """Results of all people: judged with the least numbers, then those who lack some once more with the greatest."""
    with_least = holds([np.maximum(value, 0) for value in uncertain], others)
    # A number below nothing has its highest bit set, and so has a union of bits with one such number in it.
    lacking = np.flatnonzero(np.bitwise_or.reduce(uncertain) < 0)
    with_greatest = holds([np.where(value[lacking] < 0, np.int32(most), value[lacking]) for value in uncertain], [value[lacking] for value in others])
    result = with_least * np.int32(2)
    result[lacking] = with_least[lacking].astype(np.int32) + with_greatest
    return result


def flat(person, period):
    def holds(values, _others):
        total, lowest = values[0].copy(), values[0] >= INDICATOR_LEAST
        for value in values[1:]:
            total += value
            lowest &= value >= INDICATOR_LEAST
        return (total >= TOTAL_LEAST) & lowest

    return judged([person(name, period) for name in INDICATORS], [], INDICATOR_MOST, holds)


def deep(person, period):
    threshold = np.asarray(THRESHOLDS, dtype=np.int32)[person("region", period) * 3 + person("year", period)]
    limit = 12 * np.asarray(MEAN_LIMITS, dtype=np.int32)[person("category", period)]
    maternity = person("status", period) == MATERNITY
    titles = [person(name, period) == 1 for name in TITLES]
    chain = np.logical_or.reduce([a & b & c for a, b, c in neighbours(titles)])
    ratings = sum((person(name, period) >= RATING_LEAST).astype(np.int32) for name in RATINGS)
    fixed = chain & (ratings >= RATINGS_LEAST) & (person("status", period) != LEAVE) & (person("discipline", period) == 0)

    def holds(months, others):
        threshold, limit, maternity, fixed = others
        reached = sum((value >= threshold).astype(np.int32) for value in months)
        good = [value >= SLUMP for value in months]
        slump = np.logical_and.reduce([a | b | c for a, b, c in neighbours(good)])
        return fixed & (maternity | ((reached >= MONTHS_LEAST) & slump)) & (sum(months) >= limit)

    return judged([person(name, period) for name in MONTHS], [threshold, limit, maternity, fixed], MONTH_MOST, holds)


FORMULAS = {"flat": flat, "deep": deep}


def system(name):
    country = taxbenefitsystems.TaxBenefitSystem([PERSON])
    country.add_variables(*(input_variable(column) for column in columns(name)))
    formula = FORMULAS[name]
    country.add_variable(type("result", (variables.Variable,), {
        "value_type": int, "entity": PERSON, "definition_period": periods.DateUnit.YEAR, "label": "result",
        "formula": lambda person, period: formula(person, period),
    }))
    return country


def load(options):
    file = parquet.ParquetFile(options.file)
    simulation = simulations.SimulationBuilder().build_default_simulation(system(options.name), count=file.metadata.num_rows)
    for name in columns(options.name):
        values = file.read(columns=[name]).column(0).cast("int32").fill_null(-1)
        simulation.set_input(name, PERIOD, values.to_numpy())
    return simulation


def judge_warm(simulation, _options):
    simulation.delete_arrays("result")
    result = simulation.calculate("result", PERIOD)
    # One pass over communes and results at once; a sum over a group entity would take one for each result, in floating point.
    people = np.bincount(simulation.calculate("commune", PERIOD) * 3 + result, minlength=COMMUNES * 3)
    return people.reshape(COMMUNES, 3)


if __name__ == "__main__":
    run("openfisca", importlib.metadata.version("openfisca-core"), lambda options: judge_warm(load(options), options), load, judge_warm)
