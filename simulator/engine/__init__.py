"""One step of a call: what is on offer, and what a choice leads to. Pure.

`Compiled` (fast, for exploring) and `machine.Machine` (on `transitions`, for live calls) implement `Stepper`;
`machine` is imported only where a live call is made.
"""

from simulator.engine.compiled import Compiled, compiled_of
from simulator.engine.marks import Marks
from simulator.engine.narrate import entered, evidence, opening, step, view
from simulator.engine.order import shuffled
from simulator.engine.packing import Packing
from simulator.engine.reduce import Reducer, reduced, reducer_of
from simulator.engine.stepper import NoRoute, NotOnOffer, NoWayBack, Stepper

__all__ = [
    "Compiled",
    "Marks",
    "NoRoute",
    "NoWayBack",
    "NotOnOffer",
    "Packing",
    "Reducer",
    "Stepper",
    "compiled_of",
    "entered",
    "evidence",
    "opening",
    "reduced",
    "reducer_of",
    "shuffled",
    "step",
    "view",
]
