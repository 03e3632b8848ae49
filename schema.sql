-- The data file of Viche: the one schema. docs/file-format.md says what the hashes are made of.
--
-- To read a file, ask the views at the end: sessions, areas, ideas, votes. They are computed from
-- the log and always agree with it. Open the file with "sqlite3 -readonly FILE".
--
-- Entries can only be added. Private parts, texts and names can be erased (set to NULL) and nothing
-- else.
-- Whatever may have to die lies in a rowid table that only grows and is erased by UPDATE: its
-- B-tree then never moves a row to another page. Where rows move (WITHOUT ROWID, DELETE), copies
-- of erased bytes stay behind in pages even with secure_delete.

PRAGMA application_id = 1449355365; -- "Vche"
PRAGMA user_version = 4;            -- the schema's version

CREATE TABLE session (
  id         INTEGER PRIMARY KEY,
  code       TEXT    NOT NULL UNIQUE CHECK (length(code) = 6),
  epoch      TEXT    NOT NULL,
  created_ms INTEGER NOT NULL,
  writer_key BLOB    NOT NULL CHECK (length(writer_key) = 32),
  vote_key   BLOB             CHECK (length(vote_key) = 32), -- NULL: the session is closed
  link_key   BLOB    NOT NULL CHECK (length(link_key) = 32)
) STRICT;

-- What pages know the log of a session by; without a row it is the session's epoch. `viche backup`
-- writes it anew in the copy: who served the copy next would otherwise be taken for the old server
-- by phones that hold more than the copy does. Not part of the chain.
CREATE TABLE incarnation (
  session INTEGER PRIMARY KEY REFERENCES session (id),
  epoch   TEXT    NOT NULL CHECK (length(epoch) = 16)
) STRICT;

-- The public part, the commitment to the private part, and the chain.
CREATE TABLE entry (
  session    INTEGER NOT NULL REFERENCES session (id),
  seq        INTEGER NOT NULL CHECK (seq > 0),
  kind       TEXT    NOT NULL,
  minute     INTEGER NOT NULL, -- since 1970-01-01 UTC
  commitment BLOB    NOT NULL CHECK (length(commitment) = 32),
  hash       BLOB    NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

-- Who, when exactly, and what; all NULL once erased.
CREATE TABLE entry_private (
  id               INTEGER PRIMARY KEY,
  session          INTEGER NOT NULL,
  seq              INTEGER NOT NULL,
  resend_key       BLOB    NOT NULL CHECK (length(resend_key) = 32),
  salt             BLOB    CHECK (length(salt) = 16),
  bytes            TEXT,   -- {"actor":{"as","id"},"op_id","time_ms","op":{…}}, exactly as hashed
  text_commitments BLOB    CHECK (length(text_commitments) % 32 = 0), -- one after another
  UNIQUE (session, seq),
  UNIQUE (session, resend_key), -- the same op sent again is never a second entry
  FOREIGN KEY (session, seq) REFERENCES entry (session, seq),
  CHECK ((salt IS NULL) = (bytes IS NULL) AND (salt IS NULL) = (text_commitments IS NULL))
) STRICT;

-- Every free text somebody typed, in every version. NULL once erased.
CREATE TABLE entry_text (
  id      INTEGER PRIMARY KEY,
  session INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0), -- what stands for the text in the op's fields
  salt    BLOB    CHECK (length(salt) = 16),
  text    TEXT,
  UNIQUE (session, seq, ordinal),
  FOREIGN KEY (session, seq) REFERENCES entry (session, seq),
  CHECK ((salt IS NULL) = (text IS NULL))
) STRICT;

-- What must not happen, whoever tries.

CREATE TRIGGER session_keeps_its_names BEFORE UPDATE ON session
WHEN NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.epoch IS NOT OLD.epoch
  OR NEW.created_ms IS NOT OLD.created_ms OR NEW.writer_key IS NOT OLD.writer_key
  OR NEW.link_key IS NOT OLD.link_key OR NEW.vote_key IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'of a session only the vote key can be erased');
END;

CREATE TRIGGER session_stays BEFORE DELETE ON session
BEGIN
  SELECT RAISE(ABORT, 'a session is not deleted');
END;

CREATE TRIGGER entry_comes_in_order BEFORE INSERT ON entry
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM entry WHERE session = NEW.session), 0)
BEGIN
  SELECT RAISE(ABORT, 'an entry follows the last one');
END;

CREATE TRIGGER entry_stays_as_it_is BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is not changed');
END;

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is not deleted');
END;

