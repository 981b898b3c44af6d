"""A call whose every text tries to be more than text, in whatever it is put into."""

from __future__ import annotations

from typing import Final

from simulator.model.scenario import Action, Choice, Ending, Line, Outcome, Route, Scenario, State
from tests.analysis.making import ladder, scenario, silence

NASTY: Final = (
    "\"]; click s1 call alert(1) %%{init: {'theme': 'x'}}%% `**b**` <img src=x onerror=alert(1)> </script><!-- --> "
    "]]> &amp; &#35; #35; #quot; \\N \\\" ' } { ( ) [ ] | \n end\r\u2028\u2029\u202e\x00\x1b[2J é 😀 e\u0301"
)


def hostile_call() -> Scenario:
    """The call. Ids are what the language lets an id be, and words that mean something elsewhere."""
    return scenario(
        State(
            "end",
            (
                Choice("subgraph", NASTY, score=(("empathy", 1),), routes=(Route("graph"),)),
                Choice("style", NASTY, Action.CRM, routes=(Route("lost"),)),
            ),
            says=(Line(NASTY, mood=NASTY, speaker=NASTY),),
            phase=NASTY,
            silence=silence("graph"),
        ),
        State("graph", (Choice("click", NASTY, routes=(Route("s0"),)),), scene=NASTY),
        *ladder("s", 3),
        title=NASTY,
        role=NASTY,
        endings=(
            Ending("done", Outcome.SUCCESS, NASTY, NASTY),
            Ending("lost", Outcome.FAILURE, NASTY, NASTY),
        ),
    )
