"""The keys of scenario files, their kinds, defaults and descriptions: the one source of `check` and the JSON Schema.

With `schema_rubric`, `schema_types`, `schema_places` and `schema_faults`, the only code that knows pydantic; imported
when a file is compiled.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from simulator.language.rules.version import KNOWN
from simulator.language.schema_types import (
    Change,
    Codes,
    ConditionText,
    Day,
    FactValue,
    Goto,
    Id,
    Percent,
    Point,
    SetValue,
    ShortText,
    Strict,
    Text,
    Whole,
    YesNo,
    line_or_lines,
    route_or_routes,
    span,
)
from simulator.model.message import N_
from simulator.model.scenario import Action, Outcome
from simulator.model.suggested import MOODS, PHASES, ROLES

Score = dict[str, Point]
Sets = dict[str, SetValue]
Changes = dict[str, Change]
Mood = Annotated[str, Field(max_length=40, examples=list(MOODS))]


class Line(Strict):
    """Words that somebody speaks."""

    when: ConditionText | None = Field(None, description=N_("The line is said where this holds."))
    say: Text = Field(description=N_("The words."))
    mood: Mood | None = Field(None, description=N_("How the caller sounds: calm, wary, angry, or a word of your own."))
    speaker: ShortText | None = Field(None, description=N_("Who speaks, where it is not the caller."))
    reveals: str | None = Field(None, description=N_("The hidden fact that this line brings out."))


Lines = Annotated[list[Line], BeforeValidator(line_or_lines, json_schema_input_type=Text | Line | list[Text | Line])]


class Route(Strict):
    """One way a choice can lead on."""

    when: ConditionText | None = Field(None, description=N_("The way is taken where this holds."))
    goto: Goto | None = Field(None, description=N_("The state or ending it leads to, or `back`."))
    score: Score = Field(default_factory=dict, description=N_("Points by criterion, -2 to +2."))
    set: Sets = Field(default_factory=dict, description=N_("Facts, and the value that each gets."))
    change: Changes = Field(default_factory=dict, description=N_("Gauges that move, by how much."))
    critical: Codes = Field(default_factory=list, description=N_("Critical errors of the rubric."))
    why: Text | None = Field(None, description=N_("Why this is good or bad, for the debrief."))


Routes = Annotated[
    list[Route], BeforeValidator(route_or_routes, json_schema_input_type=Goto | Route | list[Goto | Route])
]


class Choice(Strict, json_schema_extra={"oneOf": [{"required": ["say"]}, {"required": ["do", "label"]}]}):
    """What the trainee may say or do."""

    say: Text | None = Field(None, description=N_("The words that the trainee may say."))
    do: Action | None = Field(None, description=N_("An action in place of words; `wait` is a silence kept on purpose."))
    label: ShortText | None = Field(None, description=N_("What the trainee reads on an action."))
    when: ConditionText | None = Field(None, description=N_("The choice is on offer where this holds."))
    once: YesNo = Field(False, description=N_("`yes`: on offer only once in a call."))
    score: Score = Field(default_factory=dict, description=N_("Points by criterion, -2 to +2."))
    set: Sets = Field(default_factory=dict, description=N_("Facts, and the value that each gets."))
    change: Changes = Field(default_factory=dict, description=N_("Gauges that move, by how much."))
    critical: Codes = Field(default_factory=list, description=N_("Critical errors of the rubric."))
    technique: Codes = Field(default_factory=list, description=N_("Techniques of the rubric that the choice shows."))
    reply: Lines = Field(
        default_factory=list,
        description=N_(
            "What the caller answers to this choice: words, or a list of which the first line that holds is said."
        ),
    )
    goto: Routes = Field(
        default_factory=list,
        max_length=20,
        description=N_("Where the choice leads: a state, an ending or `back`; of a list, the first item that holds."),
    )
    why: Text | None = Field(None, description=N_("Why this is good or bad, for the debrief."))
    see: str | None = Field(None, description=N_("The knowledge article that the debrief recommends."))


class Silence(Strict):
    """What happens when the trainee says nothing."""

    after: Whole = Field(ge=1, le=600, description=N_("Seconds without an answer, once the choices could be read."))
    set: Sets = Field(default_factory=dict, description=N_("Facts, and the value that each gets."))
    change: Changes = Field(default_factory=dict, description=N_("Gauges that move, by how much."))
    reply: Lines = Field(default_factory=list, description=N_("What the caller says into the silence."))
    goto: Goto | None = Field(None, description=N_("The state or ending it leads to, or `back`."))


class State(Strict, json_schema_extra={"oneOf": [{"required": ["says"]}, {"required": ["scene"]}]}):
    """A moment in which the trainee must answer."""

    phase: str | None = Field(
        None,
        max_length=40,
        examples=list(PHASES),
        description=N_("The part of the call: greeting, discovery, or a word of your own."),
    )
    mood: Mood | None = Field(None, description=N_("How the caller sounds where a line does not say it."))
    says: Lines = Field(
        default_factory=list, max_length=20, description=N_("The caller's words; of a list, the first line that holds.")
    )
    scene: Text | None = Field(None, description=N_("What is to be seen where nobody speaks."))
    silence: Silence | None = Field(None, description=N_("What happens when the trainee says nothing."))
    goto: Routes = Field(
        default_factory=list, max_length=20, description=N_("Where choices without a `goto` of their own lead.")
    )
    choices: dict[Id, Choice] = Field(
        min_length=1, max_length=9, description=N_("What the trainee may say or do, at most nine.")
    )


class Ending(Strict):
    """Where the call stops."""

    outcome: Outcome = Field(description=N_("success, partial or failure."))
    title: ShortText = Field(description=N_("A few words for the debrief."))
    text: Text = Field(description=N_("What came of the call."))
    score: Score = Field(default_factory=dict, description=N_("Points by criterion, -2 to +2."))


class Rule(Strict):
    """Something that holds in every state."""

    when: ConditionText = Field(description=N_("The rule fires when a choice or a silence makes this true."))
    goto: Goto = Field(description=N_("The state or ending it leads to."))
    once: YesNo = Field(False, description=N_("`yes`: fires at most once in a call."))


class Gauge(Strict):
    """A bounded whole number that the call moves."""

    label: ShortText = Field(description=N_("The name that the trainee sees."))
    start: Whole = Field(ge=0, le=20, description=N_("Where it stands when the call begins."))
    max: Whole = Field(10, ge=1, le=20, description=N_("The highest it can be."))


class Variant(Strict):
    """A named start of the same call."""

    about: Text | None = Field(None, description=N_("A note for trainers."))
    set: Sets = Field(default_factory=dict, description=N_("Facts that differ."))
    change: Changes = Field(default_factory=dict, description=N_("Gauges that start higher or lower, by how much."))
    crm: dict[str, ShortText] = Field(default_factory=dict, description=N_("Lines of the CRM card that differ."))


class Objective(Strict):
    """What the trainee should reach."""

    text: ShortText = Field(description=N_("The words that the trainee reads."))
    met: ConditionText = Field(description=N_("The objective is met where this holds at the end."))


class Article(Strict):
    """What the trainee can look up."""

    title: ShortText = Field(description=N_("The article's title."))
    text: Text = Field(description=N_("The article, in Markdown."))


class Caller(Strict):
    """Who calls, or is called."""

    name: ShortText = Field(description=N_("The caller's name."))
    sketch: Text | None = Field(None, description=N_("The caller in one sentence."))


class ScoreRange(Strict):
    """Bounds for a score."""

    from_: Percent = Field(alias="from", description=N_("The lowest score."))
    to: Percent = Field(description=N_("The highest score."))


Span = Annotated[ScoreRange, BeforeValidator(span, json_schema_input_type=Percent | ScoreRange)]


class InFileTest(Strict):
    """What must hold of one play."""

    variant: str | None = Field(None, description=N_("The variant to play; the first where none is named."))
    play: Codes = Field(description=N_("The choices, one after the other; `silence` too."))
    ending: str | None = Field(None, description=N_("The ending that must be reached."))
    score: Span | None = Field(None, description=N_("The score that must come out."))
    passed: YesNo | None = Field(None, description=N_("Whether the call must be passed."))
    critical: Codes | None = Field(None, description=N_("The critical errors that must be met; [] for none."))


class Scenario(Strict):
    """A call that can be practised."""

    rolecall: Whole = Field(
        ge=1, json_schema_extra={"const": KNOWN}, description=N_("The version of this language: 1.")
    )
    id: Id = Field(description=N_("The scenario's name for programs: small letters and hyphens."))
    title: ShortText = Field(description=N_("The title that the trainee sees."))
    language: Literal["fr", "en"] = Field(description=N_("The language of the call: fr or en."))
    role: ShortText = Field(
        examples=list(ROLES),
        description=N_("reception, sales, technical, collections, satisfaction, or your own word."),
    )
    level: Whole = Field(ge=1, le=3, description=N_("1 routine, 2 tense, 3 crisis."))
    minutes: Whole = Field(ge=1, le=60, description=N_("How long the call takes, in minutes."))
    rubric: ShortText = Field(description=N_("A shipped rubric's id, or the path of a rubric file."))
    law_as_of: Day | None = Field(None, description=N_("The day to which the rules cited were checked."))
    about: Text = Field(description=N_("One sentence for the library."))
    objectives: list[Objective] = Field(default_factory=list, max_length=12, description=N_("What to reach."))
    briefing: Text = Field(description=N_("What the trainee reads before the call, in Markdown."))
    caller: Caller = Field(description=N_("The person on the other end."))
    crm: dict[str, ShortText] = Field(
        default_factory=dict, max_length=40, description=N_("The lines of the trainee's CRM card.")
    )
    knowledge: dict[Id, Article] = Field(
        default_factory=dict, max_length=40, description=N_("Articles that the trainee can open during the call.")
    )
    gauges: dict[Id, Gauge] = Field(
        default_factory=dict, max_length=8, description=N_("Whole numbers that the call moves.")
    )
    facts: dict[Id, Annotated[list[FactValue], Field(min_length=2, max_length=20)]] = Field(
        default_factory=dict, max_length=24, description=N_("Named values that the call sets; the first is the start.")
    )
    variants: dict[Id, Variant | None] = Field(
        default_factory=dict, max_length=20, description=N_("Other starts of the same call.")
    )
    always: list[Rule] = Field(default_factory=list, max_length=20, description=N_("Rules that hold in every state."))
    start: str = Field(description=N_("The state in which the call begins."))
    states: dict[Id, State] = Field(min_length=1, max_length=200, description=N_("The moments of the call."))
    endings: dict[Id, Ending] = Field(min_length=1, max_length=50, description=N_("Where the call can stop."))
    tests: dict[Id, InFileTest] = Field(
        default_factory=dict, max_length=200, description=N_("Plays that `rolecall check` tries.")
    )
