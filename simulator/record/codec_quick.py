"""Reads the canonical bytes of the commonest events, a session's decisions and its two ends, each by one pattern.

What fits a pattern is canonical as it stands: nothing in it could be written otherwise. What fits none may still be an
event, with rarer letters or fields; `simulator.record.codec` then looks at it field by field.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

from simulator.model.events import Chose, Ended, Started
from simulator.model.mode import Mode
from simulator.record.envelope import Envelope
from simulator.record.fields import MAX_ITEMS, MAX_TEXT

_ID: Final = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_TIME: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z"
_COUNT: Final = "[1-9][0-9]{0,17}"
_WHOLE: Final = f"0|{_COUNT}"
_FLOAT: Final = r"-?[0-9]{1,20}\.[0-9]{1,20}"
_DIGEST: Final = "[0-9a-f]{64}"
_FLAG: Final = "true|false"
_WORD: Final = rf"[ !#-\[\]-~]{{0,{MAX_TEXT}}}"
"""Plain letters and signs, without the two that JSON escapes."""
_BETWEEN: Final = '","'
_WORDS: Final = rf'(?:"({_WORD}(?:{_BETWEEN}{_WORD}){{0,{MAX_ITEMS - 1}}})")?'


def read_quickly(body: bytes) -> Envelope | None:
    """The envelope in `body`; None where it is a rarer one, or none."""
    text = body.decode("latin-1")
    for pattern, make in _KINDS:
        if found := pattern.fullmatch(text):
            try:
                return make(*found.groups())
            except ValueError:
                return None
    return None


def _chose(
    session: str, number: str, at: str, decision: str, state: str, choice: str, took_ms: str, shown: str | None
) -> Envelope:
    event = Chose(int(decision), state, choice, int(took_ms), () if shown is None else tuple(shown.split(_BETWEEN)))
    return Envelope(session, int(number), datetime.fromisoformat(at), event)


def _started(session: str, number: str, at: str, *found: str) -> Envelope:
    scenario, scenario_hash, rubric, rubric_hash, variant, mode, seed, *whom, time_factor, silence = found
    played = scenario, scenario_hash, rubric, rubric_hash, variant
    trainee, language, engine = whom
    counts = silence == "true"
    event = Started(session, *played, Mode(mode), int(seed), trainee, language, engine, _number(time_factor), counts)
    return Envelope(session, int(number), datetime.fromisoformat(at), event)


def _ended(
    session: str, number: str, at: str,
    ending: str, outcome: str, score: str, passed: str, critical: str | None, decisions: str,
) -> Envelope:  # fmt: skip
    errors = () if critical is None else tuple(critical.split(_BETWEEN))
    event = Ended(ending, outcome, _number(score), passed == "true", errors, int(decisions))
    return Envelope(session, int(number), datetime.fromisoformat(at), event)


def _number(found: str) -> float:
    """The number that is written like this. Raises ValueError where it would be written otherwise."""
    number = float(found)
    if repr(number) != found:
        raise ValueError(found)
    return number


def _whole(kind: str, **parts: str) -> re.Pattern[str]:
    """A whole envelope around an event of that kind with those fields."""
    fields = ",".join(f'"{name}":{part}' for name, part in {"kind": f'"{kind}"', **parts}.items())
    head = rf'"version":1,"session":"({_ID})","number":({_COUNT}),"at":"({_TIME})"'
    return re.compile(rf'\{{{head},"event":\{{{fields}\}}\}}')


def _text(part: str) -> str:
    return f'"({part})"'


_KINDS: Final[tuple[tuple[re.Pattern[str], Callable[..., Envelope]], ...]] = (
    (
        _whole(
            Chose.kind,
            decision=f"({_COUNT})",
            state=_text(_WORD),
            choice=_text(_WORD),
            took_ms=f"({_WHOLE})",
            shown=rf"\[{_WORDS}\]",
        ),
        _chose,
    ),
    (
        _whole(
            Started.kind,
            scenario=_text(_WORD),
            scenario_hash=_text(_DIGEST),
            rubric=_text(_WORD),
            rubric_hash=_text(_DIGEST),
            variant=_text(_WORD),
            mode=_text("|".join(Mode)),
            seed=f"({_WHOLE}|-{_COUNT})",
            trainee=_text(_WORD),
            language=_text(_WORD),
            engine=_text(_WORD),
            time_factor=f"({_FLOAT})",
            silence=f"({_FLAG})",
            branch_of="null",
        ),
        _started,
    ),
    (
        _whole(
            Ended.kind,
            ending=_text(_WORD),
            outcome=_text(_WORD),
            score=f"({_FLOAT})",
            passed=f"({_FLAG})",
            critical=rf"\[{_WORDS}\]",
            decisions=f"({_WHOLE})",
        ),
        _ended,
    ),
)
"""The commonest first."""
