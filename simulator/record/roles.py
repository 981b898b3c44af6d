"""Makes the trainee's and the trainer's role of a PostgreSQL server: statements to read, to run elsewhere, or to apply.

They may be run again at any time, and must be after an upgrade that adds a table: what is not named is the keeper's
alone. The keeper is whoever owns the tables; the rules hold for the keeper as well, and let the keeper do everything.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import text

from simulator.model.message import N_, Message
from simulator.model.mode import Mode
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import is_clean
from simulator.record.removal import PARTS
from simulator.record.role_rules import GIVEN, ME, OWN_EVENTS, OWN_MARKINGS, RULES, SCHEMA, SHARED_KINDS, Rule
from simulator.record.tables import VERSION_TABLE, metadata

_MAX_NAME = 63
_DELETE = f"{SCHEMA}.rolecall_delete_session(text)"
_CRITERIA = f"{SCHEMA}.rolecall_criteria(text)"
"""What `tallying` reads criteria with: everybody may compare what they see with what is counted of it."""
_TABLES = (VERSION_TABLE, *(table.name for table in metadata.sorted_tables))


def statements(trainee: str, trainer: str) -> tuple[str, ...]:
    """The SQL, to be run as the owner of the tables and in one transaction. Raises RecordError for a name."""
    names = {"trainee": _quoted(trainee), "trainer": _quoted(trainer)}
    if trainee == trainer:
        raise RecordError(Reason.INVALID, Message(N_("The two roles need two names.")))
    both = ", ".join(names.values())
    return (
        *(_role(role) for role in (trainee, trainer)),
        _database(both),
        f"REVOKE CREATE ON SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {both}",
        _FORGET,
        *_locked(both),
        _GIVEN,
        _OWN_EVENTS,
        _OWN_MARKINGS,
        f"REVOKE ALL ON {GIVEN}, {OWN_EVENTS}, {OWN_MARKINGS} FROM PUBLIC, {both}",
        f"GRANT SELECT ON {GIVEN}, {OWN_MARKINGS} TO {names['trainer']}",
        f"GRANT SELECT ON {OWN_EVENTS} TO {names['trainee']}",
        _delete_session(),
        f"REVOKE ALL ON FUNCTION {_DELETE} FROM PUBLIC, {both}",
        f"GRANT EXECUTE ON FUNCTION {_DELETE} TO {names['trainee']}",
        f"GRANT EXECUTE ON FUNCTION {_CRITERIA} TO {both}",
        _KEEPER,
        *(statement for rule in RULES for statement in _rule(rule, names[rule.role])),
    )


def apply(store: Store, trainee: str, trainer: str) -> None:
    """Run the statements, all of them or none. Raises RecordError."""
    if store.is_file:
        words = N_("The database “{place}” is a file and has no roles. They are for a PostgreSQL server.")
        raise RecordError(Reason.REFUSED, Message(words, {"place": store.place}))
    with store.writing() as connection:
        for statement in statements(trainee, trainer):
            connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def unguarded(store: Store) -> tuple[str, ...] | None:
    """The tables that the rules do not guard; None where there are no rules at all."""
    guarded = text(
        "SELECT c.relname FROM pg_class c WHERE c.relnamespace = CAST(:schema AS regnamespace) "
        "AND c.relforcerowsecurity "
        "AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'rolecall_keeper')"
    )
    with store.reading() as connection:
        found = set(connection.execute(guarded, {"schema": SCHEMA}).scalars())
    return tuple(sorted(set(_TABLES) - found)) if found else None


def _quoted(name: str) -> str:
    if not name or len(name.encode()) > _MAX_NAME or not is_clean(name):
        raise RecordError(Reason.INVALID, Message(N_("“{name}” cannot be the name of a role."), {"name": name[:80]}))
    return '"' + name.replace('"', '""') + '"'


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _role(name: str) -> str:
    known = f"EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {_literal(name)})"
    body = f"IF NOT {known} THEN CREATE ROLE {_quoted(name)} NOLOGIN; END IF;"
    return _block(body)


def _database(both: str) -> str:
    """Nobody else comes in, and nobody makes tables or functions of their own, not even for a while."""
    lines = (f"REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC, {both}", f"GRANT CONNECT ON DATABASE %I TO {both}")
    return _block(" ".join(f"EXECUTE format({_literal(line)}, current_database());" for line in lines))


_FORGET = f"""DO $rolecall$ DECLARE old record; BEGIN
 FOR old IN SELECT policyname, tablename FROM pg_catalog.pg_policies
   WHERE schemaname = '{SCHEMA}' AND starts_with(policyname::text, 'rolecall_') LOOP
  EXECUTE format('DROP POLICY %I ON {SCHEMA}.%I', old.policyname, old.tablename);
 END LOOP; END $rolecall$"""
"""Earlier rules, whatever roles they were for."""

_KEEPER = f"""DO $rolecall$ DECLARE own record; BEGIN
 FOR own IN SELECT c.relname, pg_catalog.pg_get_userbyid(c.relowner) AS owner FROM pg_catalog.pg_class c
   WHERE c.relnamespace = '{SCHEMA}'::regnamespace
   AND c.relname IN ({", ".join(map(_literal, _TABLES))}) LOOP
  EXECUTE format('CREATE POLICY rolecall_keeper ON {SCHEMA}.%I TO %I USING (true) WITH CHECK (true)',
                 own.relname, own.owner);
  IF own.relname = 'sessions' THEN
   EXECUTE format('ALTER VIEW {GIVEN} OWNER TO %I', own.owner);
   EXECUTE format('ALTER VIEW {OWN_EVENTS} OWNER TO %I', own.owner);
   EXECUTE format('ALTER VIEW {OWN_MARKINGS} OWNER TO %I', own.owner);
   EXECUTE format('ALTER FUNCTION {_DELETE} OWNER TO %I', own.owner);
  END IF;
 END LOOP; END $rolecall$"""
"""Views and function do what they do as the owner of the tables, and with no more power than that."""

_GIVEN = f"""CREATE OR REPLACE VIEW {GIVEN} WITH (security_barrier) AS
 SELECT session FROM {SCHEMA}.anchors WHERE kind IN ({SHARED_KINDS})"""

_OWN_EVENTS = f"""CREATE OR REPLACE VIEW {OWN_EVENTS} WITH (security_barrier) AS
 SELECT e.session, e.number, e.body, e.hash FROM {SCHEMA}.events e JOIN {SCHEMA}.sessions s ON s.id = e.session
 WHERE s.trainee = {ME}"""

_OWN_MARKINGS = f"""CREATE OR REPLACE VIEW {OWN_MARKINGS} WITH (security_barrier) AS
 SELECT calibration, session FROM {SCHEMA}.markings WHERE by = {ME}"""


def _delete_session() -> str:
    """What `removal` does, for a trainee's own practice that nobody else was given."""
    parts = "\n".join(f" DELETE FROM {SCHEMA}.{part.name} WHERE session = wanted;" for part in PARTS)
    kept = " AND ".join(
        f"NOT EXISTS (SELECT FROM {SCHEMA}.{user} u WHERE t.hash IN (u.scenario_hash, u.rubric_hash))"
        for user in ("sessions", "scorecards")
    )
    return f"""CREATE OR REPLACE FUNCTION {SCHEMA}.rolecall_delete_session(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $rolecall$
DECLARE last bytea;
BEGIN
 SELECT s.head INTO last FROM {SCHEMA}.sessions s
  WHERE s.id = wanted AND s.trainee = {ME} AND s.mode <> '{Mode.EXAM}'
  AND NOT EXISTS (SELECT FROM {SCHEMA}.anchors a WHERE a.session = s.id AND a.kind IN ({SHARED_KINDS}))
  FOR UPDATE;
 IF NOT FOUND THEN
  RAISE EXCEPTION 'this session may not be deleted' USING ERRCODE = 'insufficient_privilege';
 END IF;
{parts}
 DELETE FROM {SCHEMA}.sessions WHERE id = wanted;
 INSERT INTO {SCHEMA}.tombstones (session, hash, at)
  VALUES (wanted, last, to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
 LOCK TABLE {SCHEMA}.texts IN SHARE ROW EXCLUSIVE MODE;
 DELETE FROM {SCHEMA}.texts t WHERE {kept};
END $rolecall$"""


def _locked(both: str) -> Iterator[str]:
    for table in _TABLES:
        yield f"ALTER TABLE {SCHEMA}.{table} ENABLE ROW LEVEL SECURITY"
        yield f"ALTER TABLE {SCHEMA}.{table} FORCE ROW LEVEL SECURITY"
        yield f"REVOKE ALL ON {SCHEMA}.{table} FROM PUBLIC, {both}"


def _rule(rule: Rule, role: str) -> Iterator[str]:
    columns = f" ({', '.join(rule.columns)})" if rule.columns else ""
    yield f"GRANT {rule.action}{columns} ON {SCHEMA}.{rule.table} TO {role}"
    seen = f" USING ({rule.seen})" if rule.seen else ""
    made = f" WITH CHECK ({rule.made})" if rule.made else ""
    name = f"rolecall_{rule.role}_{rule.action.lower()}"
    yield f"CREATE POLICY {name} ON {SCHEMA}.{rule.table} FOR {rule.action} TO {role}{seen}{made}"


def _block(body: str) -> str:
    """Quoted as a text: a name in it may hold any mark that would end another kind of quote."""
    return f"DO {_literal(f'BEGIN {body} END')}"
