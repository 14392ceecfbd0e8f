"""The database: opening it, and adding one document at a time.

Invariants: one document, its records and its outcome are one transaction; writing the same document with the same run
again changes nothing; a database that raised an error is as it was before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from onrecord.errors import RecordError, StoreError
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import Document, Outcome
from onrecord.model.provenance import Run
from onrecord.store.migrations import apply_migrations, find_pending
from onrecord.store.sqlite import (
    BUSY_TIMEOUT_SECONDS,
    Connection,
    Error,
    IntegrityError,
    Row,
    Value,
    connect,
    explain_errors,
)
from onrecord.store.stand_ins import has_surrogate, hide_in, hide_surrogates
from onrecord.store.tables import collect_rows, find_broken_references, make_cells, name_columns, plain_fields

HEADER = b"SQLite format 3\0"
DOCUMENT_FIELDS = plain_fields(Document)
DOCUMENT_COLUMNS = (*name_columns(DOCUMENT_FIELDS), "characters", "sha256", "run", "stand_ins")


class Store:
    """An open database. Close it, or use it in a `with` statement; use it in the thread that opened it."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self.connection = connection

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. Nothing is lost by not closing: every document is complete on disk once it is written."""
        with explain_errors(self.path):
            self.connection.close()

    def write(self, doc: CodedDocument, run: Run, item: str) -> Outcome:
        """The outcome that is now on file for a finished document; `item` names the input it came from.

        A document that was coded by another run is replaced with all its records. One whose text is already coded
        under another key is stored as a duplicate of that one, without records. One that has the key of an older
        one (a report that was edited, or got a date) takes its place. Raises RecordError where a record
        refers to one that is not there or an id is used twice, StoreError where the file cannot be written.
        """
        if doc.parse is not None or doc.views:
            raise RecordError(f"{doc.id}: an unfinished document; expected one without parse and views of its own")
        try:
            with self._transaction():
                if not self.is_done(doc.id, run.id):
                    self._insert_run(run)
                    self._drop_earlier(doc)
                    self._replace_document(self._mark_duplicate(doc), run)
                return self._insert_outcome(item, doc.id)
        except IntegrityError as error:
            broken = "; ".join(find_broken_references(doc))
            if broken:
                raise RecordError(f"{doc.id}: {broken}; expected the ids of records of this document") from error
            raise RecordError(f"{doc.id}: {error}; expected every id once and every value of its kind") from error

    def write_failure(self, item: str, reason: str) -> None:
        """An item that could not be read or coded is on file as failed; an earlier failure of it is replaced."""
        with self._transaction():
            self.connection.execute("DELETE FROM outcome WHERE item = ? AND document IS NULL", (hide_in(item),))
            self.connection.execute(
                "INSERT INTO outcome (item, document, outcome, reason) VALUES (?, NULL, 'failed', ?)",
                (hide_in(item), hide_in(reason)),
            )

    def is_done(self, document_id: str, run_id: str) -> bool:
        """Whether the document is on file as that run left it, so that it need not be coded again."""
        return self.has_row("SELECT 1 FROM document WHERE id = ? AND run = ?", document_id, run_id)

    def has_outcome(self, item: str) -> bool:
        """Whether an item of the input has ended in any way, with any run."""
        return self.has_row("SELECT 1 FROM outcome WHERE item = ?", hide_in(item))

    def has_row(self, query: str, *values: Value) -> bool:
        """Whether a query finds anything."""
        with explain_errors(self.path):
            return self.connection.execute(query, values).fetchone() is not None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever others write meanwhile."""
        with explain_errors(self.path):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """What is done inside is done wholly or not at all. IntegrityError is left to the caller, who knows why."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            self.connection.execute("COMMIT")
        except BaseException as error:
            self._roll_back()
            if isinstance(error, Error) and not isinstance(error, IntegrityError):
                with explain_errors(self.path):
                    raise
            raise

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def _insert_run(self, run: Run) -> None:
        values = (run.id, run.version, run.model, run.model_hash)
        if not self.connection.execute("INSERT OR IGNORE INTO run VALUES (?, ?, ?, ?)", values).rowcount:
            return
        files = [(run.id, position, *file) for position, file in enumerate(run.files)]
        overrides = [(run.id, position, name) for position, name in enumerate(run.overrides)]
        self.connection.executemany("INSERT INTO run_file VALUES (?, ?, ?, ?)", files)
        self.connection.executemany("INSERT INTO run_override VALUES (?, ?, ?)", overrides)

    def _drop_earlier(self, doc: CodedDocument) -> None:
        # Copies of the older version go too: they are copies of nothing now, and are coded when their turn comes.
        older = "SELECT id FROM document WHERE key = ? AND id <> ?"
        gone = f"SELECT id FROM document WHERE id IN ({older}) OR same_as IN ({older})"  # noqa: S608
        values = (hide_in(doc.document.key), doc.id) * 2
        ids = [(id,) for (id,) in self.connection.execute(gone, values)]
        self.connection.executemany("DELETE FROM outcome WHERE document = ?", ids)
        self.connection.executemany("DELETE FROM document WHERE id = ?", ids)

    def _mark_duplicate(self, doc: CodedDocument) -> CodedDocument:
        """The document, or what is stored of it where its text is coded already."""
        if doc.document.outcome != "coded":
            return doc
        query = "SELECT id FROM document WHERE sha256 = ? AND outcome = 'coded' AND id <> ? ORDER BY id LIMIT 1"
        found = self.connection.execute(query, (hash_text(doc.text), doc.id)).fetchone()
        if found is None:
            return doc
        reason = "the same text is coded already"
        return CodedDocument(replace(doc.document, outcome="duplicate", reason=reason, same_as=found[0]))

    def _replace_document(self, doc: CodedDocument, run: Run) -> None:
        # The records go with the old row; what refers to it from elsewhere is checked only when the new one is there.
        self.connection.execute("DELETE FROM document WHERE id = ?", (doc.id,))
        rows = collect_rows(doc)
        cells = make_cells(doc.document, DOCUMENT_FIELDS)
        row: Row = (*cells, len(doc.text), hash_text(doc.text), run.id)
        has_stand_ins = has_surrogate([row]) or any(map(has_surrogate, rows.values()))
        self._insert("document", DOCUMENT_COLUMNS, [(*row, int(has_stand_ins))], has_stand_ins)
        for table, found in rows.items():
            self._insert(table.name, table.columns, found, has_stand_ins)

    def _insert(self, table: str, columns: tuple[str, ...], rows: list[Row], has_stand_ins: bool) -> None:
        names = ", ".join(f'"{name}"' for name in columns)
        places = ", ".join("?" * len(columns))
        written = map(hide_surrogates, rows) if has_stand_ins else rows
        self.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", written)  # noqa: S608

    def _insert_outcome(self, item: str, document_id: str) -> Outcome:
        """Every item of the document has the document's outcome, and this item has no failure any more."""
        query = "SELECT outcome, reason FROM document WHERE id = ?"
        outcome, reason = self.connection.execute(query, (document_id,)).fetchone()
        name = hide_in(item)
        self.connection.execute("DELETE FROM outcome WHERE item = ? AND document IS NULL", (name,))
        self.connection.execute(
            "UPDATE outcome SET outcome = ?, reason = ? WHERE document = ?", (outcome, reason, document_id)
        )
        self.connection.execute(
            "INSERT OR IGNORE INTO outcome (item, document, outcome, reason) VALUES (?, ?, ?, ?)",
            (name, document_id, outcome, reason),
        )
        found: Outcome = outcome
        return found


