"""What logins try on the server of a training room, each with a name: refused, or nothing is found.

Trainees' statements are Ana's, trainers' are Eva's. {own} is Ana's private practice; {shared}, {exam} and {open} are
hers as well; {ben}, {ben_shared}, {ben_exam} and {ben_open} are Ben's, {other} is his id and {me} hers; {private} is
what neither has shown.
"""

from __future__ import annotations

from tests.record.room import OWNER

_SUMMED_UP = (
    "trainee, scenario, title, role, language, mode, variant, started, ended, ending, outcome, score, passed, "
    "critical, decisions, minutes, criteria, hinted, undone, branched, counts, open, named, called, erred, reviewed, "
    "final_score, final_passed"
)

REFUSED_TO_TRAINEES = {
    "change an event": "UPDATE events SET body = body WHERE session = '{own}'",
    "delete an event": "DELETE FROM events WHERE session = '{own}'",
    "delete a session": "DELETE FROM sessions WHERE id = '{own}'",
    "delete a summary": "DELETE FROM summaries WHERE session = '{own}'",
    "delete what is counted": "DELETE FROM tallies WHERE trainee = '{me}'",
    "delete an anchor": "DELETE FROM anchors WHERE session = '{shared}'",
    "delete what was typed": "DELETE FROM typed WHERE session = '{own}'",
    "delete a review": "DELETE FROM reviews WHERE session = '{own}'",
    "delete a text": "DELETE FROM texts",
    "delete a tombstone": "DELETE FROM tombstones",
    "delete a shared session": "SELECT rolecall_delete_session('{shared}')",
    "delete an exam": "SELECT rolecall_delete_session('{exam}')",
    "delete another's session": "SELECT rolecall_delete_session('{ben}')",
    "delete no session": "SELECT rolecall_delete_session('nothing')",
    "change a score": "UPDATE summaries SET score = 100 WHERE session = '{own}'",
    "change what is counted": "UPDATE tallies SET points = points + 1 WHERE trainee = '{me}'",
    "count something more": "INSERT INTO tallies VALUES ('{me}', 'empathy', 'another', true, 1, 100, 1)",
    "count by hand": "SELECT rolecall_tally()",
    "have a score reviewed": "UPDATE summaries SET final_score = 100, reviewed = 2 WHERE session = '{own}'",
    "hide an exam": "UPDATE summaries SET open = false WHERE session = '{exam}'",
    "show what was not shared": "UPDATE summaries SET open = true WHERE session = '{own}'",
    "change whose a session is": "UPDATE sessions SET trainee = '{other}' WHERE id = '{own}'",
    "make practice of an exam": "UPDATE sessions SET mode = 'practice' WHERE id = '{exam}'",
    "open an ended exam again": "UPDATE sessions SET state = 'open' WHERE id = '{exam}'",
    "shorten a session": "UPDATE sessions SET events = events - 1 WHERE id = '{exam}'",
    "change a head": "UPDATE sessions SET head = sha256(head) WHERE id = '{own}'",
    "change a time": "UPDATE sessions SET last = '2020-01-01T00:00:00.000Z' WHERE id = '{own}'",
    "change a name": "UPDATE people SET name = 'Somebody' WHERE id = '{me}'",
    "change a text": "UPDATE texts SET body = 'x'",
    "change typed words": "UPDATE typed SET words = 'better' WHERE session = '{own}'",
    "change a review": "UPDATE reviews SET body = body WHERE session = '{own}'",
    "change an anchor": "UPDATE anchors SET number = 1 WHERE session = '{shared}'",
    "be somebody else": "UPDATE logins SET person = '{other}' WHERE login = 'ana'",
    "be somebody more": "INSERT INTO logins VALUES ('ana2', '{other}', '')",
    "make a person": "INSERT INTO people (id, name, key, since) VALUES ('x', 'X', 'x', '')",
    "begin a session for another": (
        "INSERT INTO sessions SELECT gen_random_uuid()::text, '{other}', scenario, scenario_hash, rubric_hash, "
        "variant, mode, started, last, 'open', 1, head FROM sessions WHERE id = '{own}'"
    ),
    "begin a session that is over": (
        "INSERT INTO sessions SELECT gen_random_uuid()::text, trainee, scenario, scenario_hash, rubric_hash, variant, "
        "mode, started, last, 'ended', events, head FROM sessions WHERE id = '{own}'"
    ),
    "add to another's session": (
        "INSERT INTO events SELECT '{ben}', 99, body, hash FROM events WHERE session = '{own}' AND number = 2"
    ),
    "add behind the end": (
        "INSERT INTO events SELECT session, 99, body, hash FROM events WHERE session = '{own}' AND number = 2"
    ),
    "add an event out of its turn": (
        "INSERT INTO events SELECT session, 99, body, hash FROM events WHERE session = '{open}' AND number = 2"
    ),
    "add an event with another hash": (
        "INSERT INTO events SELECT session, 4, convert_to(replace(convert_from(body, 'UTF8'), '\"number\":3', "
        "'\"number\":4'), 'UTF8'), hash FROM events WHERE session = '{open}' AND number = 3"
    ),
    "sum up another's session": (
        f"INSERT INTO summaries SELECT '{{ben_open}}', {_SUMMED_UP} FROM summaries WHERE session = '{{own}}'"
    ),
    "sum up what has not ended": (
        f"INSERT INTO summaries SELECT '{{open}}', {_SUMMED_UP} FROM summaries WHERE session = '{{own}}'"
    ),
    "store a text under another hash": "INSERT INTO texts VALUES (repeat('0', 64), 'x')",
    "say words for another's event": "INSERT INTO typed VALUES ('{ben}', 1, '', 'x')",
    "say other words": "INSERT INTO typed SELECT session, number + 1, salt, words FROM typed WHERE session = '{own}'",
    "sign one's own exam": (
        "INSERT INTO anchors SELECT id, events, head, 'signed', last FROM sessions WHERE id = '{exam}'"
    ),
    "anchor another's session": "INSERT INTO anchors VALUES ('{ben}', 5, '', 'shared', '')",
    "anchor what was never the head": "INSERT INTO anchors VALUES ('{own}', 1, '', 'shown', '')",
    "add a scorecard": (
        "INSERT INTO scorecards SELECT id, scenario_hash, rubric_hash, '1', last, '', '', 100, true, '[]', '{{}}' "
        "FROM sessions WHERE id = '{own}'"
    ),
    "write a tombstone": "INSERT INTO tombstones VALUES ('{own}', '', '')",
    "empty a table": "TRUNCATE events",
    "empty a table with what hangs on it": "TRUNCATE sessions CASCADE",
    "copy into a table": "COPY events FROM STDIN",
    "copy a table to the server's disk": "COPY events TO '/tmp/rolecall-events'",
    "copy through a program": "COPY events TO PROGRAM 'cat'",
    "become the keeper": f"SET ROLE {OWNER}",
    "become the trainer": "SET ROLE rolecall_trainer",
    "become another trainee": "SET ROLE ben",
    "log in as another": "SET SESSION AUTHORIZATION ben",
    "look past the rules": "SET row_security = off; SELECT * FROM events",
    "lift the rules": "ALTER TABLE events DISABLE ROW LEVEL SECURITY",
    "drop a rule": "DROP POLICY rolecall_trainee_insert ON events",
    "add a rule": "CREATE POLICY mine ON events USING (true)",
    "alter a table": "ALTER TABLE people ADD COLUMN boss text",
    "drop a table": "DROP TABLE tombstones",
    "make a table": "CREATE TABLE mine (x int)",
    "make a table for a while": "CREATE TEMPORARY TABLE mine (x int)",
    "make a function": "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "make a function for a while": "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "change a function": (
        "CREATE OR REPLACE FUNCTION rolecall_delete_session(wanted text) RETURNS void LANGUAGE sql AS 'SELECT 1'"
    ),
    "make a schema": "CREATE SCHEMA mine",
    "make a role": "CREATE ROLE mine",
    "join the trainers": "GRANT rolecall_trainer TO ana",
    "put a trigger": "CREATE TRIGGER mine AFTER INSERT ON events EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "lock the texts": "LOCK TABLE texts IN ACCESS EXCLUSIVE MODE",
    "read a file": "SELECT pg_read_file('/etc/passwd')",
    "read passwords": "SELECT * FROM pg_authid",
    "see what others were given": "SELECT * FROM rolecall_given",
    "change the version": "UPDATE rolecall_version SET version_num = '0001'",
}

