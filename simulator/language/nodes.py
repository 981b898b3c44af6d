"""What a YAML file says, as nodes that know their places. Frozen; knows no schema and no parser."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple, TypeAlias

from simulator.model.source import Span

Path: TypeAlias = tuple[str | int, ...]
"""The way from the root to a value: keys and, in lists, places from 0."""


class Scalar(NamedTuple):
    """One text. `plain` stands bare in the file, `block` under `|` or `>`; neither of them: in quotes.

    `span` covers what is written, quotes included, on the line where it begins; it is empty-width only
    where nothing is written at all.
    """

    text: str
    span: Span
    plain: bool = False
    block: bool = False
    last_line: int = 0
    """The line on which it ends; that of `span` where it is one line."""

    @property
    def missing(self) -> bool:
        """Whether nothing is written: `goto:` and no more."""
        return self.plain and not self.text


class Mapping(NamedTuple):
    """Keys and their values in the file's order, a key that stands twice included. `flow` is the form `{...}`."""

    items: tuple[tuple[Scalar, Node], ...]
    span: Span
    flow: bool = False


class Sequence(NamedTuple):
    """The items of a list. `flow` is the form `[...]`."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False


Node: TypeAlias = Scalar | Mapping | Sequence


class Word(str):
    """A text of the file. `plain` where it stands bare, so that `no` may mean a no and "no" may not."""

    __slots__ = ("plain",)
    plain: bool

    def __new__(cls, text: str, plain: bool = False) -> Word:
        """A word of that text."""
        word = super().__new__(cls, text)
        word.plain = plain
        return word


Data: TypeAlias = "Word | dict[str, Data] | list[Data] | None"


def to_data(node: Node) -> Data:
    """`node` as plain data: dicts with text keys, lists, `Word`s, and None where nothing is written.

    Of a key that stands twice the first counts.
    """
    if isinstance(node, Scalar):
        return None if node.missing else Word(node.text, node.plain)
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    data: dict[str, Data] = {}
    for key, value in node.items:
        if key.text not in data:
            data[key.text] = to_data(value)
    return data


class Spans:
    """Where every value and every key of a tree stands. A path that is not there gets its nearest parent's place."""

    def __init__(self, root: Node) -> None:
        """The places of everything below `root`, which are looked up when the first one is asked for."""
        self._root = root

    def span_of(self, path: Path) -> Span:
        """The place of the value at `path`; of its key where no value is written."""
        while path not in self._values:
            path = path[:-1]
        span = self._values[path]
        return self._keys.get(path, span) if span.end_column <= span.column else span

    def key_span_of(self, path: Path) -> Span:
        """The place of the key that `path` ends with; of the item itself in a list, of the root for the root."""
        while path and path not in self._keys:
            path = path[:-1]
        return self._keys[path] if path else self._values[()]

    @property
    def _values(self) -> dict[Path, Span]:
        return self._places[0]

    @property
    def _keys(self) -> dict[Path, Span]:
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[dict[Path, Span], dict[Path, Span]]:
        """The places of the values and of the keys; of a key that stands twice the first counts."""
        values: dict[Path, Span] = {(): _beginning(self._root)}
        keys: dict[Path, Span] = {}
        for path, key, value in walk(self._root):
            if path and path not in values:
                values[path] = value.span
                keys[path] = key.span if key else _beginning(value)
        return values, keys


def _beginning(node: Node) -> Span:
    """The place of a node that stands under no key: its first key's, where it is keys on lines of their own."""
    if isinstance(node, Mapping) and node.items and not node.flow:
        return node.items[0][0].span
    return node.span


def spans(root: Node) -> Spans:
    """The places of everything in the tree `root`."""
    return Spans(root)


Visited: TypeAlias = tuple[Path, Scalar | None, Node]


def walk(node: Node) -> list[Visited]:
    """Every node below `node` and itself, in the file's order, with its path and the key it stands under."""
    found: list[Visited] = [((), None, node)]
    _walk_below(node, (), found)
    return found


def _walk_below(node: Node, path: Path, found: list[Visited]) -> None:
    if isinstance(node, Mapping):
        for key, value in node.items:
            here = (*path, key.text)
            found.append((here, key, value))
            if not isinstance(value, Scalar):
                _walk_below(value, here, found)
    elif isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            here = (*path, place)
            found.append((here, None, item))
            if not isinstance(item, Scalar):
                _walk_below(item, here, found)
