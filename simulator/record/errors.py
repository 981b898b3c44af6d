"""What can go wrong with the record, in a sentence for the person in front of it."""

from __future__ import annotations

from enum import StrEnum

from simulator.model.message import Message


class Reason(StrEnum):
    """Why the record refused, for a program; people read the message."""

    LOCKED = "locked"
    """Another program held the database for longer than the busy timeout: trying again may work."""
    FULL = "full"
    """No room left on the disk: trying again works once there is room."""
    DISK = "disk"
    """The disk did not read or write: full, over its quota, or failing."""
    READ_ONLY = "read-only"
    CORRUPT = "corrupt"
    NOT_A_RECORD = "not-a-record"
    NEWER = "newer"
    """Written by a newer RoleCall than this one."""
    OLDER = "older"
    """A server's database that waits for `rolecall database upgrade`."""
    MISSING = "missing"
    """No such folder, database, session, text or person."""
    NETWORK_SHARE = "network-share"
    UNREACHABLE = "unreachable"
    """The server did not answer or let nobody in, or a driver is not installed."""
    CLOSED = "closed"
    """The session has ended or was given up."""
    OVERTAKEN = "overtaken"
    """Someone else has gone on with the session in the meantime."""
    REFUSED = "refused"
    """Not allowed: deleting an exam, erasing a name that several people share, what a server's login may not do."""
    INVALID = "invalid"
    """A file or a stored event says something that no session can say."""
    FAILED = "failed"
    """Anything else that the database reports."""


class RecordError(Exception):
    """The record could not do what it was asked. Nothing that was acknowledged before is lost."""

    def __init__(self, reason: Reason, message: Message) -> None:
        super().__init__(message.text)
        self.reason = reason
        self.message = message

    def __reduce__(self) -> tuple[type[RecordError], tuple[Reason, Message]]:
        """How one process tells it to another."""
        return type(self), (self.reason, self.message)

    def __str__(self) -> str:
        """The English sentence with its holes filled, for a log; screens translate `message` instead."""
        return plain_english(self.message)


def plain_english(message: Message) -> str:
    """`message` in English, whatever language is spoken."""
    values = {k: plain_english(v) if isinstance(v, Message) else v for k, v in message.values.items()}
    text = message.plural if message.plural is not None and message.count != 1 else message.text
    return text.format(**values)