UNSEEN_BY_TRAINEES = {
    "another's session": "SELECT 1 FROM sessions WHERE trainee = '{other}'",
    "another's session by its id": "SELECT 1 FROM sessions WHERE id IN ('{ben}', '{ben_shared}', '{ben_exam}')",
    "another's events": "SELECT 1 FROM events WHERE session IN ('{ben}', '{ben_shared}', '{ben_exam}')",
    "another's summary": "SELECT 1 FROM summaries WHERE trainee <> '{me}'",
    "what is counted of another": "SELECT 1 FROM tallies WHERE trainee <> '{me}'",
    "another's typed words": "SELECT 1 FROM typed WHERE words LIKE '%{other}%'",
    "another's anchors": "SELECT 1 FROM anchors WHERE session IN ('{ben}', '{ben_shared}', '{ben_exam}')",
    "another's reviews": "SELECT 1 FROM reviews WHERE session IN ('{ben}', '{ben_shared}', '{ben_exam}')",
    "the words of another's reviews": "SELECT 1 FROM review_words WHERE words LIKE '%{other}%'",
    "another's name": "SELECT 1 FROM people WHERE id <> '{me}'",
    "another's login": "SELECT 1 FROM logins WHERE login <> 'ana'",
    "what was deleted": "SELECT 1 FROM tombstones",
    "rows by way of their statistics": "SELECT 1 FROM pg_stats WHERE tablename IN ('people', 'typed', 'events')",
}

