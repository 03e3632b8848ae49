-- A data file as schema 1 wrote it, for ever: tests/store/golden_test.cpp reads it with the program of today.
PRAGMA application_id = 1449355365;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE session (
  id         INTEGER PRIMARY KEY,
  code       TEXT    NOT NULL UNIQUE CHECK (length(code) = 6),
  epoch      TEXT    NOT NULL,
  created_ms INTEGER NOT NULL,
  writer_key BLOB    NOT NULL CHECK (length(writer_key) = 32),
  vote_key   BLOB             CHECK (length(vote_key) = 32), -- NULL: the session is closed
  link_key   BLOB    NOT NULL CHECK (length(link_key) = 32)
) STRICT;
INSERT INTO session VALUES(1,'482913','00000000482913ab',1763791201000,X'1111111111111111111111111111111111111111111111111111111111111111',NULL,X'3333333333333333333333333333333333333333333333333333333333333333');
CREATE TABLE entry (
  session    INTEGER NOT NULL REFERENCES session (id),
  seq        INTEGER NOT NULL CHECK (seq > 0),
  kind       TEXT    NOT NULL,
  minute     INTEGER NOT NULL, -- since 1970-01-01 UTC
  commitment BLOB    NOT NULL CHECK (length(commitment) = 32),
  hash       BLOB    NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO entry VALUES(1,1,'open_session',29396520,X'51dcd1391eb2b31c6044958220e093b694e747e1247e0c29ffe2e915b7fc3213',X'eec3c46f5e87095a586c4c2c3c6cce35327654cd90c19dd34f8d9b97b01856f6');
INSERT INTO entry VALUES(1,2,'submit_idea',29396520,X'07dd3839f46b0853f238b2453e3096abf3145f7fda6342bd0ec88baf7c9408e3',X'f18ce0d709a9946446e430084c4f24f309ba66f4706526d2bf05b2ff27d03005');
INSERT INTO entry VALUES(1,3,'submit_idea',29396520,X'f7114a9b13afc7268d154105915e2155c8241062982ac8b1d0e87915186f471a',X'd83874907f10301ea90d09d0b4821b9bed1da0908c856e06fe4279eb746d75cb');
INSERT INTO entry VALUES(1,4,'redact_idea',29396520,X'7b68b173d2d09058f9303998662fb9e73f8cc6ec0c802dd583b4a8633a542d2a',X'8fc11f30fba810e15c0a519dc4647ee50400e5083a9d386a8b1106837f9463f9');
INSERT INTO entry VALUES(1,5,'cast_vote',29396520,X'5477fd8a32e256f6173e938e0169c788d8c89226a332ead6ab5fe4793de13c6f',X'778803e6769d96e86215705bb692887fa05632872a1eaf86871ae51c2a5ac360');
INSERT INTO entry VALUES(1,6,'open_phase',29396520,X'4dc94564fb2a39e69c90479601d47efb83f7ef8834a88c785fb3084e71ba6d58',X'dfc41790402d6c66ddd5feb88e51a1643537f918edcb9f9c87ef08fbe1170f02');
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
INSERT INTO entry_private VALUES(1,1,1,X'e7c636e5a2646f7a82551792edf7a2b70ac237e3be73bcec55e273b632969763',X'17b801d3b158c7876b8890cdb5fc6df5','{"actor":{"as":"host","id":"00000000000000000000000000000000"},"op_id":"op-of-this-test-1","time_ms":1763791201000,"op":{"title":0,"community":1,"question":2,"areas":[{"slug":"medicine","name":3,"full_name":4,"english":5},{"slug":"roads","name":6,"full_name":7,"english":8}],"votes_per_person":10,"languages":["uk"],"level":1,"tables":8,"settlements":[9],"links":[]}}',X'6d921744f4e827b58a64d67b386dbd734aea5ac03e12c5e23ad33ae79d8775418fbc46650f1c2a5889b107d72c1bb07f9e5544159beb9ff776890dabd62f8d60edb62296f0f5f7475179652f645c3d1d032f5c392020aa7e0b1ea5fcbeed35cc8c0faf39f19982e185993ab9c7a1d492662d3f50abb0061d825978836db156014fefba6b16ebbae065d6ffd1487856e2f4356907849ad43913be7ea500a61fcd5625dcfcc44ca6c01a7b67d60b86038f9f92c5ffbd31fab5996c4dd5973c5663ddf0686f1e90e978d405f7e59ac4d9b79397d3ec6740345d723570c8086e97c7cd5c7368e76a94150e732ef013f215217f6c24619808f39294ed556e1294d64e9e7dee9446ce58d4acdc54a0c4367a6044cfe855ae77ee4af3a87d99d8bf1dcd8b6d545dcce8143fb04401e85364aa8aa50a4f35aa2ccee59606889149b794f3');
INSERT INTO entry_private VALUES(2,1,2,X'd8e036f6d40418f1a2f889b168f78d4399f802fca7c6e6c21a062bdf1ffbbb25',X'e85588a54008cbfe9c1052131457d162','{"actor":{"as":"resident","id":"00010000000000000000000000000007"},"op_id":"op-of-this-test-2","time_ms":1763791202000,"op":{"text":0,"areas":["medicine"],"table":0,"channel":"phone"}}',X'20d4edcc9c3ab2b836aa679ffce480d4d6455eab1eded134cb3c507859dbc507');
INSERT INTO entry_private VALUES(3,1,3,X'395eb3d1fd10c5b2af8dc6dabe14d6f74ee88d051f6f65e9d6710e9df06ddb26',X'986eb2dfbb94a0907d583dd061d855e8','{"actor":{"as":"resident","id":"02bc0000000000000000000000000007"},"op_id":"op-of-this-test-3","time_ms":1763791203000,"op":{"text":0,"areas":["medicine"],"table":0,"channel":"phone"}}',X'9d256e57d779081d0904bee746af3e3e587af671c4c6b661aad8048c358fb123');
INSERT INTO entry_private VALUES(4,1,4,X'58a3ed00d4a0278c277dc98c6bf82f85f4222d861290893fa495be4094c23166',X'06ce36cfb87362c5201a6f5a2d983bd0','{"actor":{"as":"facilitator","id":"00020000000000000000000000000007"},"op_id":"op-of-this-test-4","time_ms":1763791204000,"op":{"idea":2,"text":0}}',X'74605af6b043f8e8a94bbb630fa8ec2e2508fd2b1fb810b622c55aa1cc747e14');
INSERT INTO entry_private VALUES(5,1,5,X'f4557f1b22657252c12e5a40747f7c407e62808852c6627df541d6958e421770',X'2f37808f2a63106982210e21c4f5ebb1','{"actor":{"as":"resident","id":"01f50000000000000000000000000007"},"op_id":"op-of-this-test-5","time_ms":1763791205000,"op":{"idea":2}}',X'');
INSERT INTO entry_private VALUES(6,1,6,X'31fc09dd28ea654287d976c295151689d5f8c28bfb986e66ad1c399bf1ba9912',X'fb1be580cf098a08b5a34c6d2415ab43','{"actor":{"as":"facilitator","id":"00020000000000000000000000000007"},"op_id":"op-of-this-test-6","time_ms":1763791206000,"op":{"phase":"closed","minutes":0}}',X'');
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
INSERT INTO entry_text VALUES(1,1,1,0,X'b4f55a8e331dab7c78231eab53101ae2','Стратегія');
INSERT INTO entry_text VALUES(2,1,1,1,X'00759a223a91b25fd3d40d53ed5227c7','Громада');
INSERT INTO entry_text VALUES(3,1,1,2,X'348e378f07a78c63dc02c2da193f7b97','');
INSERT INTO entry_text VALUES(4,1,1,3,X'92da368b6f13e6bbe2003e6c370201ba','Медицина');
INSERT INTO entry_text VALUES(5,1,1,4,X'98e32005cd3758e2bb46ae7933720e53','Охорона здоров’я');
INSERT INTO entry_text VALUES(6,1,1,5,X'e38fb014444dc86b5be2f01e4c306ba2','Health');
INSERT INTO entry_text VALUES(7,1,1,6,X'7567bacfab488ab53251fd06338f8d55','Дороги');
INSERT INTO entry_text VALUES(8,1,1,7,X'31ec16bc072feee8a6fd8bebf059ad4c','Дороги та транспорт');
INSERT INTO entry_text VALUES(9,1,1,8,X'acc7512100e6048a3e8ab1e6159b5a3b','Roads');
INSERT INTO entry_text VALUES(10,1,1,9,X'f217cdb8ad455e97db34bd6ced237daf','Село');
INSERT INTO entry_text VALUES(11,1,2,0,NULL,NULL);
INSERT INTO entry_text VALUES(12,1,3,0,X'411073f10e7a70f1abd49427a4001d7d','Дорога');
INSERT INTO entry_text VALUES(13,1,4,0,X'54ec4aa1b993b28b6803973ecc0752cb','Лікар щодня');
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
CREATE VIEW entries AS
SELECT s.code AS session, e.session AS session_id, e.seq, e.kind,
       json_extract(p.bytes, '$.time_ms')   AS time_ms,
       json_extract(p.bytes, '$.actor.as')  AS role,
       json_extract(p.bytes, '$.actor.id')  AS actor,
       json_extract(p.bytes, '$.op')        AS op
FROM entry e
JOIN session s ON s.id = e.session
LEFT JOIN entry_private p ON p.session = e.session AND p.seq = e.seq;
CREATE VIEW merges AS
WITH cut AS MATERIALIZED (
  SELECT session_id, seq, op ->> 'idea' AS idea FROM entries WHERE kind = 'split_idea'
)
SELECT m.session, m.session_id, other.value AS idea, m.op ->> 'main' AS into_idea,
       m.seq AS from_seq,
       (SELECT min(cut.seq) FROM cut
        WHERE cut.session_id = m.session_id AND cut.idea = other.value AND cut.seq > m.seq)
         AS until_seq
FROM entries m, json_each(m.op, '$.others') AS other
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
  FROM entries WHERE kind = 'open_phase'
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
CREATE VIEW ideas AS
WITH
fact AS MATERIALIZED (
  SELECT session, session_id, seq, kind, time_ms, actor, op,
         CASE kind WHEN 'submit_idea' THEN seq ELSE op ->> 'idea' END AS idea
  FROM entries
  WHERE kind IN ('submit_idea', 'edit_idea', 'redact_idea', 'tag_idea', 'hide_idea',
                 'restore_idea', 'withdraw_idea')
),
submitted AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY session_id ORDER BY seq) AS number
  FROM fact WHERE kind = 'submit_idea'
),
wording AS MATERIALIZED (
  SELECT session_id, idea, seq, op ->> 'text' AS ordinal,
         row_number() OVER (PARTITION BY session_id, idea ORDER BY seq DESC) AS age
  FROM fact WHERE kind IN ('submit_idea', 'edit_idea', 'redact_idea')
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
       i.op ->> 'channel' AS channel,
       strftime('%Y-%m-%dT%H:%M:%fZ', i.time_ms / 1000.0, 'unixepoch') AS submitted,
       CASE WHEN EXISTS (SELECT 1 FROM fact w WHERE w.session_id = i.session_id
                         AND w.idea = i.idea AND w.kind = 'withdraw_idea') THEN 'withdrawn'
            WHEN hiding.reason IS NOT NULL THEN 'hidden'
            WHEN merged.number IS NOT NULL THEN 'merged'
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
ORDER BY i.session_id, i.number
;
CREATE VIEW votes AS
WITH RECURSIVE
number AS MATERIALIZED (
  SELECT session_id, seq AS idea,
         row_number() OVER (PARTITION BY session_id ORDER BY seq) AS number
  FROM entries WHERE kind = 'submit_idea'
),
merge AS MATERIALIZED (SELECT * FROM merges),
given AS MATERIALIZED (
  SELECT session, session_id, seq, actor AS voter, op ->> 'idea' AS idea, time_ms
  FROM entries WHERE kind = 'cast_vote'
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
ORDER BY g.session_id, g.seq
;
COMMIT;
