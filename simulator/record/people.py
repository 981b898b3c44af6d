"""Who the opaque ids stand for. Names and free texts are here and nowhere in the chains, so that they can go.

Two people may have the same name (two imported files); whatever changes something then asks for an id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, delete, func, insert, or_, select, update

from simulator.model.message import N_, Message
from simulator.record import logins
from simulator.record.bulk import parts
from simulator.record.codec import read_time, time_text
from simulator.record.database import Store, lock_table, put_new
from simulator.record.errors import Reason, RecordError
from simulator.record.export import export_person
from simulator.record.fields import MAX_NAME, is_clean, tidy_name
from simulator.record.filing import name_sessions
from simulator.record.ids import new_person_id
from simulator.record.tables import people, review_words, reviews, sessions, typed
from simulator.record.values import Erased, Person


class People:
    """The people of one record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def id_for(self, name: str, *, at: datetime | None = None, new_id: str | None = None) -> str:
        """The id of whoever sits here: by their login, else behind `name` (capitals and spaces do not matter).

        It is made when the name is new. Raises RecordError.
        """
        shown = _tidy(name)
        with self._store.writing() as connection:
            own = logins.own_person(connection)
            if own is not None:
                return own
            logins.refuse_stranger(connection)
            return self._id_for(connection, shown, at, new_id)

    def link(self, login: str, name_or_id: str, *, at: datetime | None = None) -> str:
        """Note whose a login of the server is; the person's id, made when the name is new. Raises RecordError."""
        with self._store.writing() as connection:
            if _find(connection, name_or_id):
                person = _only(connection, name_or_id)
            else:
                person = self._id_for(connection, _tidy(name_or_id), at, None)
            logins.put(self._store, connection, login, person, at)
        return person

    def logins(self) -> dict[str, str]:
        """The person's id behind each login that is linked."""
        return logins.of_everybody(self._store)

    def _id_for(self, connection: Connection, name: str, at: datetime | None, new_id: str | None) -> str:
        lock_table(connection, people)
        found = _by_key(connection, name)
        if found:
            return found[0].id
        person = new_id or new_person_id()
        put(connection, person, name, self._store.now(connection, at))
        return person

    def name(self, person: str) -> str:
        """The name behind an id; empty where it was erased or never known."""
        with self._store.reading() as connection:
            return connection.execute(select(people.c.name).where(people.c.id == person)).scalar() or ""

    def names(self, wanted: Sequence[str]) -> Mapping[str, str]:
        """The names behind ids; empty where one was erased or never known."""
        found = dict.fromkeys(wanted, "")
        for part in parts(wanted):
            named = select(people.c.id, people.c.name).where(people.c.id.in_(part))
            with self._store.reading() as connection:
                found.update({person: name or "" for person, name in connection.execute(named)})
        return found

    def find(self, name_or_id: str) -> tuple[Person, ...]:
        """Everyone whose id or name this is, oldest first."""
        with self._store.reading() as connection:
            return _find(connection, name_or_id)

    def id_of(self, name_or_id: str) -> str | None:
        """The id of whoever sits here and says that this is them: by their login, else of several the oldest.

        None where nobody is known.
        """
        with self._store.reading() as connection:
            own = logins.own_person(connection)
            return own or next((person.id for person in _find(connection, name_or_id)), None)

    def list(self) -> tuple[Person, ...]:
        """Everyone with a name, by name, then those without one who have sessions or were erased."""
        listed = select(sessions.c.trainee, func.min(sessions.c.started)).group_by(sessions.c.trainee)
        with self._store.reading() as connection:
            named = {row["id"]: _person(row) for row in connection.execute(select(people)).mappings()}
            for trainee, since in connection.execute(listed):
                named.setdefault(trainee, _unnamed(trainee, since))
        return tuple(sorted(named.values(), key=lambda person: (not person.name, person.name.casefold(), person.id)))

    def erase(self, name_or_id: str, *, at: datetime | None = None) -> Erased:
        """Remove a person's name and free texts for good; sessions stay, under an id that means nothing any more."""
        with self._store.writing() as connection:
            person = _only(connection, name_or_id)
            own = select(sessions.c.id).where(sessions.c.trainee == person)
            words = connection.execute(delete(typed).where(typed.c.session.in_(own))).rowcount
            said = select(reviews.c.id).where(or_(reviews.c.by == person, reviews.c.session.in_(own)))
            words += connection.execute(delete(review_words).where(review_words.c.review.in_(said))).rowcount
            now = time_text(self._store.now(connection, at))
            logins.drop(connection, person)
            gone = {"name": None, "key": None, "erased": now}
            changed = update(people).where(people.c.id == person).values(gone)
            if connection.execute(changed).rowcount == 0:
                connection.execute(insert(people).values(id=person, since=now, **gone))
            name_sessions(connection, person, None)
        self._store.forget()
        return Erased(people=1, texts=words)

    def rename(self, name_or_id: str, name: str) -> None:
        """Give a person another name or staff number; their id, and all that hangs on it, stays. Raises RecordError."""
        shown = _tidy(name)
        with self._store.writing() as connection:
            lock_table(connection, people)
            person = _only(connection, name_or_id)
            if is_erased(connection, person):
                raise RecordError(Reason.REFUSED, Message(N_("This person was erased; their name does not come back.")))
            if any(other.id != person for other in _by_key(connection, shown)):
                text_ = N_("Somebody else is called “{name}” already.")
                raise RecordError(Reason.REFUSED, Message(text_, {"name": shown}))
            put(connection, person, shown, self._store.now(connection, None))
            changed = {"name": shown, "key": shown.casefold()}
            connection.execute(update(people).where(people.c.id == person).values(changed))

    def export(self, name_or_id: str) -> Iterator[bytes]:
        """All that is kept about a person, as lines of JSON. It is not counted as sharing their sessions."""
        with self._store.reading() as connection:
            person = _only(connection, name_or_id)
        return export_person(self._store, person)


