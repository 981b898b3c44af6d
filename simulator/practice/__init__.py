"""What to practise next: how good a trainee is at each criterion, what is due again, and the one call to take now.

Pure: time, sessions and calls come in as values. Only sessions that count are looked at (`Summary.counts`).

    skills_of(samples) -> tuple[Skill, ...]         an estimate by criterion with its interval and trend
    due_dates(sessions) -> Mapping[str, datetime]   when each call that was played is suggested again
    fitting_level(offers, history) -> int           the level of the calls that suit the trainee now
    shortlist(offers, history, level) -> tuple[Offer, ...]         the calls that suit best: those to weigh
    advise(offers, skills, history, level, labels) -> Advice | None          the one call to take next, and why
"""

from __future__ import annotations

from simulator.practice.advice import Advice, History, Offer, advise, fitting_level, shortlist
from simulator.practice.skills import Sample, Skill, Trend, skills_of
from simulator.practice.spacing import due_dates

__all__ = [
    "Advice",
    "History",
    "Offer",
    "Sample",
    "Skill",
    "Trend",
    "advise",
    "due_dates",
    "fitting_level",
    "shortlist",
    "skills_of",
]