CREATE TRIGGER entry_private_is_only_erased BEFORE UPDATE ON entry_private
WHEN NEW.id IS NOT OLD.id OR NEW.session IS NOT OLD.session OR NEW.seq IS NOT OLD.seq
  OR NEW.resend_key IS NOT OLD.resend_key OR NEW.salt IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a private part can only be erased');
END;

CREATE TRIGGER entry_private_stays BEFORE DELETE ON entry_private
BEGIN
  SELECT RAISE(ABORT, 'a private part is erased by setting it to NULL');
END;

CREATE TRIGGER entry_text_is_only_erased BEFORE UPDATE ON entry_text
WHEN NEW.id IS NOT OLD.id OR NEW.session IS NOT OLD.session OR NEW.seq IS NOT OLD.seq
  OR NEW.ordinal IS NOT OLD.ordinal OR NEW.salt IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a text can only be erased');
END;

CREATE TRIGGER entry_text_stays BEFORE DELETE ON entry_text
BEGIN
  SELECT RAISE(ABORT, 'a text is erased by setting it to NULL');
END;

-- Names that people signed their ideas with, of their own will, by writer id (the actor of their
-- entries). In no chain; `name` and `consented_ms` are NULL once erased. Since schema 4.
CREATE TABLE people (
  id           INTEGER PRIMARY KEY,
  session      INTEGER NOT NULL REFERENCES session (id),
  person       BLOB    NOT NULL CHECK (length(person) = 16),
  name         TEXT,
  consented_ms INTEGER,
  CHECK ((name IS NULL) = (consented_ms IS NULL))
) STRICT;

CREATE INDEX people_of_a_session ON people (session, person);

CREATE UNIQUE INDEX one_name_of_a_person ON people (session, person) WHERE name IS NOT NULL;

CREATE TRIGGER people_are_only_erased BEFORE UPDATE ON people
WHEN NEW.id IS NOT OLD.id OR NEW.session IS NOT OLD.session OR NEW.person IS NOT OLD.person
  OR NEW.name IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a name can only be erased');
END;

CREATE TRIGGER people_stay BEFORE DELETE ON people
BEGIN
  SELECT RAISE(ABORT, 'a name is erased by setting it to NULL');
END;

-- For reading. Times are UTC.

-- The log, one row an entry, with its private part taken apart. A text in `op` is an ordinal.
CREATE VIEW entries AS
SELECT s.code AS session, e.session AS session_id, e.seq, e.kind,
       json_extract(p.bytes, '$.time_ms')   AS time_ms,
       json_extract(p.bytes, '$.actor.as')  AS role,
       json_extract(p.bytes, '$.actor.id')  AS actor,
       json_extract(p.bytes, '$.op')        AS op
FROM entry e
JOIN session s ON s.id = e.session
LEFT JOIN entry_private p ON p.session = e.session AND p.seq = e.seq;

-- The same without what was taken back: an undo puts back exactly what was before its entry, so the
-- log without that entry tells what is true. Since schema 3.
CREATE VIEW standing_entries AS
SELECT * FROM entries e
WHERE NOT EXISTS (SELECT 1 FROM entries u
                  WHERE u.session_id = e.session_id AND u.kind = 'undo_entry'
                    AND u.op ->> 'entry' = e.seq);

-- What came in as an idea: in its phase, or late and accepted. `idea` is its id, the seq of the
-- entry that made it one; `seq` that of the entry that holds what was typed. Since schema 2.
CREATE VIEW submissions AS
SELECT session, session_id, seq AS idea, seq, time_ms, actor, op FROM entries
WHERE kind = 'submit_idea'
UNION ALL
SELECT a.session, a.session_id, a.seq, l.seq, l.time_ms, l.actor, l.op
FROM entries a
JOIN entries l ON l.session_id = a.session_id AND l.seq = a.op ->> 'late'
WHERE a.kind = 'accept_late_idea';

-- Which idea was part of which, from which entry until which (NULL: still). Ids, not numbers.
CREATE VIEW merges AS
WITH cut AS MATERIALIZED (
  SELECT session_id, seq, op ->> 'idea' AS idea FROM standing_entries WHERE kind = 'split_idea'
)
SELECT m.session, m.session_id, other.value AS idea, m.op ->> 'main' AS into_idea,
       m.seq AS from_seq,
       (SELECT min(cut.seq) FROM cut
        WHERE cut.session_id = m.session_id AND cut.idea = other.value AND cut.seq > m.seq)
         AS until_seq
FROM standing_entries m, json_each(m.op, '$.others') AS other
WHERE m.kind = 'merge_ideas';

