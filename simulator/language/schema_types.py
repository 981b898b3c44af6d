"""The kinds of values a file may hold, as the schema's building blocks. Imported by the schema modules alone."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

_WHOLE = re.compile(r"[+-]?\d{1,9}")
_DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
_YES_NO: Final = {"yes": True, "true": True, "no": False, "false": False}
ID_PATTERN: Final = r"^[^\W\d_][\w-]{0,59}$"
CONDITION: Final = "rolecall-condition"
"""The `format` of a condition in the JSON Schema."""
_YES_NO_WRITTEN: Final = ("yes", "no", True, False)
"""How an editor may understand yes and no: a text in YAML 1.2, a truth value in 1.1."""


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


def _day(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(_DAY, value, re.ASCII):
            raise PydanticCustomError("day", "not written as a day")
        try:
            Date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("day", "not in the calendar") from None
    return value


def _one_or_more(value: Any) -> Any:
    """A single item stands for a list of one."""
    return value if isinstance(value, list) or value is None else [value]


def line_or_lines(value: Any) -> Any:
    """A text, a line or several of them as a list of lines."""
    lines = _one_or_more(value)
    return [{"say": item} if isinstance(item, str) else item for item in lines] if isinstance(lines, list) else lines


def route_or_routes(value: Any) -> Any:
    """A target, a route or several of them as a list of routes."""
    routes = _one_or_more(value)
    return (
        [{"goto": item} if isinstance(item, str) else item for item in routes] if isinstance(routes, list) else routes
    )


def span(value: Any) -> Any:
    """`score: 80` in a test stands for `{from: 80, to: 80}`."""
    return {"from": value, "to": value} if isinstance(value, str) else value


Text = Annotated[str, Field(max_length=20_000, json_schema_extra={"pattern": r"\S"}), BeforeValidator(_text)]
ShortText = Annotated[str, Field(max_length=300, json_schema_extra={"pattern": r"\S"}), BeforeValidator(_text)]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Goto = Annotated[str, Field(min_length=1, max_length=60)]
ConditionText = Annotated[str, BeforeValidator(_text), Field(json_schema_extra={"format": CONDITION})]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": list(_YES_NO_WRITTEN)})]
Day = Annotated[str, BeforeValidator(_day), Field(json_schema_extra={"pattern": _DAY})]
Whole = Annotated[int, BeforeValidator(_whole)]
Point = Annotated[int, Field(ge=-2, le=2), BeforeValidator(_whole)]
Percent = Annotated[int, Field(ge=0, le=100), BeforeValidator(_whole)]
Weight = Percent
Change = Annotated[int, Field(ge=-20, le=20), BeforeValidator(_whole)]
Codes = Annotated[list[str], BeforeValidator(_one_or_more, json_schema_input_type=str | list[str])]
FactValue = Annotated[Id, WithJsonSchema({"type": ["string", "boolean"], "pattern": ID_PATTERN})]
SetValue = Annotated[str, WithJsonSchema({"type": ["string", "boolean"]})]


class Strict(BaseModel):
    """A mapping whose keys are all known."""

    model_config = ConfigDict(extra="forbid", frozen=True)
