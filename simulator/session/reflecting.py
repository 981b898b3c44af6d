"""The two questions that a trainee answers to themselves before any figure of the debrief is seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from simulator.model.reviews import Question
from simulator.session.beside import reflections_of
from simulator.session.debrief import Reflection
from simulator.session.world import World

if TYPE_CHECKING:
    from simulator.record import Record


def reflect(
    record: Record, session: str, answers: Mapping[Question, str], *, world: World | None = None
) -> tuple[Reflection, ...]:
    """Keep the answers of an ended session, empty ones passed over; all that is kept of it. Raises RecordError."""
    world = world or World()
    for question in Question:
        if words := answers.get(question, "").strip():
            record.reflect(session, question, words, at=world.at)
    return reflections_of(record, session)
