"""A difference as lines: what is written otherwise, which calls go otherwise, what becomes of recorded sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from simulator.analysis.diff.calls import Kind
from simulator.analysis.diff.changes import How
from simulator.cli.places import thing
from simulator.cli.wrapping import wrapped
from simulator.model.message import N_
from simulator.model.scenario import NO_VARIANT
from simulator.words import _, ngettext, number, say

if TYPE_CHECKING:
    from simulator.analysis.diff.calls import VariantCompared, Witness
    from simulator.analysis.diff.changes import Change
    from simulator.analysis.diff.difference import Difference
    from simulator.analysis.diff.sides import Stand
    from simulator.session.comparing import Replays

_MOST_SESSIONS: Final = 10
"""How many sessions are named one by one."""

_WAYS: Final = {
    Kind.NOT_ON_OFFER: N_("`{choice}` is no longer on offer in `{new}`."),
    Kind.ON_OFFER: N_("`{choice}` is on offer in `{new}` now."),
    Kind.LEADS_ELSEWHERE: N_("Led to `{old}`, leads to `{new}` now."),
    Kind.CRITICAL: N_("Critical errors before: {errors}; now: {new_errors}."),
    Kind.GOES_ON: N_("Ended in `{old}`, goes on in `{new}` now."),
    Kind.OVER: N_("Went on in `{old}`, ends in `{new}` now."),
    Kind.ENDS_OTHERWISE: N_("Ended in `{old}`, ends in `{new}` now."),
    Kind.SCORES_MORE: N_("Ends in `{new}` as before, and scores more."),
    Kind.SCORES_LESS: N_("Ends in `{new}` as before, and scores less."),
    Kind.PASSED_NO_MORE: N_("Was passed, and is not now."),
    Kind.PASSED_NOW: N_("Was not passed, and is now."),
}
"""How a play goes otherwise, in a sentence."""


class Told:
    """A difference in the language in use, in lines of at most `width` columns; `rubric` is the new call's."""

    def __init__(self, rubric: str, width: int) -> None:
        self._rubric = rubric
        self._width = width

    def lines(self, found: Difference, replays: Replays | None) -> Iterator[str]:
        """Everything there is to say."""
        if found.same:
            yield from self._wrapped(_("Nothing changed in meaning."))
            return
        yield from self._written(found)
        yield ""
        yield _("What becomes of calls")
        yield from self._calls(found)
        if replays is not None:
            yield ""
            yield _("Recorded sessions")
            yield from self._sessions(replays)

    def _wrapped(self, text: str, depth: int = 0, sign: str = "") -> Iterator[str]:
        """`text` indented by `depth` steps, after `sign`."""
        front = "  " * depth + (f"{sign} " if sign else "")
        yield from wrapped(text.replace("\n", " "), self._width, " " * len(front), front)

    def _written(self, found: Difference) -> Iterator[str]:
        yield _("What is written")
        for change in found.scenario:
            yield from self._change(change, "")
        for change in found.rubric:
            yield from self._change(change, self._rubric)

    def _change(self, change: Change, rubric: str) -> Iterator[str]:
        name = thing(change.place, rubric)
        yield from self._wrapped(_headline(change, name), 1)
        if change.how is How.RENAMED or (change.how is How.MOVED and not _is_order(change)):
            return
        for sign, words in (("-", change.before), ("+", change.after)):
            if words:
                yield from self._wrapped(words, 2, sign)

    def _calls(self, found: Difference) -> Iterator[str]:
        if all(change.how is How.REWORDED for change in (*found.scenario, *found.rubric)):
            yield from self._wrapped(_("Only words changed: every call ends and scores as before."), 1)
            return
        for variant in found.variants:
            if variant.variant != NO_VARIANT:
                yield from self._wrapped(_("Variant {name}").format(name=variant.variant), 1)
            yield from self._variant(variant)

    def _variant(self, variant: VariantCompared) -> Iterator[str]:
        turned = [one for one in (variant.passed_no_more, variant.passed_now) if one is not None]
        if not variant.witnesses and not turned:
            yield from self._wrapped(_("Every call ends and scores as before."), 2)
        for witness in (*turned, *variant.witnesses):
            yield from self._witness(witness, _way(witness))
        if variant.most_gained is not None:
            yield from self._witness(variant.most_gained, _("The call with the same ending that gains most."))
        if variant.most_lost is not None:
            yield from self._witness(variant.most_lost, _("The call with the same ending that loses most."))

    def _witness(self, witness: Witness, headline: str) -> Iterator[str]:
        yield from self._wrapped(headline, 2)
        result = _result(witness.old, witness.new)
        if result:
            yield from self._wrapped(result, 3)
        play = ", ".join(witness.play) or _("at the start of the call")
        yield from self._wrapped(play, 3, ">")

    def _sessions(self, replays: Replays) -> Iterator[str]:
        for line in _counts(replays):
            yield from self._wrapped(line, 1)
        for other in replays.otherwise[:_MOST_SESSIONS]:
            text = _("{session}: {ending}, {old}; now {new_ending}, {new}.").format(
                session=other.session,
                ending=other.ending,
                old=_score(other.score, other.passed),
                new_ending=other.new_ending,
                new=_score(other.new_score, other.new_passed),
            )
            yield from self._wrapped(text, 2)
        for untold in replays.untold[:_MOST_SESSIONS]:
            text = _("{session}: {reason}").format(session=untold.session, reason=say(untold.reason))
            yield from self._wrapped(text, 2)


