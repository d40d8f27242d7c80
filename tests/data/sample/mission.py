"""The whole mission, record by record, in the order in which records need each other."""

from functools import cache

from tests.data.sample import (
    agencies,
    associations,
    holders,
    measures,
    notes,
    organisations,
    planted,
    seekers,
)
from tests.data.sample.writing import PLANTED, Ledger, record_id, table


@cache
def mission():
    """Return the ledger of everything."""
    ledger = Ledger()
    fiches = organisations.fiches()
    by_key = {one.key: one for one in fiches}
    people = (*associations.associations(), *seekers.seekers(), *holders.holders())
    told = (*agencies.advisers(), *agencies.groups(), *measures.measures(), *notes.notes())
    for record in (*fiches, *planted.duplicates(by_key), *people, *told):
        ledger.write(record)
    return ledger


def planted_table(ledger):
    titles = ledger.titles(organisations.FORM)
    ids = {key: record_id(organisations.FORM, key) for key in titles}
    return table(planted.HEADINGS, planted.planted(ids, titles))


def files():
    """Return the bytes of everything that is frozen, by path."""
    return {**mission().files(), PLANTED: planted_table(mission())}