CREATE VIEW sessions AS
WITH
setup AS (
  SELECT session_id, seq, op,
         row_number() OVER (PARTITION BY session_id ORDER BY seq DESC) AS age
  FROM entries WHERE kind IN ('open_session', 'configure_session')
),
phase AS (
  SELECT session_id, op ->> 'phase' AS phase, time_ms,
         row_number() OVER (PARTITION BY session_id ORDER BY seq DESC) AS age
  FROM standing_entries WHERE kind = 'open_phase'
)
SELECT s.code AS session, title.text AS title, community.text AS community,
       question.text AS question, setup.op ->> 'votes_per_person' AS votes_per_person,
       coalesce(phase.phase, 'lobby') AS phase,
       strftime('%Y-%m-%dT%H:%M:%fZ', s.created_ms / 1000.0, 'unixepoch') AS opened,
       CASE phase.phase WHEN 'closed' THEN
         strftime('%Y-%m-%dT%H:%M:%fZ', phase.time_ms / 1000.0, 'unixepoch') END AS closed,
       (SELECT max(e.seq) FROM entry e WHERE e.session = s.id) AS entries,
       s.id AS session_id
FROM session s
LEFT JOIN setup ON setup.session_id = s.id AND setup.age = 1
LEFT JOIN phase ON phase.session_id = s.id AND phase.age = 1
LEFT JOIN entry_text title ON title.session = s.id AND title.seq = setup.seq
  AND title.ordinal = setup.op ->> 'title'
LEFT JOIN entry_text community ON community.session = s.id AND community.seq = setup.seq
  AND community.ordinal = setup.op ->> 'community'
LEFT JOIN entry_text question ON question.session = s.id AND question.seq = setup.seq
  AND question.ordinal = setup.op ->> 'question'
ORDER BY s.id;

CREATE VIEW areas AS
WITH setup AS (
  SELECT session, session_id, seq, op,
         row_number() OVER (PARTITION BY session_id ORDER BY seq DESC) AS age
  FROM entries WHERE kind IN ('open_session', 'configure_session')
)
SELECT setup.session, area.key + 1 AS position, area.value ->> 'slug' AS slug,
       name.text AS name, full_name.text AS full_name, english.text AS english,
       setup.session_id
FROM setup, json_each(setup.op, '$.areas') AS area
LEFT JOIN entry_text name ON name.session = setup.session_id AND name.seq = setup.seq
  AND name.ordinal = area.value ->> 'name'
LEFT JOIN entry_text full_name ON full_name.session = setup.session_id
  AND full_name.seq = setup.seq AND full_name.ordinal = area.value ->> 'full_name'
LEFT JOIN entry_text english ON english.session = setup.session_id
  AND english.seq = setup.seq AND english.ordinal = area.value ->> 'english'
WHERE setup.age = 1
ORDER BY setup.session_id, position;

