"""The shell of one call: engine, clock, dice and record joined; what every front end plays a call with.

Front ends use these names and nothing of the engine. Every method that writes is synchronous (call it in a worker
thread) and durable when it returns; what is read (`view`, `transcript`, ...) is always one consistent moment and may
be read from any thread. Nothing of what a choice is worth is shown but by `last_marks`, `hint` and the debrief.

    open_call(record, loaded, trainee, mode, *, seed=None, variant=None, silence=None, time_factor=1.0,
              say_first=False, world=None, cache=None) -> Call
        Begin a session: `trainee` is the name or staff number, `loaded` and `cache` come from `simulator.library`.
    resume_call(record, session, *, world=None, cache=None) -> Call
        Go on with an unfinished session, from the texts kept in the record.
    branch_call(record, session, decision, *, world=None, cache=None) -> Call
        Try again from decision `decision` (from 1) of a session: a new session, the decisions before it kept.
    choose_variant(record, scenario, trainee, mode, *, world=None) -> str
        The variant that `open_call` would take (for a briefing that shows its card); hand it on as `variant=`.
    briefing_of(loaded, trainee, *, variant=None) -> Briefing
        What is known before the call, texts filled.
    emphasis_of(loaded, language, cache, *, variant=None) -> tuple[Emphasis, ...]
        The criteria that weigh most in the call, each with its share. Waits for the analysis: in a worker.
    reflect(record, session, answers, *, world=None) -> tuple[Reflection, ...]
        Keep what the trainee answered to themselves, by question, and all that is kept. Empty answers are passed over.
    commented_of(loaded, trainee, language, cache, *, variant) -> Commented
        The best call with its reasons, for whoever is new; nothing is recorded. Waits for the analysis: in a worker.
    replay(record, session, *, cache=None) -> Replayed
        Everything that was heard and decided, without writing anything and whatever became of the files.
    debrief_of(record, session, language, *, cache=None) -> Debrief
        The debrief of a session that reached an ending (`sessions show`, reports).
    debrief_with_caller(record, session, language, *, cache=None) -> tuple[Debrief, str]
        The same, and the caller's name, from one replay.
    standing_of(record, library, entries, trainee, language, now=None) -> Standing
        Skills, best scores, tries, what is due again, and the one call to take next. In a worker.
    history_of(record, trainee) -> PlayHistory
        Every session and who may see it; each call with its first, best and latest result.
    reviewed_of(record, session, language, *, cache=None) -> ReviewedSession
        The same with notes, corrections, sign-offs and replies, and the reviewed score beside the machine's.
    note, correct, sign, answer; acknowledge, dispute       (simulator.session.review_writing)
        What a trainer says of a session, and what its trainee says of that; appended, never changed.
    new_calibration(record, name, sessions, by, *, cache=None) -> Calibration
        Put calls before several reviewers.
    call_to_mark(record, session, language, *, cache=None) -> CallToMark
        What each of them reads and marks by: no score is in it.
    calibration_report(record, calibration, viewer, language, *, cache=None) -> CalibrationReport
        How far they agree and where they are in dispute, for who has marked everything.
    rescore(found: simulator.record.Replay) -> Rescored | Message
        What the record should say of an ended session: hand it to `Record.verify(rescore=rescore)`.

    Call
        .session .scenario .rubric .variant .mode .seed .time_factor .trainee (name)      what was opened
        .decision      int: the number of the decision to be taken now, from 1
        .view          View: the moment, texts filled, `offered` in shown order; `silence_after` in real seconds
        .shown         tuple[Offered, ...]: the choices in shown order (`view.offered`)
        .transcript    tuple[Heard, ...]: everything heard so far, texts filled
        .mood          str | None: the mood of the last line that had one
        .says_first    bool: the trainee types what they would say before the choices appear
        .asks_words    bool: the trainee is to say it first; until then `shown` is empty
        .typed         str: what they typed for the decision to be taken now
        .over          bool
        .hung_up       bool: the caller has ended the call
        .ending        Ending | None: texts filled, once the call is over
        .card          tuple[tuple[str, str], ...]: the CRM card of the variant
        .caller        str: the caller's name (empty where the scenario gives none)
        .articles      tuple[Article, ...]: the knowledge articles, texts filled
        .show_gauges .may_undo .gives_feedback .gives_hints .silence_counts               bool, by mode and moment
        .say(words, *, decision=None) -> None           where `asks_words`; empty words to see the choices at once
        .choose(choice_id, took_ms, *, decision=None) -> Turn
        .keep_silent(took_ms, *, decision=None) -> Turn
              `decision`: the number the screen showed when the key was pressed; another one raises OutOfTurn.
              OutOfTurn also while another answer is being written, or for what is not on offer: ignore the key.
              RecordError (simulator.record): nothing moved, the same answer may be given again.
        .look_up(article_id) -> Article
        .hint(language=None) -> Hint | None             guided mode (`gives_hints`): the skill, then an answer to avoid
        .last_marks(language=None) -> Feedback | None   guided mode: what the last answer was worth; waits for analysis
        .undo() -> None                                 where `may_undo`; raises OutOfTurn elsewhere
        .pause() .resume() .abandon() -> None
        .prepare_values() -> None        have the analysis ready; call it in a worker as early as possible
        .debrief(language) -> Debrief    once over; writes the end of the session if that is still to be done

    Turn        .decision .heard (filled, the trainee's own words first) .over
    Feedback    .verdict .risky .cost .why .techniques .critical .see .reaction (simulator.model.reaction)
    Hint        .kind .id .label .text .number
    Errors      SessionError(message: Message): what a person can be told. OutOfTurn is one.
    World       clock, dice and ids: `world=World(...)` makes a call repeatable in tests.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.session.briefing import Briefing, Emphasis, briefing_of, emphasis_of
    from simulator.session.calibrated import CalibrationReport, CriterionAgreed, Dispute, calibration_report
    from simulator.session.calibrating import CallToMark, call_to_mark, new_calibration
    from simulator.session.call import Call
    from simulator.session.commented import Commented, CommentedTurn, Reasoned, commented_of
    from simulator.session.debrief import (
        CriterionRow,
        CriticalError,
        Debrief,
        DecisionRow,
        GaugeSpent,
        HiddenFact,
        LastTry,
        ObjectiveMet,
        OnOffer,
        OtherRow,
        Reflection,
    )
    from simulator.session.errors import OutOfTurn, SessionError
    from simulator.session.guidance import Feedback, Hint, NamedMove
    from simulator.session.history import PlayedCall, PlayedSession, PlayHistory, Sight, history_of
    from simulator.session.opening import branch_call, choose_variant, first_mode, open_call, resume_call
    from simulator.session.reflecting import reflect
    from simulator.session.replaying import Replayed, debrief_of, debrief_with_caller, replay, rescore
    from simulator.session.review_reading import reviewed_of
    from simulator.session.reviewed import ReviewedSession
    from simulator.session.standing import Standing, standing_of
    from simulator.session.turn import Turn
    from simulator.session.world import World

__all__ = [
    "Briefing",
    "CalibrationReport",
    "Call",
    "CallToMark",
    "Commented",
    "CommentedTurn",
    "CriterionAgreed",
    "CriterionRow",
    "CriticalError",
    "Debrief",
    "DecisionRow",
    "Dispute",
    "Emphasis",
    "Feedback",
    "GaugeSpent",
    "HiddenFact",
    "Hint",
    "LastTry",
    "NamedMove",
    "ObjectiveMet",
    "OnOffer",
    "OtherRow",
    "OutOfTurn",
    "PlayHistory",
    "PlayedCall",
    "PlayedSession",
    "Reasoned",
    "Reflection",
    "Replayed",
    "ReviewedSession",
    "SessionError",
    "Sight",
    "Standing",
    "Turn",
    "World",
    "branch_call",
    "briefing_of",
    "calibration_report",
    "call_to_mark",
    "choose_variant",
    "commented_of",
    "debrief_of",
    "debrief_with_caller",
    "emphasis_of",
    "first_mode",
    "history_of",
    "new_calibration",
    "open_call",
    "reflect",
    "replay",
    "rescore",
    "resume_call",
    "reviewed_of",
    "standing_of",
]

_HOMES: Final = {
    "briefing": ("Briefing", "Emphasis", "briefing_of", "emphasis_of"),
    "calibrated": ("CalibrationReport", "CriterionAgreed", "Dispute", "calibration_report"),
    "calibrating": ("CallToMark", "call_to_mark", "new_calibration"),
    "call": ("Call",),
    "commented": ("Commented", "CommentedTurn", "Reasoned", "commented_of"),
    "debrief": (
        "CriterionRow",
        "CriticalError",
        "Debrief",
        "DecisionRow",
        "GaugeSpent",
        "HiddenFact",
        "LastTry",
        "ObjectiveMet",
        "OnOffer",
        "OtherRow",
        "Reflection",
    ),
    "errors": ("OutOfTurn", "SessionError"),
    "guidance": ("Feedback", "Hint", "NamedMove"),
    "history": ("PlayHistory", "PlayedCall", "PlayedSession", "Sight", "history_of"),
    "opening": ("branch_call", "choose_variant", "first_mode", "open_call", "resume_call"),
    "reflecting": ("reflect",),
    "replaying": ("Replayed", "debrief_of", "debrief_with_caller", "replay", "rescore"),
    "review_reading": ("reviewed_of",),
    "reviewed": ("ReviewedSession",),
    "standing": ("Standing", "standing_of"),
    "turn": ("Turn",),
    "world": ("World",),
}
"""The module that each name is in: a briefing is on the screen before what plays the call is loaded."""

_HOME: Final = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """The name from its module, which is loaded now."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
