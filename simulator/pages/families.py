"""What the codes that begin alike are about: the name of each family and a sentence."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.model.message import N_
from simulator.pages import codes


class Family(NamedTuple):
    """The codes that begin with `prefix`. The texts are English and marked for the catalogues."""

    prefix: str
    title: str
    about: str

    @property
    def codes(self) -> tuple[str, ...]:
        """Those that have a page, in order."""
        return tuple(code for code in codes() if code.startswith(self.prefix))


FAMILIES: Final = (
    Family(
        "E1",
        N_("The file as text"),
        N_(
            "A sign or a space means something to YAML that nobody meant, so the file, or a part of it, reads "
            "otherwise than it looks. The call can't be played until it is mended."
        ),
    ),
    Family(
        "E2",
        N_("Keys and values"),
        N_(
            "The file can be read, but a key is unknown or missing, or has a value that it can't have. "
            "The call can't be played until it is mended."
        ),
    ),
    Family(
        "E3",
        N_("Names"),
        N_(
            "Something is called by a name that isn't there, or that two things share. "
            "The call can't be played until it is mended."
        ),
    ),
    Family(
        "E4",
        N_("The call as a machine"),
        N_(
            "RoleCall follows every way through the call and finds what no reader would: what can't be reached, what "
            "never ends, where the best answer is a bad one. The call can't be played until it is mended."
        ),
    ),
    Family(
        "W3",
        N_("Balance"),
        N_(
            "The call can be played, but its score can be had without skill, or doesn't measure what it says. "
            "Each warning gives the figure it rests on."
        ),
    ),
    Family(
        "W4",
        N_("Craft"),
        N_(
            "The call can be played, but trainees would learn more from it, or believe the caller more, if it were "
            "better written."
        ),
    ),
)
"""The families in the order of their codes; every code belongs to one."""
