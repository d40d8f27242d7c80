"""Finding among a thousand, ten thousand and a hundred thousand fiches, and opening a file of so many."""

import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.records.record import Status
from fieldapp.records.selection import Order, Selection
from fieldapp.store import Workspace, opening
from fieldapp.store.listing.search import match_query
from tests.benchmarks import many
from tests.benchmarks.bare import open_bare
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import Site

_SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000}
_QUICK = 20
_PAGE = 100
_BATCH = 2_000
_LETTERS = ("a", "as", "for", "car", "rab", "ج", "nou", "insert", "zzz")
_WORDS = ("atlas formation", "réseau emploi", "nour femmes", "association souss", "coopérative rabat sale")
_ARABIC = ("جمعية", "الأمل", "للتكوين", "مركز النور", "امل")
_PHONES = ("06 12 34", "+212 661", "0677", "06.98.76", "00212 6 55 12")
_SEARCH_TABLE = """CREATE VIRTUAL TABLE search USING fts5 (
    names, answers, content='', detail=column, prefix='1 2 3', tokenize='ascii')"""
_LIST_TABLE = (
    "CREATE TABLE list (number INTEGER PRIMARY KEY, touched INTEGER, title TEXT, region TEXT, status TEXT)"
)
_HITS = "SELECT rowid FROM search WHERE search MATCH ? LIMIT 100"
_FILTERED = """SELECT number FROM search JOIN list ON list.number = search.rowid
    WHERE search MATCH ? AND region = '04' AND status = 'draft' LIMIT 100"""
_COUNTED = "SELECT count(*) FROM search WHERE search MATCH ?"
_LISTED = "SELECT number, title FROM list ORDER BY touched DESC LIMIT 100"
_Act = Callable[[], object]
_Row = Callable[[Workspace, Any, Iterator[int]], tuple[_Act, _Act]]
"""Makes both sides of one row of the table; the numbers tell which query is next."""


def _made(site: Site, size: int) -> tuple[Path, Path]:
    """Return a workspace of that many fiches, indexed and closed, and the same words in a bare file."""
    place, bare_place = site.folder / f"many-{size}", site.folder / f"many-{size}.db"
    if not place.exists():
        site.copy_of_workspace().rename(place)
        with closing(open_bare(bare_place)) as bare, closing(_opened(site, place)) as workspace:
            bare.execute(_SEARCH_TABLE)
            bare.execute(_LIST_TABLE)
            bare.execute("CREATE INDEX list_by_touch ON list (touched)")
            many.fill(workspace, _QUICK if site.is_quick else size)
            while entries := workspace.indexing.read(_BATCH):
                workspace.indexing.keep(entries)
                _copy(workspace, bare, entries)
    return place, bare_place


def _copy(workspace: Workspace, bare: Any, entries: list[Any]) -> None:
    records = workspace.records.listing.numbered([entry.number for entry in entries])
    bare.execute("BEGIN")
    bare.executemany(
        "INSERT INTO search (rowid, names, answers) VALUES (?, ?, ?)",
        [(entry.number, entry.names, entry.words) for entry in entries],
    )
    bare.executemany(
        "INSERT INTO list VALUES (?, ?, ?, ?, ?)",
        [
            (
                each.number,
                each.touched,
                records[each.number].title,
                each.region,
                str(records[each.number].status),
            )
            for each in entries
        ],
    )
    bare.execute("COMMIT")


def _opened(site: Site, place: Path) -> Workspace:
    return opening._open(place, lambda: site.key, clock=SystemClock(), ids=SystemIds())


@contextmanager
def _row(site: Site, *, size: int, make: _Row) -> Iterator[Pair]:
    place, bare_place = _made(site, size)
    with closing(_opened(site, place)) as workspace, closing(open_bare(bare_place)) as bare:
        bare.execute("PRAGMA cache_size=-65536")  # as ours has it
        chance = random.Random(many.SEED)
        ours, floor = make(workspace, bare, iter(partial(chance.randrange, 1_000), None))
        yield Pair(lambda: timed(ours), lambda: timed(floor))


def _page(workspace: Workspace, selection: Selection) -> object:
    listing = workspace.records.listing
    return listing.records(listing.find(selection, limit=_PAGE))


