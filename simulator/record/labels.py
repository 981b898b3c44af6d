"""What the parts of a session are called when `verify` names one of them."""

from __future__ import annotations

from simulator.model.message import N_, Message
from simulator.record.values import AnchorKind

_PARTS = {
    "branched": N_("retry of another session"),
    "critical": N_("critical errors"),
    "decisions": N_("number of decisions"),
    "ended": N_("end"),
    "ending": N_("ending"),
    "hinted": N_("hints"),
    "language": N_("language"),
    "last": N_("time of the last event"),
    "minutes": N_("minutes"),
    "mode": N_("mode"),
    "outcome": N_("outcome"),
    "passed": N_("passed"),
    "rubric_hash": N_("text of the rubric"),
    "scenario": N_("scenario"),
    "scenario_hash": N_("text of the scenario"),
    "score": N_("score"),
    "session": N_("session"),
    "started": N_("beginning"),
    "state": N_("whether it is over"),
    "trainee": N_("trainee"),
    "undone": N_("decisions taken back"),
    "variant": N_("variant"),
}
_KINDS = {
    AnchorKind.SHOWN: N_("when its code was shown"),
    AnchorKind.EXPORTED: N_("when it was exported"),
    AnchorKind.IMPORTED: N_("when it was imported"),
    AnchorKind.SIGNED: N_("when it was signed off"),
    AnchorKind.SHARED: N_("when it was shared"),
}


def part(name: str) -> Message | str:
    """The words for a column or field; a criterion keeps its id."""
    return Message(_PARTS[name]) if name in _PARTS else name


def occasion(kind: AnchorKind) -> Message:
    """The words for the occasion on which a head was written down."""
    return Message(_KINDS[kind])
