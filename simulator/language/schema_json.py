"""The JSON Schema of scenario and rubric files, by which editors complete and explain keys; made from the models.

Draft 2020-12, in words that older readers of JSON Schema know as well. It says what can be said of keys and values;
what `check` knows of names and of the call as a whole is beyond it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final, Literal

from simulator.language.schema_types import CONDITION, ID_PATTERN
from simulator.model.message import N_

Kind = Literal["scenario", "rubric"]
Said = Callable[[str], str]
"""Says a description of the models in some language."""

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_TITLES: Final = {"scenario": N_("A RoleCall scenario"), "rubric": N_("A RoleCall rubric")}
_GRAMMAR: Final = N_(
    "A condition compares gauges with whole numbers, `trust >= 5`, and facts with their values, `cause == job_loss` or"
    " `cause in [job_loss, illness]`. The signs are == != < <= > >=; `and`, `or`, `not` and parentheses join."
)
_ID_FOR_EDITORS: Final = r"^[A-Za-z\u00aa-\uffff][0-9A-Za-z_\u00aa-\uffff-]{0,59}$"
"""`ID_PATTERN` without `\\w`, which is a Latin letter alone to most readers of JSON Schema."""


def json_schema(kind: Kind, said: Said) -> dict[str, Any]:
    """The JSON Schema of a kind of file, its descriptions said by `said`."""
    from simulator.language.schema import Scenario
    from simulator.language.schema_rubric import Rubric

    made = (Scenario if kind == "scenario" else Rubric).model_json_schema()
    parts = {name: _part(part, said) for name, part in made.pop("$defs").items()}
    return {"$schema": _DRAFT, "title": said(_TITLES[kind]), **_part(made, said), "$defs": parts}


def json_schema_text(kind: Kind, said: Said) -> str:
    """The same as the text of a file."""
    return json.dumps(json_schema(kind, said), ensure_ascii=False, indent=2) + "\n"


def _part(node: dict[str, Any], said: Said) -> dict[str, Any]:
    """A model as an editor wants it: without the names and descriptions that are for programmers."""
    kept = {key: value for key, value in node.items() if key not in ("title", "description")}
    if "properties" in kept:
        kept["properties"] = {name: _property(value, said) for name, value in kept["properties"].items()}
    return kept


def _property(node: dict[str, Any], said: Said) -> dict[str, Any]:
    """What stands under a key, with its description in front."""
    kept = _value(_present(node))
    description = said(kept.pop("description"))
    if kept.get("format") == CONDITION:
        description = f"{description}\n\n{said(_GRAMMAR)}"
    return {"description": description, **kept}


def _present(node: dict[str, Any]) -> dict[str, Any]:
    """`node` as it is where its key is written: a key that may be left out is not written with nothing behind it."""
    kept = dict(node)
    if kept.get("default") is False:
        kept["default"] = "no"
    if "default" in kept and kept["default"] is None:
        del kept["default"]
        kinds = [kind for kind in kept.pop("anyOf", ()) if kind != {"type": "null"}]
        kept |= kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {}
    return kept


def _value(node: Any) -> Any:
    """Any part of a schema, without generated titles and with ids as editors can test them."""
    if isinstance(node, list):
        return [_value(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _value(value) for key, value in node.items() if key != "title"}
    if kept.get("pattern") == ID_PATTERN:
        kept["pattern"] = _ID_FOR_EDITORS
    if "patternProperties" in kept:
        (inside,) = kept.pop("patternProperties").values()
        kept |= {"propertyNames": {"pattern": _ID_FOR_EDITORS}, "additionalProperties": inside}
    return kept
