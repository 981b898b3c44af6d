"""Reads a file as an editor with YAML 1.2 does, and holds it to the JSON Schema."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from jsonschema import Draft202012Validator

from simulator.language.nodes import Mapping, Node, Scalar, Sequence
from simulator.language.schema_json import Kind, json_schema
from simulator.language.tree import parse
from simulator.model.source import SourceText

_WORDS: Final = {"": None, "~": None, "null": None, "true": True, "false": False}
_WHOLE: Final = re.compile(r"[-+]?[0-9]+")
_FRACTION: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def complaints(text: str, kind: Kind = "scenario") -> list[str]:
    """What an editor has to say of a file: places and sentences."""
    root = parse(SourceText("file.yaml", text)).root
    assert root is not None
    return [f"{error.json_path}: {error.message}" for error in _validator(kind).iter_errors(as_json(root))]


def as_json(node: Node) -> Any:
    """`node` as YAML 1.2's core schema has it."""
    match node:
        case Scalar():
            return _scalar(node)
        case Sequence():
            return [as_json(item) for item in node.items]
        case Mapping():
            return {key.text: as_json(value) for key, value in node.items}


def _scalar(node: Scalar) -> Any:
    text = node.text
    if not node.plain:
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _FRACTION.fullmatch(text) else text


@cache
def _validator(kind: Kind) -> Draft202012Validator:
    schema = json_schema(kind, str)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
