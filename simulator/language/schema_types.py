"""The kinds of values a file may hold, as the schema's building blocks. Imported by the schema modules alone."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

_WHOLE = re.compile(r"[+-]?\d{1,9}")
_YES_NO: Final = {"yes": True, "true": True, "no": False, "false": False}
ID_PATTERN: Final = r"^[^\W\d_][\w-]{0,59}$"


def _plain(value: object) -> bool:
    return bool(getattr(value, "plain", False))


def _whole(value: Any) -> Any:
    if isinstance(value, str) and _plain(value) and _WHOLE.fullmatch(value):
        return int(value)
    if isinstance(value, str):
        raise PydanticCustomError("whole_number", "not a whole number")
    return value


def _yes_no(value: Any) -> Any:
    if isinstance(value, str) and _plain(value) and value in _YES_NO:
        return _YES_NO[value]
    if isinstance(value, str):
        raise PydanticCustomError("yes_no", "neither yes nor no")
    return value


def _text(value: Any) -> Any:
    if isinstance(value, str):
        if _plain(value) and _WHOLE.fullmatch(value):
            raise PydanticCustomError("number_for_text", "a number where a text belongs")
        if not value.strip():
            raise PydanticCustomError("empty_text", "nothing is written")
        return str(value)
    return value


def _one_or_more(value: Any) -> Any:
    """A single item stands for a list of one."""
    return value if isinstance(value, list) or value is None else [value]


def _line_or_lines(value: Any) -> Any:
    lines = _one_or_more(value)
    return [{"say": item} if isinstance(item, str) else item for item in lines] if isinstance(lines, list) else lines


def _route_or_routes(value: Any) -> Any:
    routes = _one_or_more(value)
    return (
        [{"goto": item} if isinstance(item, str) else item for item in routes] if isinstance(routes, list) else routes
    )


def _span(value: Any) -> Any:
    """`score: 80` in a test stands for `{from: 80, to: 80}`."""
    return {"from": value, "to": value} if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_text), Field(max_length=20_000)]
ShortText = Annotated[str, BeforeValidator(_text), Field(max_length=300)]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Goto = Annotated[str, Field(min_length=1, max_length=60)]
ConditionText = Annotated[str, BeforeValidator(_text)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Whole = Annotated[int, BeforeValidator(_whole)]
Point = Annotated[int, BeforeValidator(_whole), Field(ge=-2, le=2)]
Change = Annotated[int, BeforeValidator(_whole), Field(ge=-20, le=20)]
OneOrMore = BeforeValidator(_one_or_more)
LineOrLines = BeforeValidator(_line_or_lines)
RouteOrRoutes = BeforeValidator(_route_or_routes)
ScoreSpan = BeforeValidator(_span)


class Strict(BaseModel):
    """A mapping whose keys are all known."""

    model_config = ConfigDict(extra="forbid", frozen=True)
