-- A data file as schema 3 wrote it, a copy made by viche backup, for ever: tests/store/golden_test.cpp reads it with the program of today.
PRAGMA application_id = 1449355365;
PRAGMA user_version = 3;
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
INSERT INTO session VALUES(2,'100002','00000000100002ab',1763791201000,X'1111111111111111111111111111111111111111111111111111111111111111',X'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',X'3333333333333333333333333333333333333333333333333333333333333333');
CREATE TABLE entry (
  session    INTEGER NOT NULL REFERENCES session (id),
  seq        INTEGER NOT NULL CHECK (seq > 0),
  kind       TEXT    NOT NULL,
  minute     INTEGER NOT NULL, -- since 1970-01-01 UTC
  commitment BLOB    NOT NULL CHECK (length(commitment) = 32),
  hash       BLOB    NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO entry VALUES(1,1,'open_session',29396520,X'e7d11d83c0492e4aa379d66e31cf4f872fd0bbfc0fdf2ccb0070fe85fb42bd4d',X'2bd49e623fc9b0efc2c180c7817ae3c8079ce6e0b867881e631bfde1790cf23e');
INSERT INTO entry VALUES(1,2,'submit_idea',29396520,X'a48d13dd04a5ab00e66584106b86fc5f26fe6dc1f092d552be53bcd274c24796',X'6da61ecc18f340216cd271684930dfe3714bda77655a75b5d53eb16f537a8de7');
INSERT INTO entry VALUES(1,3,'submit_idea',29396520,X'fbb21d6b20cb850671ac07976fce59a6264ab05a5f3a903647fdf4201a8f2f8f',X'7af26b0ce7c6a74c50e2329276f68e383649dcb8b6da86cefc29a8f9793d6375');
INSERT INTO entry VALUES(1,4,'redact_idea',29396520,X'380f9353f48b663ae48aab4208a9d23ea136a3aaf350515f32a19a6758c01741',X'0f2f5230d16db0d7ef115a347f62f564961be2fd0dfdcaa6dd6692d980d5382f');
INSERT INTO entry VALUES(1,5,'submit_late_idea',29396520,X'105bf06f7794e42c87fc82a7a23a1fe34eba58fa6cf73dff1eec994ed9586cf9',X'8dd11ffc9f5bf91687f05c5c7b7c13e72e2615f12ddcc37d7b76d8e834e9510f');
INSERT INTO entry VALUES(1,6,'accept_late_idea',29396520,X'b537b48e52901da0f6329a143770554450066a1dc4515457eb63c4190fb622cd',X'eb5074dc5053d3bc72a5ec3de3dffa5ade9f55e967157ee2e652b872209ff463');
INSERT INTO entry VALUES(1,7,'support_idea',29396520,X'50b95c6ff754214814da1c13495c692df036a83faf4bafa2dcebc21d7aa0702b',X'0900f4fac8197f4979d349421ce826dd0053c39ee134a732256b82479ceb10ed');
INSERT INTO entry VALUES(1,8,'cast_vote',29396520,X'909eb25039ab559462e455b55834bf5d0e111c0da4d6feb51015ec01fa3a89d1',X'1872d8f68274daf4827cd2248d49569289c2d0209b77cfc6c5604d36f6f8e772');
INSERT INTO entry VALUES(1,9,'open_phase',29396520,X'76a66dc0c9c3be3cd83cbc6afbf4e518ba459f7890b0df3eca6f52e7d65d5db4',X'92832cfe18db6960a797f2b956171eb25e2ebc41dfe0fa8bf2fce2f734a6c55f');
INSERT INTO entry VALUES(2,1,'open_session',29396520,X'61eff955a33ec52994393e3625c14e2f758991885e5ca28ac5cdad16552b9ef4',X'20d85ca789084f744765eb01cbebdae3417ed67419ef59bf54219858f12ede53');
INSERT INTO entry VALUES(2,2,'submit_idea',29396520,X'646b45bde31fb3eccd79f58ec8ecacfc2e235c6c19128841b662ec312b60341e',X'aaa19150852cb7f683a9d56a32916be61e720cd8df6d4786a9507da73df508af');
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
INSERT INTO entry_private VALUES(1,1,1,X'e7c636e5a2646f7a82551792edf7a2b70ac237e3be73bcec55e273b632969763',X'3f5d505408fb97d81c3660db116eeb8a','{"actor":{"as":"host","id":"00000000000000000000000000000000"},"op_id":"op-of-this-test-1","time_ms":1763791201000,"op":{"title":0,"community":1,"question":2,"areas":[{"slug":"medicine","name":3,"full_name":4,"english":5},{"slug":"roads","name":6,"full_name":7,"english":8}],"votes_per_person":10,"languages":["uk"],"level":1,"tables":8,"settlements":[9],"links":[]}}',X'55323ede066ae793539648fffd839d65100cffd521c01da0ac621470bcecfe5aa0b4d8d39b7b3be78d2ec0fc11ea668fedf1e65eb31f35c5356c78508a140f12805b2ec70cf81c0422b08c26b1371911862b177d04f49810ff9e0b2d66eea596711e6c9c2d5881da40fc0ce97a2502c7005e053986211f1f5a7a5e0286410604424a0bf7487cd8b820e44faeb5afe463ae3b54dcf8f0689217afa3e5b0a1689ae1811a504bd8395edf69856b48f2d909cc61667b0e56bb2faa96e9885cc0c6c9f538447b2f19b7a20f61f517fc9266c5a913578c1aad18e2d35feccdbcb3a61c0792748bacf33c0ad67f265c863b9734d653de2b34ac99cc10faa1da13ee504e5261337e49026ffd2fcd9407859fc8a91bce8ba823643828c28ed062ff847324e357cbe88039082133602e605c2659e29075decb34ad3c4ab99a7c748463d423');
INSERT INTO entry_private VALUES(2,1,2,X'd8e036f6d40418f1a2f889b168f78d4399f802fca7c6e6c21a062bdf1ffbbb25',X'a3aada7da8de53e5cb79229ef33a12c5','{"actor":{"as":"resident","id":"00010000000000000000000000000007"},"op_id":"op-of-this-test-2","time_ms":1763791202000,"op":{"text":0,"areas":["medicine"],"table":0,"channel":"phone"}}',X'3e7b201b0b8a67a6b9a4a7cc985d04da08e487731fb6f936be7df6e0d9ad6b94');
INSERT INTO entry_private VALUES(3,1,3,X'a8f4b76526a1ea96da6ead2e9682d566dbc1ca357891dbd34988f209e59a5367',X'7c96a43a01b37ad58e37b8c40eb91454','{"actor":{"as":"resident","id":"00030000000000000000000000000007"},"op_id":"op-of-this-test-3","time_ms":1763791203000,"op":{"text":0,"areas":["medicine"],"table":0,"channel":"phone"}}',X'5995ab0f49687cbc3cc0352bec706c691c8388d08237c1482c08afb6f4099d28');
INSERT INTO entry_private VALUES(4,1,4,X'58a3ed00d4a0278c277dc98c6bf82f85f4222d861290893fa495be4094c23166',X'c886bbce9266812a902414a10f5ed847','{"actor":{"as":"facilitator","id":"00020000000000000000000000000007"},"op_id":"op-of-this-test-4","time_ms":1763791204000,"op":{"idea":3,"text":0}}',X'ffdda4bc085c91a8b8b575e38a382320aab2c3c21109c7eb95afb48fe155b396');
INSERT INTO entry_private VALUES(5,1,5,X'ccf67eb7c2d57e42a027bef125f54b64db4b41f6438a0bdf6b5a7296e204b5fd',X'af982b3224c545a4cba11a2b039865e7','{"actor":{"as":"resident","id":"00040000000000000000000000000007"},"op_id":"op-of-this-test-5","time_ms":1763791205000,"op":{"text":0,"areas":["roads"],"table":0,"channel":"phone"}}',X'8b0e82d56c23983ad6ba63e8c7b9ba5af1645a8cfb4e29350c63c779649f174c');
INSERT INTO entry_private VALUES(6,1,6,X'31fc09dd28ea654287d976c295151689d5f8c28bfb986e66ad1c399bf1ba9912',X'2b12e99b7d7bf0b02ebaa615ac59eb73','{"actor":{"as":"facilitator","id":"00020000000000000000000000000007"},"op_id":"op-of-this-test-6","time_ms":1763791206000,"op":{"late":5}}',X'');
INSERT INTO entry_private VALUES(7,1,7,X'f0a5da7f8422688f2df85559613d37925bfb47435d4e012cfed6d8ae770770e4',X'2c393c8bc73f096dbd89005dca120508','{"actor":{"as":"resident","id":"01f50000000000000000000000000007"},"op_id":"op-of-this-test-7","time_ms":1763791207000,"op":{"idea":6}}',X'');
INSERT INTO entry_private VALUES(8,1,8,X'16f348d561f1cb7c7ff7247a1c5a22789979cde710c52950b798447cfeabb6fc',X'79fa4df9162ed3febe469bdc766acea7','{"actor":{"as":"resident","id":"01f50000000000000000000000000007"},"op_id":"op-of-this-test-8","time_ms":1763791208000,"op":{"idea":6}}',X'');
INSERT INTO entry_private VALUES(9,1,9,X'eaa5c6f2729ae38b5374a8cedf3c7009c414f3ad5a796829346c711d34febafd',X'73e480bcb0722ad67edf3c245e60ebed','{"actor":{"as":"facilitator","id":"00020000000000000000000000000007"},"op_id":"op-of-this-test-9","time_ms":1763791209000,"op":{"phase":"closed","minutes":0}}',X'');
INSERT INTO entry_private VALUES(10,2,1,X'e7c636e5a2646f7a82551792edf7a2b70ac237e3be73bcec55e273b632969763',X'8615de3134ff52265b14e5208cb0b6e0','{"actor":{"as":"host","id":"00000000000000000000000000000000"},"op_id":"op-of-this-test-1","time_ms":1763791201000,"op":{"title":0,"community":1,"question":2,"areas":[{"slug":"medicine","name":3,"full_name":4,"english":5},{"slug":"roads","name":6,"full_name":7,"english":8}],"votes_per_person":10,"languages":["uk"],"level":1,"tables":8,"settlements":[9],"links":[]}}',X'ef80891f11e1f438a7efd7332fb3a566dea16ba1b351a97f969d406d1596d7a1f6d0d5154a5cb06476ed9f33389613b9594dd56a17996e7eaac4d9a9656e45e85efa0704beff01799a639c293823d35eef624fc8e4ec29fb4dab14b78b58b88efe7500587600a5ffc2993eac094c0921b75bf08063f7c319676b5e086e7a78b607d7b3ef24dae3843fe4c0d77671c2afff1059fd970b82d4bd038e22cf123dd1fb75926b544b7e7a3516b41e8014b4cd22c85a13d4d5e316140c310ddb0b77188cea547d91bd25e65fabde48ab50ada13932428a10920d69fec8ea102366efaca4c34a9ba0c59604d6874d551e4bd33741ca2092ff9adbceef39c807f6205f5b9c8365aaaa97f1803f038b40eeda3fa03e829dcc3e46a4b724a795ee6e128bc9eff5d3d19a3227d8373b89cac13fb28b2022ca40eb1cf797f67bc612eafd5e92');
INSERT INTO entry_private VALUES(11,2,2,X'd8e036f6d40418f1a2f889b168f78d4399f802fca7c6e6c21a062bdf1ffbbb25',X'6ca6460a59c73d068dc9410c546268b6','{"actor":{"as":"resident","id":"00010000000000000000000000000007"},"op_id":"op-of-this-test-2","time_ms":1763791202000,"op":{"text":0,"areas":["medicine"],"table":0,"channel":"phone"}}',X'7e654a03ad991835e373c7f3805830e14c43c0ff39d2655ab4b31bf2090295be');
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
INSERT INTO entry_text VALUES(1,1,1,0,X'2fc702190af4a3577da5e0841c7224b7','Стратегія');
INSERT INTO entry_text VALUES(2,1,1,1,X'c371250b1afd492dce72a4d67a893add','Громада');
INSERT INTO entry_text VALUES(3,1,1,2,X'bc547ca67e920c84181d1d07d57fd069','');
INSERT INTO entry_text VALUES(4,1,1,3,X'8af73a6b1860a431f4e09777d101e994','Медицина');
INSERT INTO entry_text VALUES(5,1,1,4,X'e3fd4acb1ee814b48f5f80e9a087a853','Охорона здоров’я');
INSERT INTO entry_text VALUES(6,1,1,5,X'9bcfb853794af123f101a3170ce94770','Health');
INSERT INTO entry_text VALUES(7,1,1,6,X'1ddd9aaa0922d133c898adae27869971','Дороги');
INSERT INTO entry_text VALUES(8,1,1,7,X'e8ad37924ac3c516127ecbac854b78e5','Дороги та транспорт');
INSERT INTO entry_text VALUES(9,1,1,8,X'1da56c4c5b833eac6de4b34486ae9785','Roads');
INSERT INTO entry_text VALUES(10,1,1,9,X'60c6ec50a48e494e429f87ff852c6bda','Село');
INSERT INTO entry_text VALUES(11,1,2,0,X'b651fc52015affeceee9ed4f0ed98282','Лікар');
INSERT INTO entry_text VALUES(12,1,3,0,NULL,NULL);
INSERT INTO entry_text VALUES(13,1,4,0,X'2a1694903529e5c9e82f9720909a127d','Дорога');
INSERT INTO entry_text VALUES(14,1,5,0,X'f97c36b0e05896cdfa47b5dbac08ba91','Міст');
INSERT INTO entry_text VALUES(15,2,1,0,X'6a791387552c30cb10b66f0c0492b367','Стратегія');
INSERT INTO entry_text VALUES(16,2,1,1,X'53333cddea9ba7a1f51844a5f660e534','Громада');
INSERT INTO entry_text VALUES(17,2,1,2,X'c36c6cabd416d9665e8126b019d124e4','');
INSERT INTO entry_text VALUES(18,2,1,3,X'd1209fc4f182b1e3e2543e0fd7b92ede','Медицина');
INSERT INTO entry_text VALUES(19,2,1,4,X'24fadfb9015444f7d4f1a0f029999f9f','Охорона здоров’я');
INSERT INTO entry_text VALUES(20,2,1,5,X'c820b0c63aec0c05178cd9b2ff30e812','Health');
INSERT INTO entry_text VALUES(21,2,1,6,X'8324750a97a10109be0fdbba56b4cb83','Дороги');
INSERT INTO entry_text VALUES(22,2,1,7,X'a5582925f0fd7bb501b7f9f1bbf8f40a','Дороги та транспорт');
INSERT INTO entry_text VALUES(23,2,1,8,X'c39dc02b34dc390debfa298c8faa5afe','Roads');
INSERT INTO entry_text VALUES(24,2,1,9,X'e1775f5c4d1c6dee292a57d8d65099ea','Село');
INSERT INTO entry_text VALUES(25,2,2,0,X'5549157eeb5c907df36d57810cc866e8','Школа');
CREATE TABLE incarnation (
  session INTEGER PRIMARY KEY REFERENCES session (id),
  epoch   TEXT    NOT NULL CHECK (length(epoch) = 16)
) STRICT;
INSERT INTO incarnation VALUES(1,'01541ce62cb5ce33');
INSERT INTO incarnation VALUES(2,'53ae33cb6e9ee71b');
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
CREATE VIEW standing_entries AS
SELECT * FROM entries e
WHERE NOT EXISTS (SELECT 1 FROM entries u
                  WHERE u.session_id = e.session_id AND u.kind = 'undo_entry'
                    AND u.op ->> 'entry' = e.seq);
CREATE VIEW submissions AS
SELECT session, session_id, seq AS idea, seq, time_ms, actor, op FROM entries
WHERE kind = 'submit_idea'
UNION ALL
SELECT a.session, a.session_id, a.seq, l.seq, l.time_ms, l.actor, l.op
FROM entries a
JOIN entries l ON l.session_id = a.session_id AND l.seq = a.op ->> 'late'
WHERE a.kind = 'accept_late_idea';
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
ORDER BY i.session_id, i.number
;
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
ORDER BY g.session_id, g.seq
;
COMMIT;
