"""The condition language: `and or not`, comparisons, `in [..]`. Text in, a `Condition` value or a fault out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, cast

from simulator.model.conditions import All, Among, Any, Compare, Condition, Not, Operator
from simulator.model.message import N_, Message

_MAX_LENGTH: Final = 500
_MAX_DEPTH: Final = 20
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[+-]?\d+)(?![\w-])|(?P<word>[^\W\d][\w-]*)|(?P<operator>==|!=|<=|>=|<|>)|(?P<mark>[()\[\],])|(?P<odd>\S))"
)
_INSTEAD: Final = {"=": "==", "&": "and", "|": "or", "!": "not", "≥": ">=", "≤": "<=", "≠": "!="}
_WORDS: Final = {"true": "yes", "false": "no"}
_KEYWORDS: Final = frozenset({"and", "or", "not", "in"})


@dataclass(frozen=True, slots=True)
class ConditionFault(Exception):
    """Why a text is no condition: what to say, what to write instead, and where (characters from 0)."""

    headline: Message
    help: Message | None
    start: int
    end: int


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=1_000)
def parse_condition(text: str) -> Condition:
    """The condition that `text` says; a file is asked for each of its several times. Raises ConditionFault."""
    if len(text) > _MAX_LENGTH:
        raise ConditionFault(
            Message(N_("This condition is longer than {limit} characters."), {"limit": _MAX_LENGTH}),
            Message(N_("Split it over several choices or set a fact.")),
            0,
            len(text),
        )
    parser = _Parser(text)
    condition = parser.either(0)
    parser.finish()
    return condition


class _Parser:
    """A descent over the tokens of one condition."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(_tokens(text))
        self._at = 0

    def either(self, depth: int) -> Condition:
        """`a or b or c`"""
        parts = [self._both(depth)]
        while self._keyword("or"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def finish(self) -> None:
        """Nothing may follow a whole condition."""
        if self._at < len(self._tokens):
            self._fail(
                N_("There is something too much after the condition: `{found}`."),
                N_("Join two conditions with `and` or `or`."),
            )

    def _both(self, depth: int) -> Condition:
        parts = [self._negated(depth)]
        while self._keyword("and"):
            parts.append(self._negated(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _negated(self, depth: int) -> Condition:
        if depth > _MAX_DEPTH:
            self._fail(N_("This condition is nested too deeply."), None)
        if self._keyword("not"):
            return Not(self._negated(depth + 1))
        if self._mark("("):
            inside = self.either(depth + 1)
            if not self._mark(")"):
                self._fail(N_("A closing `)` is missing."), None)
            return inside
        return self._comparison()

    def _comparison(self) -> Condition:
        name = self._next("word")
        if name is None or name in _KEYWORDS:
            self._at -= name is not None
            self._fail(
                N_("The name of a gauge or a fact is missing here."),
                N_("Write a name on the left, for example `trust >= 5` or `verified == yes`."),
            )
        if self._keyword("in"):
            return Among(cast(str, name), self._values())
        operator = self._next("operator")
        if operator is None:
            self._fail(
                N_("`{name}` must be compared with something."),
                N_("Write for example `{name} == yes` or `{name} >= 5`."),
                name=name,
            )
        return Compare(cast(str, name), cast(Operator, operator), self._value())

    def _values(self) -> tuple[int | str, ...]:
        if not self._mark("["):
            self._fail(
                N_("After `in` comes a list in square brackets."), N_("For example `cause in [illness, job_loss]`.")
            )
        values = [self._value()]
        while self._mark(","):
            values.append(self._value())
        if not self._mark("]"):
            self._fail(N_("A closing `]` is missing."), None)
        return tuple(values)

    def _value(self) -> int | str:
        number = self._next("number")
        if number is not None:
            return int(number)
        word = self._next("word")
        if word is None or word in _KEYWORDS:
            self._at -= word is not None
            self._fail(N_("A value is missing here."), N_("Write a whole number or a value of the fact."))
        return _WORDS.get(cast(str, word), cast(str, word))

    def _next(self, kind: str) -> str | None:
        if self._at < len(self._tokens) and self._tokens[self._at].kind == kind:
            self._at += 1
            return self._tokens[self._at - 1].text
        return None

    def _keyword(self, word: str) -> bool:
        return self._exactly("word", word)

    def _mark(self, mark: str) -> bool:
        return self._exactly("mark", mark)

    def _exactly(self, kind: str, text: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at][:2] == (kind, text):
            self._at += 1
            return True
        return False

    def _fail(self, headline: str, help_text: str | None, **values: object) -> None:
        """Raise the fault at the token that is next, with the plain mistakes of other languages explained."""
        end = len(self._text)
        found = self._tokens[self._at] if self._at < len(self._tokens) else _Token("end", "", end, end)
        instead = _INSTEAD.get(found.text[:1]) if found.kind == "odd" else None
        if instead:
            headline, help_text = N_("`{found}` is not understood here."), N_("Write `{instead}`.")
        values |= {"found": found.text, "instead": instead}
        raise ConditionFault(
            Message(headline, values), Message(help_text, values) if help_text else None, found.start, found.end
        )


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind is not None:
            tokens.append(_Token(kind, found.group(kind), found.start(kind), found.end(kind)))
    return tokens