def _headline(change: Change, name: str) -> str:
    match change.how:
        case How.ADDED:
            text = _("New: {thing}")
        case How.REMOVED:
            text = _("Gone: {thing}")
        case How.RENAMED:
            text = _("Renamed: {thing}, before `{before}`")
        case How.MOVED if _is_order(change):
            text = _("In another order: {thing}")
        case How.MOVED:
            text = _("Moved: {thing}, before in `{before}`")
        case How.REWORDED:
            text = _("Reworded: {thing}")
        case How.CHANGED:
            text = _("Changed: {thing}")
    return text.format(thing=name, before=change.before)


def _is_order(change: Change) -> bool:
    """Whether things stand in another order, and none was moved to another state."""
    return change.how is How.MOVED and len(change.place) != 4


def _way(witness: Witness) -> str:
    """How a play goes otherwise, in a sentence."""
    before, after = witness.old, witness.new
    last = witness.play[-1] if witness.play else ""
    return _(_WAYS[witness.kind]).format(
        choice=last, old=before.state, new=after.state, errors=_ids(before.critical), new_errors=_ids(after.critical)
    )


def _ids(errors: Iterable[str]) -> str:
    return ", ".join(errors) or _("no error")


def _result(old: Stand, new: Stand) -> str:
    if old.score is not None and new.score is not None:
        text = _("Score {old}; now {new}.")
        return text.format(old=_score(old.score, old.passed), new=_score(new.score, new.passed))
    for stand, text in ((old, _("Score before: {score}.")), (new, _("Score now: {score}."))):
        if stand.score is not None:
            return text.format(score=_score(stand.score, stand.passed))
    return ""


def _score(score: float, passed: bool | None) -> str:
    text = _("{score} (passed)") if passed else _("{score} (not passed)")
    return text.format(score=number(score))


def _counts(replays: Replays) -> Iterator[str]:
    """How many sessions come to what."""
    yield ngettext(
        "{count} session comes to the same score.", "{count} sessions come to the same score.", replays.same
    ).format(count=replays.same)
    if count := len(replays.otherwise):
        yield ngettext(
            "{count} session comes to another ending or score.",
            "{count} sessions come to another ending or score.",
            count,
        ).format(count=count)
    if count := len(replays.untold):
        yield ngettext(
            "{count} session cannot be played any more.", "{count} sessions cannot be played any more.", count
        ).format(count=count)
    if count := replays.other_rules:
        yield ngettext(
            "{count} session was recorded under other rules.",
            "{count} sessions were recorded under other rules.",
            count,
        ).format(count=count)
