"""Pages read back: their elements, their texts, and what their policy names."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser

VOID = {"meta", "path", "line", "rect", "circle"}


class Page(HTMLParser):
    """A page that was read: its elements, and the text in each."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[int, str] = {}
        self._open: list[tuple[str, int]] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append((tag, len(self.elements) - 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        name, _number = self._open.pop()
        assert name == tag

    def handle_data(self, data: str) -> None:
        for _tag, number in self._open:
            self.texts[number] = self.texts.get(number, "") + data

    def having(self, **wanted: str) -> Iterator[tuple[str, dict[str, str]]]:
        """The elements that have those attributes with a value that begins so."""
        for tag, attributes in self.elements:
            if all(name in attributes and attributes[name].startswith(value) for name, value in wanted.items()):
                yield tag, attributes

    def text(self, tag: str) -> list[str]:
        """The text of each element of that kind."""
        return [self.texts.get(number, "") for number, (name, _) in enumerate(self.elements) if name == tag]


def digest(text: str) -> str:
    """How a policy names a script."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def full(colour: str) -> str:
    """A colour with two figures for each part."""
    return colour if len(colour) == 7 else "#" + "".join(part * 2 for part in colour[1:])
