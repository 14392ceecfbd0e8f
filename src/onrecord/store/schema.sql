-- The tables of an Onrecord database, as its first migration makes them. Later changes are migrations of their own.
--
-- How to read it:
--   * Ids are text and hashes of what a record says. A record's key is (document, id): join on both.
--   * Positions (`…_start`, `…_end`) are half-open, in Unicode code points of document.text:
--     the words are substr(text, …_start + 1, …_end - …_start).
--   * `position` counts from 0 in the order of the document's line. NULL is "unknown".
--   * No cell holds a list: what there can be several of is a table of its own.
--   * The records of a document are deleted with it. All references are checked when the transaction ends.
--   * A holder is 'report' (the article's own voice) or a statement's id; `statement` is that id, for joins.

-- What a coding run used. Two runs with the same id give the same records for the same input.
CREATE TABLE run (
    id         TEXT PRIMARY KEY NOT NULL,
    version    TEXT NOT NULL,              -- of Onrecord
    model      TEXT NOT NULL,              -- name and version of the parsing model
    model_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every codebook and lexicon file of a run.
CREATE TABLE run_file (
    run      TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

-- What the user's own codebook changed.
CREATE TABLE run_override (
    run      TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

-- One report. `same_as` names the document that was coded, where this one has the same text.
CREATE TABLE document (
    id         TEXT PRIMARY KEY NOT NULL,
    key        TEXT NOT NULL,              -- the id given in the input, else the path
    title      TEXT,
    text       TEXT NOT NULL,
    published  TEXT,                       -- 2014-08-20
    publisher  TEXT,
    byline     TEXT,
    url        TEXT,
    language   TEXT,
    outcome    TEXT NOT NULL CHECK (outcome IN ('coded', 'duplicate', 'skipped')),
    reason     TEXT,
    same_as    TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    characters INTEGER NOT NULL,           -- length of the text in code points
    sha256     TEXT NOT NULL,              -- of the text in UTF-8
    stand_ins  INTEGER NOT NULL CHECK (stand_ins IN (0, 1)),
    -- 1 where the input was broken and held lone surrogates, which no UTF-8 can say: each stands in this document's
    -- cells as the private character 0x10F800 + (surrogate - 0xD800), one for one, so that no position shifts.
    run        TEXT NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX document_sha256 ON document (sha256);
CREATE INDEX document_run ON document (run);
CREATE INDEX document_same_as ON document (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX document_published ON document (published);

-- How each item of the input ended: one row an item. An item that could not be read or coded has no document.
CREATE TABLE outcome (
    item     TEXT NOT NULL,                -- the path as given, plus #record for containers
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    outcome  TEXT NOT NULL CHECK (outcome IN ('coded', 'duplicate', 'skipped', 'failed')),
    reason   TEXT,
    CHECK ((outcome = 'failed') = (document IS NULL)),
    UNIQUE (item, document)
) STRICT;
CREATE UNIQUE INDEX outcome_failed ON outcome (item) WHERE document IS NULL;
CREATE INDEX outcome_document ON outcome (document);

-- Paragraphs of the page and what they are. Furniture is never coded.
CREATE TABLE zone (
    document   TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

-- A stage that raised an error on a document; the other stages went on.
CREATE TABLE failure (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    stage    TEXT NOT NULL,
    error    TEXT NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

-- One real-world actor in a document; country and sector are PLOVER's on the document's date.
CREATE TABLE actor (
    document   TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id         TEXT NOT NULL,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    type       TEXT NOT NULL,
    country    TEXT,
    sector     TEXT,                       -- NULL: not known; UNK: PLOVER's generic unidentified actor
    role       TEXT,
    identifier TEXT,                       -- wikidata:Q…
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_id ON actor (id);

CREATE TABLE actor_sector (
    document TEXT NOT NULL,
    actor    TEXT NOT NULL,
    position INTEGER NOT NULL,
    sector   TEXT NOT NULL,
    PRIMARY KEY (document, actor, position),
    FOREIGN KEY (document, actor) REFERENCES actor (document, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- A place on the map, WGS 84 degrees; one that cannot be located has no coordinates.
CREATE TABLE place (
    document    TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id          TEXT NOT NULL,
    position    INTEGER NOT NULL,
    name        TEXT NOT NULL,
    latitude    REAL,
    longitude   REAL,
    country     TEXT,
    admin1      TEXT,
    geonames_id TEXT,
    feature     TEXT,
    precision   TEXT,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_id ON place (id);

-- An interval of the calendar, both ends included.
CREATE TABLE time (
    document  TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id        TEXT NOT NULL,
    position  INTEGER NOT NULL,
    start     TEXT NOT NULL,
    end       TEXT NOT NULL,
    precision TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX time_id ON time (id);

-- An expression that names an actor, a place, a time or a count, and what it stands for.
CREATE TABLE mention (
    document   TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id         TEXT NOT NULL,
    position   INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    form       TEXT NOT NULL,
    actor      TEXT,
    place      TEXT,
    time       TEXT,
    value      REAL,
    unit       TEXT,
    maker      TEXT NOT NULL,
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, actor) REFERENCES actor (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, place) REFERENCES place (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, time) REFERENCES time (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_id ON mention (id);

-- Every candidate for a mention with its score; rank 0 was chosen. `target` is an actor's, place's or time's id.
CREATE TABLE link (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id       TEXT NOT NULL,
    position INTEGER NOT NULL,
    mention  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    target   TEXT NOT NULL,
    score    REAL NOT NULL,                -- comparable within one mention only
    rank     INTEGER NOT NULL,
    maker    TEXT NOT NULL,
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, mention) REFERENCES mention (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Who says, thinks, asks, orders or denies what. No speaker: "it is believed".
CREATE TABLE statement (
    document             TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id                   TEXT NOT NULL,
    position             INTEGER NOT NULL,
    manner               TEXT NOT NULL,
    act                  TEXT NOT NULL,
    speaker              TEXT,
    speaker_span_start   INTEGER,
    speaker_span_end     INTEGER,
    cue_start            INTEGER,
    cue_end              INTEGER,
    addressee            TEXT,
    addressee_span_start INTEGER,
    addressee_span_end   INTEGER,
    time                 TEXT,
    inside               TEXT,             -- the statement that reports this one
    maker                TEXT NOT NULL,
    commitment           TEXT,             -- what the cue tells of the report's stance: neutral, factive, doubtful, negative
    place                TEXT,             -- where it was said
    medium_span_start    INTEGER,          -- what it was said in or to: a letter, a broadcaster
    medium_span_end      INTEGER,
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, place) REFERENCES place (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, speaker) REFERENCES actor (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, addressee) REFERENCES actor (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, time) REFERENCES time (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, inside) REFERENCES statement (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_id ON statement (id);

-- The parts of what is said.
CREATE TABLE statement_content (
    document   TEXT NOT NULL,
    statement  TEXT NOT NULL,
    position   INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statement (document, id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- One PLOVER event. `killed` … only where one figure is uncontested; event_count has them all.
CREATE TABLE event (
    document      TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id            TEXT NOT NULL,
    position      INTEGER NOT NULL,
    type          TEXT NOT NULL,
    cameo         TEXT NOT NULL,
    quad          INTEGER NOT NULL,
    score         REAL NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end   INTEGER NOT NULL,
    extent_start  INTEGER NOT NULL,
    extent_end    INTEGER NOT NULL,
    place         TEXT,
    time          TEXT,
    killed        REAL,
    injured       REAL,
    arrested      REAL,
    confidence    REAL NOT NULL,
    maker         TEXT NOT NULL,
    replaces      TEXT,                    -- the id of an earlier record, which need not be on file
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, place) REFERENCES place (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, time) REFERENCES time (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX event_id ON event (id);
CREATE INDEX event_type ON event (type);

CREATE TABLE event_mode (
    document TEXT NOT NULL,
    event    TEXT NOT NULL,
    position INTEGER NOT NULL,
    mode     TEXT NOT NULL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES event (document, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE event_context (
    document TEXT NOT NULL,
    event    TEXT NOT NULL,
    position INTEGER NOT NULL,
    context  TEXT NOT NULL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES event (document, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Where other sentences tell of it again.
CREATE TABLE event_retold (
    document   TEXT NOT NULL,
    event      TEXT NOT NULL,
    position   INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES event (document, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Who did it (side 'actor') and to whom (side 'recipient'), with the words that name them there.
CREATE TABLE event_participant (
    document   TEXT NOT NULL,
    event      TEXT NOT NULL,
    side       TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
    position   INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, event, side, position),
    FOREIGN KEY (document, event) REFERENCES event (document, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, actor) REFERENCES actor (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Every figure given, with its bounds (no upper one: "at least") and whose figure it is.
CREATE TABLE event_count (
    document   TEXT NOT NULL,
    event      TEXT NOT NULL,
    position   INTEGER NOT NULL,
    unit       TEXT NOT NULL,
    low        REAL NOT NULL,
    high       REAL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    holder     TEXT NOT NULL,
    statement  TEXT GENERATED ALWAYS AS (nullif(holder, 'report')) VIRTUAL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES event (document, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, statement) REFERENCES statement (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Whether an event happened, in the eyes of one holder.
CREATE TABLE view (
    document  TEXT NOT NULL,
    id        TEXT NOT NULL,
    event     TEXT NOT NULL,
    position  INTEGER NOT NULL,            -- within its event
    holder    TEXT NOT NULL,
    polarity  TEXT NOT NULL,
    status    TEXT NOT NULL,
    maker     TEXT NOT NULL,
    statement TEXT GENERATED ALWAYS AS (nullif(holder, 'report')) VIRTUAL,
    PRIMARY KEY (document, id),
    UNIQUE (document, event, position),
    FOREIGN KEY (document, event) REFERENCES event (document, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, statement) REFERENCES statement (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX view_id ON view (id);

-- The words that show it: negations, hedges, tenses.
CREATE TABLE view_cue (
    document   TEXT NOT NULL,
    view       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, view, position),
    FOREIGN KEY (document, view) REFERENCES view (document, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- How two actors stand to each other, where a sentence says so: from `source` to `target`.
CREATE TABLE relation (
    document   TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id         TEXT NOT NULL,
    position   INTEGER NOT NULL,
    type       TEXT NOT NULL,
    source     TEXT NOT NULL,
    target     TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    holder     TEXT NOT NULL,
    maker      TEXT NOT NULL,
    statement  TEXT GENERATED ALWAYS AS (nullif(holder, 'report')) VIRTUAL,
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, source) REFERENCES actor (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, target) REFERENCES actor (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, statement) REFERENCES statement (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_id ON relation (id);

-- One row per event x actor x recipient x view, with the texts filled in. An event without an actor, a recipient or a
-- view still has a row. To count events, count event_id once, or take the rows whose three numbers are all 1.
CREATE VIEW event_table AS
SELECT
    event.document AS document_id,
    document.key AS document_key,
    document.title,
    document.published,
    document.publisher,
    document.url,
    event.id AS event_id,
    event.position + 1 AS event_number,
    coalesce(doer.position, 0) + 1 AS actor_number,
    coalesce(target.position, 0) + 1 AS recipient_number,
    coalesce(view.position, 0) + 1 AS view_number,
    event.type,
    -- The order is in the inner SELECT, as SQLite before 3.44, which R and Python may bring, knows no other way.
    (SELECT group_concat(mode, ';') FROM (
        SELECT m.mode FROM event_mode AS m
        WHERE m.document = event.document AND m.event = event.id ORDER BY m.position
    )) AS modes,
    (SELECT group_concat(context, ';') FROM (
        SELECT c.context FROM event_context AS c
        WHERE c.document = event.document AND c.event = event.id ORDER BY c.position
    )) AS contexts,
    event.cameo,
    event.quad,
    event.score,
    substr(document.text, event.trigger_start + 1, event.trigger_end - event.trigger_start) AS trigger_words,
    substr(document.text, event.extent_start + 1, event.extent_end - event.extent_start) AS extent_words,
    actor.name AS actor_name,
    actor.type AS actor_type,
    actor.country AS actor_country,
    actor.sector AS actor_sector,
    actor.role AS actor_role,
    actor.identifier AS actor_identifier,
    recipient.name AS recipient_name,
    recipient.type AS recipient_type,
    recipient.country AS recipient_country,
    recipient.sector AS recipient_sector,
    recipient.role AS recipient_role,
    recipient.identifier AS recipient_identifier,
    place.name AS place_name,
    place.latitude,
    place.longitude,
    place.country AS place_country,
    place.admin1 AS place_admin1,
    place.geonames_id,
    place.precision AS place_precision,
    time.start AS time_from,
    time.end AS time_to,
    time.precision AS time_precision,
    event.killed,
    event.injured,
    event.arrested,
    CASE WHEN view.holder = 'report' THEN 'report'
         WHEN view.holder IS NOT NULL THEN coalesce(speaker.name, 'unattributed') END AS holder,
    view.statement AS statement_id,
    statement.act AS statement_act,
    substr(document.text, statement.cue_start + 1, statement.cue_end - statement.cue_start) AS statement_cue,
    speaker.country AS holder_country,
    speaker.sector AS holder_sector,
    view.polarity,
    view.status,
    event.confidence,
    event.maker,
    event.replaces
FROM event
JOIN document ON document.id = event.document
LEFT JOIN event_participant AS doer
    ON doer.document = event.document AND doer.event = event.id AND doer.side = 'actor'
LEFT JOIN actor ON actor.document = doer.document AND actor.id = doer.actor
LEFT JOIN event_participant AS target
    ON target.document = event.document AND target.event = event.id AND target.side = 'recipient'
LEFT JOIN actor AS recipient ON recipient.document = target.document AND recipient.id = target.actor
LEFT JOIN view ON view.document = event.document AND view.event = event.id
LEFT JOIN statement ON statement.document = view.document AND statement.id = view.statement
LEFT JOIN actor AS speaker ON speaker.document = statement.document AND speaker.id = statement.speaker
LEFT JOIN place ON place.document = event.document AND place.id = event.place
LEFT JOIN time ON time.document = event.document AND time.id = event.time;