-- Every idea that came in, as it is now. `number` is the № of the report, `merged_into` as well.
CREATE VIEW ideas AS
WITH
fact AS MATERIALIZED (
  SELECT session_id, op ->> 'idea' AS idea, seq, kind, op
  FROM standing_entries
  WHERE kind IN ('edit_idea', 'correct_idea', 'redact_idea', 'tag_idea', 'hide_idea',
                 'restore_idea', 'withdraw_idea')
  UNION ALL
  SELECT session_id, idea, seq, 'submit_idea', op FROM submissions
),
submitted AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY session_id ORDER BY idea) AS number
  FROM submissions
),
wording AS MATERIALIZED (
  SELECT session_id, idea, seq, op ->> 'text' AS ordinal,
         row_number() OVER (PARTITION BY session_id, idea ORDER BY seq DESC) AS age
  FROM fact WHERE kind IN ('submit_idea', 'edit_idea', 'correct_idea', 'redact_idea')
),
tagging AS MATERIALIZED (
  SELECT session_id, idea, op,
         row_number() OVER (PARTITION BY session_id, idea ORDER BY seq DESC) AS age
  FROM fact WHERE kind IN ('submit_idea', 'tag_idea')
),
hiding AS MATERIALIZED (
  SELECT session_id, idea, op ->> 'reason' AS reason,
         row_number() OVER (PARTITION BY session_id, idea ORDER BY seq DESC) AS age
  FROM fact WHERE kind IN ('hide_idea', 'restore_idea')
),
-- Those that waited for approval when they came in, until they got it.
checking AS MATERIALIZED (
  SELECT i.session_id, i.idea,
         (SELECT m.op ->> 'is_on' FROM entries m
          WHERE m.session_id = i.session_id AND m.kind = 'set_premoderation' AND m.seq < i.seq
          ORDER BY m.seq DESC LIMIT 1) AS is_on
  FROM submitted i WHERE i.seq = i.idea
),
approved AS MATERIALIZED (
  SELECT a.session_id, one.value AS idea
  FROM standing_entries a, json_each(a.op, '$.ideas') AS one WHERE a.kind = 'approve_ideas'
),
joined AS MATERIALIZED (
  SELECT session_id, seq, actor, op ->> 'table' AS table_number, op ->> 'settlement' AS ordinal
  FROM entries WHERE kind = 'join'
),
-- What the author had said of themselves when the idea came in.
origin AS MATERIALIZED (
  SELECT i.session_id, i.idea, j.seq, j.table_number, j.ordinal,
         row_number() OVER (PARTITION BY i.session_id, i.idea ORDER BY j.seq DESC) AS age
  FROM submitted i
  JOIN joined j ON j.session_id = i.session_id AND j.actor = i.actor AND j.seq < i.seq
),
merged AS MATERIALIZED (
  SELECT m.session_id, m.idea, main.number
  FROM merges m
  JOIN submitted main ON main.session_id = m.session_id AND main.idea = m.into_idea
  WHERE m.until_seq IS NULL
)
SELECT i.session, i.number, words.text AS text,
       (SELECT group_concat(a.value, ', ') FROM json_each(tagging.op, '$.areas') AS a) AS areas,
       coalesce(nullif(i.op ->> 'table', 0), origin.table_number, 0) AS table_number,
       coalesce(settlement.text, '') AS settlement,
       coalesce(i.op ->> 'channel', 'phone') AS channel,
       strftime('%Y-%m-%dT%H:%M:%fZ', i.time_ms / 1000.0, 'unixepoch') AS submitted,
       CASE WHEN EXISTS (SELECT 1 FROM fact w WHERE w.session_id = i.session_id
                         AND w.idea = i.idea AND w.kind = 'withdraw_idea') THEN 'withdrawn'
            WHEN hiding.reason IS NOT NULL THEN 'hidden'
            WHEN merged.number IS NOT NULL THEN 'merged'
            WHEN EXISTS (SELECT 1 FROM checking c WHERE c.session_id = i.session_id
                         AND c.idea = i.idea AND c.is_on)
             AND NOT EXISTS (SELECT 1 FROM approved a WHERE a.session_id = i.session_id
                             AND a.idea = i.idea) THEN 'waiting'
            ELSE 'published' END AS status,
       hiding.reason AS hide_reason,
       merged.number AS merged_into,
       EXISTS (SELECT 1 FROM fact r WHERE r.session_id = i.session_id AND r.idea = i.idea
               AND r.kind = 'redact_idea') AS is_redacted,
       i.idea AS id, i.session_id
FROM submitted i
JOIN wording ON wording.session_id = i.session_id AND wording.idea = i.idea AND wording.age = 1
JOIN tagging ON tagging.session_id = i.session_id AND tagging.idea = i.idea AND tagging.age = 1
LEFT JOIN entry_text words ON words.session = i.session_id AND words.seq = wording.seq
  AND words.ordinal = wording.ordinal
LEFT JOIN hiding ON hiding.session_id = i.session_id AND hiding.idea = i.idea AND hiding.age = 1
LEFT JOIN origin ON origin.session_id = i.session_id AND origin.idea = i.idea AND origin.age = 1
LEFT JOIN entry_text settlement ON settlement.session = i.session_id
  AND settlement.seq = origin.seq AND settlement.ordinal = origin.ordinal
LEFT JOIN merged ON merged.session_id = i.session_id AND merged.idea = i.idea
ORDER BY i.session_id, i.number;