def _typed(words: tuple[str, ...]) -> _Row:
    """First rows of what holds the words typed, names first."""

    def make(workspace: Workspace, bare: Any, numbers: Iterator[int]) -> tuple[_Act, _Act]:
        typed, typed_bare = cycle(words), cycle(words)
        return (
            lambda: _page(workspace, Selection(query=next(typed))),
            lambda: bare.execute(_HITS, (match_query(next(typed_bare)),)).fetchall(),
        )

    return make


def _filtered(workspace: Workspace, bare: Any, numbers: Iterator[int]) -> tuple[_Act, _Act]:
    typed, typed_bare = cycle(_LETTERS), cycle(_LETTERS)
    asked = Selection(region="04", status=Status.DRAFT)
    return (
        lambda: _page(workspace, asked.searching(next(typed))),
        lambda: bare.execute(_FILTERED, (match_query(next(typed_bare)),)).fetchall(),
    )


def _counted(workspace: Workspace, bare: Any, numbers: Iterator[int]) -> tuple[_Act, _Act]:
    typed, typed_bare = cycle((*_LETTERS, *_WORDS)), cycle((*_LETTERS, *_WORDS))
    return (
        lambda: workspace.records.listing.count(Selection(query=next(typed))),
        lambda: bare.execute(_COUNTED, (match_query(next(typed_bare)),)).fetchone(),
    )


def _first(workspace: Workspace, bare: Any, numbers: Iterator[int]) -> tuple[_Act, _Act]:
    orders = cycle((None, *Order))
    return (
        lambda: _page(workspace, Selection(order=next(orders))),
        lambda: bare.execute(_LISTED).fetchall(),
    )


def _deep(workspace: Workspace, bare: Any, numbers: Iterator[int]) -> tuple[_Act, _Act]:
    listing = workspace.records.listing
    order = listing.find(Selection())

    def ours() -> object:
        begin = next(numbers) * len(order) // 1_000
        return listing.records(order[begin : begin + _PAGE])

    def floor() -> object:
        return bare.execute(f"{_LISTED} OFFSET ?", (next(numbers) * len(order) // 1_000,)).fetchall()

    return ours, floor


def _whole(workspace: Workspace, bare: Any, numbers: Iterator[int]) -> tuple[_Act, _Act]:
    orders = cycle(
        (Selection(), Selection(query="a"), Selection(query="formation"), Selection(order=Order.TITLE))
    )
    return (
        lambda: workspace.records.listing.find(next(orders)),
        lambda: bare.execute("SELECT number FROM list ORDER BY touched DESC").fetchall(),
    )


@contextmanager
def _open(site: Site, *, size: int) -> Iterator[Pair]:
    place, bare_place = _made(site, size)

    def ours() -> object:
        with closing(_opened(site, place)) as workspace:
            return _page(workspace, Selection())

    def floor() -> object:
        with closing(open_bare(bare_place)) as bare:
            return bare.execute(_LISTED).fetchall()

    yield Pair(lambda: timed(ours), lambda: timed(floor))


_ROWS: tuple[tuple[str, str, str, _Row], ...] = (
    ("letters", "letters typed → first rows", "the same matched in a bare FTS5 index", _typed(_LETTERS)),
    ("words", "two or three words typed → first rows", "the same", _typed(_WORDS)),
    ("arabic", "Arabic words typed → first rows", "the same", _typed(_ARABIC)),
    ("phone", "part of a telephone number typed → first rows", "the same", _typed(_PHONES)),
    (
        "filters",
        "letters typed, region and state chosen → first rows",
        "the same, joined with a bare table",
        _filtered,
    ),
    ("count", "words typed → how many", "counted in a bare FTS5 index", _counted),
    ("first", "first rows of the list, in each order", "first rows of a bare table by its index", _first),
    ("deep", "rows anywhere in the list", "the same by OFFSET in a bare table", _deep),
    (
        "order",
        "the whole order of the list, for the scroll bar",
        "all numbers of a bare table by its index",
        _whole,
    ),
)
BENCHMARKS = (
    *(
        Benchmark(
            f"search-{name}-{row}",
            f"{size:,} fiches: {what}",
            floor,
            200,
            partial(_row, size=size, make=make),
        )
        for name, size in _SIZES.items()
        for row, what, floor, make in _ROWS
    ),
    *(
        Benchmark(
            f"search-{name}-open",
            f"{size:,} fiches: the file opened by its key, the first rows read, closed",
            "a bare file opened, its first rows read",
            20,
            partial(_open, size=size),
        )
        for name, size in _SIZES.items()
    ),
)
