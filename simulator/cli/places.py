"""A path in a scenario or a rubric, in the words of its author."""

from __future__ import annotations

from typing import Final

from simulator.analysis.graph import Place
from simulator.model.message import N_
from simulator.words import _

_THINGS: Final = {
    "states": N_("state `{name}`"),
    "endings": N_("ending `{name}`"),
    "gauges": N_("gauge `{name}`"),
    "facts": N_("fact `{name}`"),
    "variants": N_("variant `{name}`"),
    "knowledge": N_("article `{name}`"),
    "tests": N_("test `{name}`"),
    "crm": N_("line “{name}” of the CRM card"),
    "caller": N_("`{name}` of the caller"),
    "always": N_("rule {number} of `always`"),
    "objectives": N_("objective {number}"),
    "criteria": N_("criterion `{name}`"),
    "critical": N_("critical error `{name}`"),
    "techniques": N_("technique `{name}`"),
    "bands": N_("band {number}"),
}
"""What stands under the keys that hold many things of one kind."""


def thing(place: Place, rubric: str = "") -> str:
    """What stands at `place`: "choice `ask` of `hello`: `reply`, 2". `rubric` names the rubric that it is in."""
    head, rest = _head(place)
    steps = [f"`{step}`" if isinstance(step, str) else str(step + 1) for step in rest]
    words = ", ".join(steps)
    told = _("{thing}: {part}").format(thing=head, part=words) if head and words else head or words
    return _("{thing} (rubric `{rubric}`)").format(thing=told, rubric=rubric) if rubric else told


def _head(place: Place) -> tuple[str, Place]:
    """The thing with a name of its own that `place` is in, and the rest of the path."""
    if len(place) > 3 and (place[0], place[2]) == ("states", "choices"):
        return _("choice `{name}` of `{state}`").format(name=place[3], state=place[1]), place[4:]
    if len(place) > 1 and str(place[0]) in _THINGS:
        name = place[1]
        number = name + 1 if isinstance(name, int) else name
        return _(_THINGS[str(place[0])]).format(name=name, number=number), place[2:]
    return "", place