-- Votes that stand, online and on paper: who (a keyed hash), for which idea, and which one it counts for now. Support of
-- an idea is count(DISTINCT voter) by counts_for; votes on hidden ideas are spent and listed too.
CREATE VIEW votes AS
WITH RECURSIVE
number AS MATERIALIZED (
  SELECT session_id, idea,
         row_number() OVER (PARTITION BY session_id ORDER BY idea) AS number
  FROM submissions
),
merge AS MATERIALIZED (SELECT * FROM merges),
-- Voting cards in the order of their numbers; a card that replaces another is the same voter.
card_row AS MATERIALIZED (
  SELECT session_id, number, code, replaces FROM (
    SELECT made.*, row_number() OVER (PARTITION BY session_id ORDER BY seq, place) AS number
    FROM (
      SELECT e.session_id, e.seq, c.key AS place, c.value ->> 'code' AS code, NULL AS replaces
      FROM entries e, json_each(e.op, '$.cards') AS c WHERE e.kind = 'issue_cards'
      UNION ALL
      SELECT session_id, seq, 0, op -> 'by_card' ->> 'code', op ->> 'card'
      FROM entries WHERE kind = 'replace_card'
    ) AS made)
),
card (session_id, number, voter) AS (
  SELECT session_id, number, code FROM card_row WHERE replaces IS NULL
  UNION
  SELECT r.session_id, r.number, card.voter
  FROM card JOIN card_row r ON r.session_id = card.session_id AND r.replaces = card.number
),
-- A paper sheet that was confirmed is a voter: its card's at level 2, else one made of its number.
sheet AS MATERIALIZED (
  SELECT e.session, e.session_id, e.seq, e.time_ms, e.op, e.op ->> 'sheet' AS number,
         CASE WHEN level.level >= 2 THEN card.voter
              ELSE '736865657400000000000000' || printf('%08x', e.op ->> 'sheet') END AS voter
  FROM entries e
  LEFT JOIN (SELECT session_id, op ->> 'level' AS level, max(seq) FROM entries
             WHERE kind IN ('open_session', 'configure_session') GROUP BY session_id) AS level
    ON level.session_id = e.session_id
  LEFT JOIN card ON card.session_id = e.session_id AND card.number = e.op ->> 'sheet'
  WHERE e.kind = 'confirm_sheet'
    AND NOT EXISTS (SELECT 1 FROM entries w WHERE w.session_id = e.session_id
                    AND w.kind = 'withdraw_sheet' AND w.seq > e.seq
                    AND w.op ->> 'sheet' = e.op ->> 'sheet')
),
given AS MATERIALIZED (
  SELECT v.session, v.session_id, v.seq, v.actor AS voter, v.op ->> 'idea' AS idea, v.time_ms
  FROM entries v WHERE v.kind = 'cast_vote'
    -- A sheet replaces whatever its voter gave before, also when it is withdrawn later.
    AND NOT EXISTS (SELECT 1 FROM entries c
                    JOIN card ON card.session_id = c.session_id AND card.number = c.op ->> 'sheet'
                    WHERE c.session_id = v.session_id AND c.kind = 'confirm_sheet'
                      AND c.seq > v.seq AND card.voter = v.actor)
  UNION ALL
  SELECT session, session_id, seq, voter, one.value, time_ms
  FROM sheet, json_each(sheet.op, '$.ideas') AS one
),
taken AS MATERIALIZED (
  SELECT session_id, seq, actor AS voter, op ->> 'idea' AS idea
  FROM entries WHERE kind = 'withdraw_vote'
),
-- From an idea up to the main one of its group, as the groups stood at an entry (or stand now).
climb (session_id, at_seq, start, idea, height) AS (
  SELECT session_id, 9223372036854775807, idea, idea, 0 FROM given
  UNION
  SELECT session_id, seq, idea, idea, 0 FROM taken
  UNION
  SELECT t.session_id, t.seq, g.idea, g.idea, 0
  FROM taken t
  JOIN given g ON g.session_id = t.session_id AND g.voter = t.voter AND g.seq < t.seq
  UNION
  SELECT c.session_id, c.at_seq, c.start, m.into_idea, c.height + 1
  FROM climb c
  JOIN merge m ON m.session_id = c.session_id AND m.idea = c.idea AND m.from_seq < c.at_seq
    AND (m.until_seq IS NULL OR m.until_seq > c.at_seq)
),
main AS MATERIALIZED (
  SELECT session_id, at_seq, start, idea, max(height) FROM climb
  GROUP BY session_id, at_seq, start
)
SELECT g.session, g.voter, own.number AS idea, now_main.number AS counts_for,
       strftime('%Y-%m-%dT%H:%M:%fZ', g.time_ms / 1000.0, 'unixepoch') AS cast_at,
       g.session_id
FROM given g
JOIN number own ON own.session_id = g.session_id AND own.idea = g.idea
JOIN main now ON now.session_id = g.session_id AND now.at_seq = 9223372036854775807
  AND now.start = g.idea
JOIN number now_main ON now_main.session_id = g.session_id AND now_main.idea = now.idea
-- Taking a vote off takes off all of that voter's in the group as it was then.
WHERE NOT EXISTS (
  SELECT 1
  FROM taken t
  JOIN main asked ON asked.session_id = t.session_id AND asked.at_seq = t.seq
    AND asked.start = t.idea
  JOIN main stood ON stood.session_id = t.session_id AND stood.at_seq = t.seq
    AND stood.start = g.idea
  WHERE t.session_id = g.session_id AND t.voter = g.voter AND t.seq > g.seq
    AND asked.idea = stood.idea
)
ORDER BY g.session_id, g.seq;
