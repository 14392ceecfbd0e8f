"""Whether a database keeps its promises."""

from collections.abc import Iterator

from onrecord.store.sqlite import Connection, Error, Value
from onrecord.store.stand_ins import show_in
from onrecord.store.tables import PARTS, TOP, Table
from onrecord.store.writer import Store, hash_text

SHOWN = 20
"""Of each kind of problem so many are named."""

_RULES = (
    (
        "document {}: no item of the input has this outcome",
        "SELECT id FROM document AS d WHERE NOT EXISTS"
        " (SELECT 1 FROM outcome AS o WHERE o.document = d.id AND o.outcome = d.outcome)",
    ),
    (
        "outcome of {}: differs from its document's",
        "SELECT o.item FROM outcome AS o JOIN document AS d ON d.id = o.document WHERE o.outcome <> d.outcome",
    ),
    (
        "document {}: a duplicate without same_as, or same_as without being one",
        "SELECT id FROM document WHERE (outcome = 'duplicate') <> (same_as IS NOT NULL)",
    ),
    (
        "document {}: skipped, duplicate or failed without a reason",
        "SELECT id FROM document WHERE outcome <> 'coded' AND coalesce(reason, '') = ''",
    ),
    (
        "document {}: has records without being coded",
        "SELECT DISTINCT d.id FROM document AS d JOIN mention AS m ON m.document = d.id WHERE d.outcome <> 'coded'"
        " UNION SELECT d.id FROM document AS d JOIN event AS e ON e.document = d.id WHERE d.outcome <> 'coded'",
    ),
    (
        "link {}: its target is not a record of that kind in its document",
        "SELECT id FROM link AS l WHERE NOT EXISTS ("
        " SELECT 1 FROM actor AS a WHERE l.kind = 'actor' AND a.document = l.document AND a.id = l.target"
        " UNION ALL"
        " SELECT 1 FROM place AS p WHERE l.kind = 'place' AND p.document = l.document AND p.id = l.target"
        " UNION ALL"
        " SELECT 1 FROM time AS t WHERE l.kind = 'time' AND t.document = l.document AND t.id = l.target)",
    ),
)
"""What is said of a row that should not be there, and the query that finds such rows."""


def check_store(store: Store) -> list[str]:
    """Every problem found: damage of the file, broken references, positions outside their text, texts that changed.

    At most twenty of each kind are named. Nothing is written.
    """
    damage = list(_find_damage(store.connection))
    if damage:  # what a damaged file says is not worth checking
        return damage
    with store.snapshot():
        return list(_find_problems(store.connection))


def _find_damage(connection: Connection) -> Iterator[str]:
    try:
        for (words,) in connection.execute(f"PRAGMA integrity_check({SHOWN})"):
            if words != "ok":
                yield f"damaged file: {words}"
    except Error as error:
        yield f"damaged file: {error}"


def _find_problems(connection: Connection) -> Iterator[str]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(SHOWN):
        yield f"table {table}: a row refers to a row of {parent} that is not there"
    for words, query in _RULES:
        yield from _name_rows(connection, words, query)
    for table in _all_tables():
        yield from _find_bad_spans(connection, table)
    yield from _find_changed_texts(connection)


def _all_tables() -> Iterator[Table]:
    yield from TOP.values()
    for parts in PARTS.values():
        yield from parts.values()


def _find_bad_spans(connection: Connection, table: Table) -> Iterator[str]:
    for field in table.fields:
        if field.shape.kind != "span":
            continue
        start, end = f"r.{field.name}_start", f"r.{field.name}_end"
        side = f"AND r.side = '{table.side}'" if table.side else ""
        query = (
            f"SELECT r.document || ' position ' || r.position FROM {table.name} AS r"  # noqa: S608
            f" JOIN document AS d ON d.id = r.document WHERE (({start} IS NULL) <> ({end} IS NULL)"
            f" OR NOT (0 <= {start} AND {start} < {end} AND {end} <= d.characters)) {side}"
        )
        yield from _name_rows(connection, f"table {table.name}, {{}}: {field.name} lies outside the text", query)


def _find_changed_texts(connection: Connection) -> Iterator[str]:
    changed = 0
    for id, text, characters, digest, stand_ins in connection.execute(
        "SELECT id, text, characters, sha256, stand_ins FROM document"
    ):
        words = show_in(text) if stand_ins else text
        if len(words) != characters or hash_text(words) != digest:
            changed += 1
            if changed <= SHOWN:
                yield f"document {id}: its text is not the one that was coded"


def _name_rows(connection: Connection, words: str, query: str) -> Iterator[str]:
    rows: list[tuple[Value]] = connection.execute(query).fetchmany(SHOWN + 1)
    for (name,) in rows[:SHOWN]:
        yield words.format(name)
    if len(rows) > SHOWN:
        yield words.format("…") + " (and more)"
