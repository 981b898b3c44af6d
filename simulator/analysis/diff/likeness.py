"""How much two trees say the same: what tells a renamed or moved thing from one that went and another that came."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Final

from simulator.analysis.diff.written import Tree

_LEAST: Final = 0.5
"""The share of what is said that two things must have in common to be the same thing."""


def leaves(tree: Tree, path: str = "") -> list[tuple[str, str]]:
    """Every text of `tree` with the path to it, in its order; places in lists are left out of the path."""
    return list(_leaves(tree, path))


def _leaves(tree: Tree, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, list):
        for item in tree:
            yield from _leaves(item, path)
    else:
        for key, item in tree.items():
            yield from _leaves(item, f"{path}/{key}" if path else key)


def alike(old: Tree, new: Tree) -> float:
    """The share of what both say together that both say: 1 where it is all; 0 where they are not one thing."""
    return _share(Counter(leaves(old)), Counter(leaves(new)))


def partners(old: dict[str, Tree], new: dict[str, Tree]) -> dict[str, str]:
    """New names for old ones, among things that went and came; only where no other is just as like."""
    gone = {name: Counter(leaves(tree)) for name, tree in old.items() if name not in new}
    came = {name: Counter(leaves(tree)) for name, tree in new.items() if name not in old}
    pairs = [
        (share, before, after)
        for before, was in gone.items()
        for after, now in came.items()
        if (share := _share(was, now))
    ]
    found: dict[str, str] = {}
    for share, before, after in sorted(pairs, key=lambda pair: -pair[0]):
        rivals = [one for one in pairs if one[0] == share and (one[1] == before) != (one[2] == after)]
        if before not in found and after not in found.values() and not rivals:
            found[before] = after
    return found


def _share(old: Counter[tuple[str, str]], new: Counter[tuple[str, str]]) -> float:
    size = old.total() + new.total()
    share = 2 * (old & new).total() / size if size else 1.0
    return share if share >= _LEAST else 0.0


def dumped(tree: Tree | None) -> str:
    """`tree` as one text, order included."""
    return json.dumps(tree, ensure_ascii=False)