def open_store(path: str | Path, *, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> Store:
    """The database at that path for reading and writing, made where there is none, in today's form.

    Raises StoreError for anything else that is there, for one of a newer Onrecord, and where another program writes
    to it for longer than the timeout.
    """
    file = Path(path)
    _check_file(file)
    with explain_errors(file):
        connection = connect(file, busy_timeout_seconds=busy_timeout_seconds)
        try:
            apply_migrations(connection, file)
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
    return Store(file, connection)


def open_reader(path: str | Path) -> Store:
    """The database at that path, for reading only. Raises StoreError where there is none in today's form."""
    file = Path(path)
    if not file.exists() or not file.stat().st_size:
        raise StoreError(f"{file}: no database there; expected one that Onrecord wrote")
    _check_file(file)
    with explain_errors(file):
        connection = _connect_reader(file)
        try:
            pending = find_pending(connection, file)
        except BaseException:
            connection.close()
            raise
    if pending:
        connection.close()
        raise StoreError(f"{file}: written by an older Onrecord; expected today's form: code into it once to change it")
    return Store(file, connection)


def hash_text(text: str) -> str:
    """The SHA-256 of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _check_file(file: Path) -> None:
    """Nothing, if a database is at that path or can be made there; SQLite itself is not asked to touch other files."""
    if file.is_dir():
        raise StoreError(f"{file}: a folder; expected a file")
    if not file.exists():
        if not file.parent.is_dir():
            raise StoreError(f"{file.parent}: no such folder; expected the path of a file in an existing one")
        return
    try:
        with file.open("rb") as opened:
            start = opened.read(len(HEADER))
    except OSError as error:
        raise StoreError(f"{file}: cannot be read: {error.strerror}") from error
    if start and start != HEADER:
        raise StoreError(f"{file}: not a database; expected a new path or a database that Onrecord wrote")


def _connect_reader(file: Path) -> Connection:
    """A connection that only reads, also on a disk that cannot be written to."""
    connection = connect(file, mode="ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except Error:
        connection.close()
        if file.with_name(file.name + "-wal").exists():
            raise
        return connect(file, mode="immutable")
    return connection
