"""E210 and E211: how a state begins, and where a gauge does."""

from collections.abc import Iterator

from simulator.language.draft import given, whole
from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.message import N_, Message


def check(subject: Subject) -> Iterator[Fault]:
    """Exactly one of `says` and `scene`; a gauge does not start above its `max`."""
    for state, body in subject.draft.states.items():
        says, scene = given(body, "says", "scene")
        if says == scene:
            headline = (
                N_("The state `{state}` has both `says` and `scene`.")
                if says
                else N_("The state `{state}` has neither `says` nor `scene`.")
            )
            yield Fault(
                "E210",
                ("states", state),
                Message(headline, {"state": state}),
                Message(N_("Write `says:` with the caller's words, or `scene:` where nobody speaks.")),
                at_key=True,
            )
    for gauge, body in subject.draft.gauges.items():
        start, top = whole(body.get("start")), whole(body.get("max", "10"))
        if start is not None and top is not None and start > top:
            yield Fault(
                "E211",
                ("gauges", gauge, "start"),
                Message(
                    N_("The gauge `{gauge}` starts at {start}, above its highest value {max}."),
                    {"gauge": gauge, "start": start, "max": top},
                ),
                Message(N_("Lower `start` or raise `max` (at most 20).")),
            )
