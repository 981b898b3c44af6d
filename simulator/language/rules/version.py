"""E213: the file is written in a newer version of the language."""

from collections.abc import Iterator

from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.message import N_, Message

KNOWN = 1


def check(subject: Subject) -> Iterator[Fault]:
    """Refuse a version that this program does not know."""
    version = subject.draft.data.get("rolecall")
    if isinstance(version, str) and version.lstrip("+").isdecimal() and int(version) > KNOWN:
        yield Fault(
            "E213",
            ("rolecall",),
            Message(
                N_("This file is written in version {version} of the language; this RoleCall knows version {known}."),
                {"version": int(version), "known": KNOWN},
            ),
            Message(N_("Install a newer RoleCall, or ask for the file in version {known}."), {"known": KNOWN}),
        )
