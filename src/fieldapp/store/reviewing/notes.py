"""What the list knows of a record's review, made anew of its changes whenever one of them is written."""

from fieldapp.records.comments import threads_of
from fieldapp.records.review import review_of
from fieldapp.store.connection import Database
from fieldapp.store.journal import Journal

_IS_SPOKEN_OF = "SELECT 1 FROM change WHERE record_id = ? AND op IN ('review', 'comment') LIMIT 1"
_NOTE = """INSERT INTO record_review (number, state, last, threads, open_threads)
    SELECT number, ?, ?, ?, ? FROM record WHERE record_id = ?
    ON CONFLICT (number) DO UPDATE SET state = excluded.state, last = excluded.last, threads = excluded.threads,
    open_threads = excluded.open_threads"""


def note_review(db: Database, journal: Journal, record_id: str) -> None:
    """Note where the review of a record stands now. Belongs inside the transaction of the act."""
    if db.execute(_IS_SPOKEN_OF, [record_id]).fetchone() is None:
        return
    changes = journal.of_record(record_id)
    review, threads = review_of(changes, journal.state(record_id)), threads_of(changes)
    count = sum(not thread.is_settled for thread in threads)
    db.execute(_NOTE, [str(review.state), str(review.last), len(threads), count, record_id])
