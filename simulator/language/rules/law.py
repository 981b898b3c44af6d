"""E219: a `why` that cites a rule needs `law_as_of`."""

import re
from collections.abc import Iterator

from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.message import N_, Message

_CITATION = re.compile(
    r"\b[LRD]\.? ?\d{2,4}-\d+|\bC\. ?(?:conso|civ|pén)\b|\bCONC ?\d|\bGDPR\b|\bRGPD\b|\bCPCE\b|\bFDCPA\b"
    r"|\b(?:Act|Regulations?) (?:19|20)\d\d\b|\bloi \d{4}-\d+|\bcode (?:civil|pénal|de la consommation)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Fault]:
    """Rules of law change: say to which day they were checked."""
    if subject.draft.data.get("law_as_of"):
        return
    draft = subject.draft
    owners = [(choice.path, choice.value.get("why")) for choice in draft.choices()]
    owners += [(path, route.get("why")) for path, route in draft.routes()]
    for path, why in owners:
        found = _CITATION.search(why) if isinstance(why, str) else None
        if found:
            yield Fault(
                "E219",
                (*path, "why"),
                Message(N_("This `why` cites a rule (“{rule}”), but the file has no `law_as_of`."), {"rule": found[0]}),
                Message(N_("Add `law_as_of:` at the top with the day to which the rules were checked.")),
            )
            return