def put(connection: Connection, person: str, name: str, since: datetime) -> None:
    """Note a person who is not known yet; one who is, or was erased, stays as they are."""
    row = {"id": person, "name": name, "key": name.casefold(), "since": time_text(since)}
    if put_new(connection, people, row):
        name_sessions(connection, person, name)


def is_erased(connection: Connection, person: str) -> bool:
    """Whether a person's name and texts were erased here, and must not come back."""
    return connection.execute(select(people.c.erased).where(people.c.id == person)).scalar() is not None


def _tidy(name: str) -> str:
    shown = tidy_name(name)
    if shown is None:
        raise RecordError(Reason.INVALID, Message(N_("This cannot be a name or a staff number.")))
    return shown


def _by_key(connection: Connection, name: str) -> tuple[Person, ...]:
    wanted = select(people).where(people.c.key == name.casefold()).order_by(people.c.since, people.c.id)
    return tuple(_person(row) for row in connection.execute(wanted).mappings())


def _find(connection: Connection, name_or_id: str) -> tuple[Person, ...]:
    if not is_clean(name_or_id):
        return ()
    by_id = [_person(row) for row in connection.execute(select(people).where(people.c.id == name_or_id)).mappings()]
    if by_id:
        return tuple(by_id)
    wanted = select(func.min(sessions.c.started)).where(sessions.c.trainee == name_or_id)
    since = connection.execute(wanted).scalar()
    if since is not None:
        return (_unnamed(name_or_id, since),)
    name = tidy_name(name_or_id)
    return () if name is None else _by_key(connection, name)


def _only(connection: Connection, name_or_id: str) -> str:
    """The id of the one person that is meant. Raises RecordError for nobody and for several."""
    found = _find(connection, name_or_id)
    shown = {"name": name_or_id[:MAX_NAME]}
    if not found:
        raise RecordError(Reason.MISSING, Message(N_("Nobody is called “{name}” here."), shown))
    if len(found) > 1:
        text_ = N_("Several people are called “{name}”. Say which one by id: {ids}.")
        values = {**shown, "ids": ", ".join(person.id for person in found)}
        raise RecordError(Reason.REFUSED, Message(text_, values))
    return found[0].id


def _person(row: RowMapping) -> Person:
    return Person(row["id"], str(row["name"] or ""), _since(row["since"]), row["erased"] is not None)


def _unnamed(person: str, since: str) -> Person:
    return Person(person, "", _since(since))


def _since(written: str) -> datetime:
    try:
        return read_time(written)
    except (ValueError, TypeError):
        return datetime.fromtimestamp(0, UTC)