REFUSED_TO_TRAINERS = {
    "change an event": "UPDATE events SET body = body WHERE session = '{exam}'",
    "delete an event": "DELETE FROM events WHERE session = '{exam}'",
    "add an event": "INSERT INTO events SELECT session, 99, body, hash FROM events WHERE session = '{exam}' LIMIT 1",
    "change a session": "UPDATE sessions SET last = last WHERE id = '{exam}'",
    "change a session's state": "UPDATE sessions SET state = 'open' WHERE id = '{exam}'",
    "delete a session": "DELETE FROM sessions WHERE id = '{exam}'",
    "delete a session as its trainee does": "SELECT rolecall_delete_session('{own}')",
    "change a score": "UPDATE summaries SET score = 100 WHERE session = '{exam}'",
    "let a score stand that no review has": "UPDATE summaries SET final_score = 99.5 WHERE session = '{exam}'",
    "hide an exam": "UPDATE summaries SET open = false WHERE session = '{exam}'",
    "change what is counted": "UPDATE tallies SET points = points + 1",
    "delete what is counted": "DELETE FROM tallies",
    "count something more": "INSERT INTO tallies VALUES ('{other}', 'empathy', 'another', true, 1, 100, 1)",
    "add a summary": "INSERT INTO summaries SELECT * FROM summaries WHERE session = '{exam}'",
    "change a review": "UPDATE reviews SET body = body",
    "delete a review": "DELETE FROM reviews",
    "change words": "UPDATE review_words SET words = 'x'",
    "change a name": "UPDATE people SET name = 'Somebody'",
    "link a login": "INSERT INTO logins VALUES ('eva2', '{other}', '')",
    "record a call": (
        "INSERT INTO sessions SELECT gen_random_uuid()::text, trainee, scenario, scenario_hash, rubric_hash, variant, "
        "mode, started, last, 'open', 1, head FROM sessions WHERE id = '{exam}'"
    ),
    "share another's practice": "INSERT INTO anchors SELECT id, events, head, 'shared', last FROM sessions LIMIT 1",
    "sign what one may not see": "INSERT INTO anchors VALUES ('{own}', 5, '', 'signed', '')",
    "publish a scorecard": (
        "INSERT INTO scorecards SELECT id, scenario_hash, rubric_hash, '1', last, '', '', 100, true, '[]', '{{}}' "
        "FROM sessions WHERE id = '{exam}'"
    ),
    "empty a table": "TRUNCATE reviews",
    "copy into a table": "COPY reviews FROM STDIN",
    "become the keeper": f"SET ROLE {OWNER}",
    "become a trainee": "SET ROLE ana",
    "look past the rules": "SET row_security = off; SELECT * FROM sessions",
    "lift the rules": "ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY",
    "make a table": "CREATE TABLE mine (x int)",
    "make a function": "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
}

UNSEEN_BY_TRAINERS = {
    "private practice": "SELECT 1 FROM sessions WHERE id IN ({private})",
    "the events of private practice": "SELECT 1 FROM events WHERE session IN ({private})",
    "the result of private practice": "SELECT 1 FROM summaries WHERE session IN ('{own}', '{ben}')",
    "what is counted of private practice": "SELECT 1 FROM tallies WHERE NOT open",
    "words typed in private practice": "SELECT 1 FROM typed WHERE session IN ({private})",
    "what somebody said to themselves": "SELECT 1 FROM reviews WHERE session IN ('{own}', '{ben}')",
    "the words of it": "SELECT 1 FROM review_words WHERE session IN ('{own}', '{ben}')",
    "that there is private practice": "SELECT 1 FROM anchors WHERE session IN ('{own}', '{ben}', '{open}')",
    "the name of somebody who has shown nothing": "SELECT 1 FROM people WHERE name = 'Max'",
    "another's login": "SELECT 1 FROM logins WHERE login <> 'eva'",
}
