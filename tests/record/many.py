"""Many ended sessions at once, without their events: the same ones for the same seed."""

from __future__ import annotations

import random
from datetime import timedelta

from sqlalchemy import insert, update

from simulator.model.mode import Mode
from simulator.record import Standing, Summary, people
from simulator.record.append import session_row
from simulator.record.database import Store
from simulator.record.filing import file_summary
from simulator.record.summary import summarise
from simulator.record.tables import sessions, summaries
from simulator.record.texts import put as put_text
from simulator.record.values import Recorded
from tests.record.sample import RUBRIC, SCENARIO, chose, ended, minute, started

NAMES = ("Zoé Aubert", "Éric Dubois", "eric dubois", "Anna O'Neill", "Ødegård", "Bob_50%", "Li\\Wei")
NAMELESS = "trainee-without-a-name"
TRAINEES = (*(f"trainee-{number}" for number in range(len(NAMES))), NAMELESS)
TITLES = {
    "refused-debit": ("Prélèvement rejeté", "collections"),
    "broken-router": ("The router that blinks", "technical"),
    "late-parcel": ("Étagère en retard", "customer-service"),
}


def fill(store: Store, count: int, seed: int = 1) -> tuple[Summary, ...]:
    """Record so many summaries, some of them reviewed and some of practice shared; the summaries in order of time."""
    dice = random.Random(seed)
    with store.writing() as connection:
        put_text(connection, SCENARIO)
        put_text(connection, RUBRIC)
        for trainee, name in zip(TRAINEES, NAMES, strict=False):
            people.put(connection, trainee, name, minute(0))
        found = [_summary(dice, number) for number in range(1, count + 1)]
        for number, summary in enumerate(found, start=1):
            beginning = started(number, trainee=summary.trainee, scenario=summary.scenario, mode=summary.mode)
            row = session_row(beginning, summary.started) | {"head": bytes(32), "state": "ended"}
            connection.execute(insert(sessions).values(row))
            file_summary(connection, summary, shared=is_shared(number))
            if (standing := standing_of(number)) is not Standing.OPEN:
                final = dict(zip(("final_score", "final_passed"), final_of(summary, number), strict=True))
                own = summaries.c.session == summary.session
                connection.execute(update(summaries).where(own).values(reviewed=int(standing), **final))
    return tuple(found)


def is_shared(number: int) -> bool:
    """Whether session `number`, if it is practice, was shared."""
    return number % 3 == 0


def standing_of(number: int) -> Standing:
    """What trainers have said of session `number`."""
    return Standing(max(0, number % 5 - 2))


def final_of(summary: Summary, number: int) -> tuple[float, bool]:
    """The score of session `number` that stands, and whether the call is passed."""
    if standing_of(number) is Standing.OPEN:
        return summary.score, summary.passed
    return summary.score + 5, summary.score + 5 >= 70


def _summary(dice: random.Random, number: int) -> Summary:
    scenario = dice.choice(list(TITLES))
    title, role = TITLES[scenario]
    beginning = started(
        number, trainee=dice.choice(TRAINEES), scenario=scenario, mode=dice.choice(list(Mode)), variant="first"
    )
    score = float(dice.randrange(20, 100, 4))
    critical = ("undue-fees",) if dice.random() < 0.2 else ()
    end = ended(score, passed=score >= 70 and not critical, critical=critical)
    at = minute(number // 2)
    over = at + timedelta(minutes=6)
    events = (Recorded(1, at, beginning, ""), Recorded(2, at, chose(1), ""), Recorded(3, over, end, ""))
    return summarise(events, title=title, role=role, criteria={"empathy": score})
