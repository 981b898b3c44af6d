"""W408 and W409: what the comments `# check: allow ...` of a file silence, and which of them are no use."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple

from simulator.language.allow_comments import Allow, allows
from simulator.model.diagnostic import Allowed, Diagnostic, Severity, has_errors, severity_of
from simulator.model.message import N_, Message
from simulator.model.source import SourceText, Span


@dataclass(frozen=True, slots=True)
class Settled:
    """The diagnostics that are left, in the order of reading, and those that the file silences."""

    diagnostics: tuple[Diagnostic, ...]
    allowed: tuple[Allowed, ...] = ()


class _Complaint(NamedTuple):
    """What is wrong with a comment."""

    code: str
    headline: Message
    help: Message

    def at(self, span: Span, file: str) -> Diagnostic:
        """The complaint about the comment at that place."""
        return Diagnostic(self.code, severity_of(self.code), self.headline, span, self.help, file)


def settle_allows(
    source: SourceText, diagnostics: tuple[Diagnostic, ...], known: Callable[[], Collection[str]]
) -> Settled:
    """Take from `diagnostics` what `source` allows, and add what is wrong with how it does; `known` has all codes.

    Where there are errors not every check was made: then nothing is said of a comment that silences nothing.
    """
    comments = allows(source)
    if not comments:
        return Settled(diagnostics)
    wrong = {comment: complaint for comment in comments if (complaint := _complaint(comment, known()))}
    good = [comment for comment in comments if comment not in wrong]
    left, allowed, used = list[Diagnostic](), list[Allowed](), set[Allow]()
    for diagnostic in diagnostics:
        comment = _allowing(good, diagnostic)
        if comment is None:
            left.append(diagnostic)
        else:
            allowed.append(Allowed(diagnostic, comment.reason))
            used.add(comment)
    if not has_errors(diagnostics):
        wrong |= {comment: _useless(comment) for comment in good if comment not in used}
    left += [complaint.at(comment.span, source.name) for comment, complaint in wrong.items()]
    return Settled(tuple(sorted(left, key=lambda d: d.sort_key)), tuple(allowed))


def _allowing(comments: list[Allow], diagnostic: Diagnostic) -> Allow | None:
    """The comment that allows `diagnostic`: one on its line before one in the head."""
    if diagnostic.severity is Severity.ERROR:
        return None
    near = sorted(comments, key=lambda comment: comment.in_head)
    return next((comment for comment in near if comment.covers(diagnostic.code, diagnostic.span)), None)


def _complaint(comment: Allow, known: Collection[str]) -> _Complaint | None:
    """Why `comment` can silence nothing, if it can't."""
    values = {"code": comment.code}
    if not comment.code:
        headline = Message(N_("This comment to `check` can't be understood."))
        advice = N_("Write `# check: allow W401` and then the reason, or take the comment out.")
    elif comment.code not in known:
        headline = Message(N_("There is no warning `{code}` to allow."), values)
        advice = N_("Copy the code from the warning that you mean: it stands there between brackets.")
    elif severity_of(comment.code) is Severity.ERROR:
        headline = Message(N_("`{code}` is an error, and only warnings can be allowed."), values)
        advice = N_("Mend what it is about, and take the comment out.")
    elif not comment.reason:
        headline = Message(N_("No reason is given for allowing `{code}`, so it is not allowed."), values)
        advice = N_("Say behind the code, in a few words, why it may stand: `# check: allow {code} reason`.")
    else:
        return None
    return _Complaint("W408", headline, Message(advice, values))


def _useless(comment: Allow) -> _Complaint:
    values = {"code": comment.code}
    if comment.in_head:
        headline = Message(N_("`{code}` is allowed for the whole file, which has no such warning."), values)
        advice = N_("Take the comment out: it would hide a warning that nobody has thought about yet.")
    else:
        headline = Message(N_("`{code}` is allowed on this line, which has no such warning."), values)
        advice = N_("Take the comment out, or put it on the line that the warning points at.")
    return _Complaint("W409", headline, Message(advice))
