"""W411: the no-break spaces of French punctuation, of the texts of a call in French."""

from collections.abc import Iterator
from typing import Final

from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.french import Gap, gaps, spaced
from simulator.model.message import N_, Message

CODE: Final = "W411"

FEW: Final = 3
"""How many texts are told of one by one: where there are more, the spaces were not thought of, and one word will do."""

_SHOWN: Final = 80
"""About how many characters of a line are shown as they should be."""

_ADVICE: Final = N_("`rolecall format` puts such spaces in. It should read: “{text}”")


def check(subject: Subject) -> Iterator[Fault]:
    """Every text without some of them; where there are many, the first of the file."""
    draft = subject.draft
    if draft.data.get("language") != "fr":
        return
    texts = {path: text for path, text in draft.texts() if isinstance(text, str)}
    found = {path: missing for path, text in texts.items() if (missing := tuple(gaps(text)))}
    if len(found) <= FEW:
        for path, missing in found.items():
            headline = Message(
                N_("A no-break space is missing beside this `{sign}`."),
                {"sign": missing[0].sign},
                plural=N_("{count} no-break spaces are missing in this text, the first beside this `{sign}`."),
                count=len(missing),
            )
            yield _fault(path, texts[path], missing[0], headline)
        return
    path, missing = next(iter(found.items()))
    values = {"count": sum(map(len, found.values())), "sign": missing[0].sign}
    text = N_("{count} no-break spaces are missing in this file, the first beside this `{sign}`.")
    yield _fault(path, texts[path], missing[0], Message(text, values))


def _fault(path: tuple[str | int, ...], text: str, gap: Gap, headline: Message) -> Fault:
    part = (gap.start, gap.end + 1) if gap.sign != "«" else (gap.start - 1, gap.end)
    return Fault(CODE, path, headline, Message(_ADVICE, {"text": _around(text, gap)}), part=part)


def _around(text: str, gap: Gap) -> str:
    """The words around a gap, on their line, with the spaces in."""
    start = text.rfind("\n", 0, gap.start) + 1
    end = text.find("\n", gap.end)
    line = text[start : end if end >= 0 else len(text)]
    at, begin, stop = gap.start - start, 0, len(line)
    if len(line) > _SHOWN:
        begin = line.rfind(" ", 0, max(0, at - _SHOWN // 2)) + 1
        stop = line.find(" ", at + _SHOWN // 2) % (len(line) + 1)
    cut = line[begin:stop].strip()
    return f"{'…' if begin else ''}{spaced(cut)}{'…' if stop < len(line) else ''}"
