"""SIGKILL at random instants of a call: it resumes at the last shown choice, nothing lost and nothing doubled."""

from __future__ import annotations

import random
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from simulator.library import Library
from simulator.model.events import Chose
from simulator.record import open_record
from tests.memory import CACHE
from tests.whole.plays import SEED, Play, Played, played, plays_to_every_ending
from tests.whole.program import Program, piped, run

SCENARIO = "more-than-i-pay-now"
PROMPT = "Your answer (number, ? for help):"


class Scripted:
    """One call that is played as a script has it, however often its player is killed."""

    def __init__(self, home: Path, play: Play, made: Played, dice: random.Random) -> None:
        self._home = home
        self._play = play
        self._made = made
        self._dice = dice
        self._kills = 0

    def kill(self, times: int) -> int:
        """Play calls until the player was killed so often; how many calls came to their end."""
        ended = 0
        while self._kills < times:
            ended += self._go_on(kill=True)
        return ended

    def finish(self) -> None:
        """Play the call that was left to its end, or a last one."""
        assert self._go_on(kill=False)

    def _recorded(self) -> list[str] | None:
        """What was chosen so far in the call that is not over; None where there is none. Nothing is doubled."""
        if not (self._home / "rolecall.db").exists():
            return None
        with open_record(str(self._home / "rolecall.db"), create=False) as record:
            waiting = record.all_unfinished()
            assert len(waiting) <= 1
            if not waiting:
                return None
            events = [one.event for one in record.events(waiting[0].session)]
        chosen = [event.choice for event in events if isinstance(event, Chose)]
        assert chosen == list(self._play.choices[: len(chosen)])
        return chosen

    def _go_on(self, *, kill: bool) -> bool:
        """Go on with the call, or begin one; whether it came to its end."""
        done = self._recorded()
        command = ["play", SCENARIO, "--plain", "--seed", SEED, "--variant", self._play.variant]
        with piped(self._home, *command, "--new" if done is None else "--resume") as program:
            if kill and self._dice.random() < 0.5:
                self._kill_in_the_flow(program, done or [])
            elif kill:
                self._kill_behind_a_key(program, done or [])
            else:
                program.type("\n".join([*self._made.numbers[len(done or []) :], ""]))
                assert program.end().status == 0
            program.end()
        return self._look(program, done)

    def _kill_in_the_flow(self, program: Program, done: list[str]) -> None:
        """Every answer is in the pipe; after so many bytes of output the player is killed."""
        program.type("\n".join([*self._made.numbers[len(done) :], ""]))
        program.read_bytes(self._dice.randrange(12_000))
        self._strike(program)

    def _kill_behind_a_key(self, program: Program, done: list[str]) -> None:
        """Answer after answer; behind one of them the player is killed, before or after it was acknowledged."""
        left = self._made.numbers[len(done) :]
        stop = self._dice.randrange(len(left) + 1)
        for place, number in enumerate(left[:stop]):
            program.wait_for(PROMPT, place + 1)
            program.type(f"{number}\n")
        with suppress(subprocess.TimeoutExpired):
            program.process.wait(self._dice.uniform(0, 0.02))
        self._strike(program)

    def _strike(self, program: Program) -> None:
        self._kills += program.process.poll() is None
        program.kill()

    def _look(self, program: Program, done: list[str] | None) -> bool:
        """What was shown as done is recorded, and it began where the call stood; whether the call is over."""
        call, _, debrief = program.text.partition("\nDebrief: ")
        shown = [line for line in call.splitlines() if line.startswith(("You: ", "You ("))]
        after = self._recorded()
        over = after is None and (bool(shown) or done is not None)
        assert len(shown) <= (len(self._play.choices) if after is None else len(after))
        if done is not None and PROMPT in call:
            assert call.startswith("The call goes on.\n")
            offered = call.partition(PROMPT)[0].splitlines()[-len(self._made.offered[len(done)]) :]
            expected = self._made.offered[len(done)]
            assert [line.partition(". ")[2].rpartition(") ")[2] or line for line in offered] == [
                text.rpartition(") ")[2] for text in expected
            ]
        assert not debrief or after is None or len(after) == len(self._play.choices)
        return over


def kill_often(home: Path, times: int, seed: int) -> None:
    """Kill the player so often, then finish the call and have every session verified."""
    scenario = Library((), CACHE).load(SCENARIO).scenario
    play = max(plays_to_every_ending(scenario).values(), key=lambda play: len(play.choices))
    home.mkdir()
    with open_record(str(home / "elsewhere.db")) as record:
        made = played(record, SCENARIO, play)
    scripted = Scripted(home, play, made, random.Random(seed))
    scripted.kill(times)
    scripted.finish()
    verified = run(home, "sessions", "verify")
    assert (verified.status, verified.err) == (0, "")
    with open_record(str(home / "rolecall.db"), create=False) as record:
        ended = list(record.sessions())
        assert ended
        assert record.all_unfinished() == ()
        for one in ended:
            events = [event.event for event in record.events(one.session)]
            assert [event.choice for event in events if isinstance(event, Chose)] == list(play.choices)
            assert one.ending == play.ending


def test_a_player_who_is_killed_loses_nothing(folder: Path) -> None:
    kill_often(folder, 5, seed=1)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 7))
def test_a_player_who_is_killed_often_loses_nothing(folder: Path, seed: int) -> None:
    kill_often(folder, 10, seed)
