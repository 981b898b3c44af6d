"""The keys of a screen in the language in use: their names, and what they do here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from textual.binding import Binding

from simulator.model.message import N_
from simulator.words import _

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.screen import Screen

NAMES: Final = {
    "escape": N_("Esc"),
    "enter": N_("Enter"),
    "pagedown": N_("PgDn"),
    "pageup": N_("PgUp"),
    "slash": "/",
    "question_mark": "?",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
    "tab": "Tab",
}
"""What is written on the keys."""

CONTROL: Final = "ctrl+"


class Key(NamedTuple):
    """A key that does something now."""

    key: str
    written: str
    """What is written on it."""
    does: str


def written_on(binding: Binding) -> str | None:
    """What is written on the key of `binding`, in the language in use; None where Textual's own name will do."""
    if binding.key_display:
        return binding.key_display
    if binding.key.startswith(CONTROL):
        return f"Ctrl+{binding.key.removeprefix(CONTROL).upper()}"
    return _(NAMES[binding.key]) if binding.key in NAMES else None


def spoken(bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    """`bindings` described in the language in use."""
    return {
        key: active._replace(binding=replace(active.binding, description=_(active.binding.description)))
        for key, active in bindings.items()
    }


def working_keys(screen: Screen[Any]) -> list[Key]:
    """What the keys of RoleCall do on `screen` now, each thing once with all of its keys."""
    found: dict[str, Key] = {}
    for active in screen.active_bindings.values():
        if active.enabled and _is_ours(active):
            binding = active.binding
            written = screen.app.get_key_display(binding)
            before = found.setdefault(binding.description, Key(binding.key, written, binding.description))
            if written not in before.written.split():
                found[binding.description] = before._replace(written=f"{before.written} {written}")
    return list(found.values())


def _is_ours(active: ActiveBinding) -> bool:
    """Whether RoleCall bound the key: Textual's own actions on a screen name whose they are, as in `app.focus_next`."""
    ours = type(active.node).__module__.startswith("simulator.")
    return ours and bool(active.binding.description) and "." not in active.binding.action
