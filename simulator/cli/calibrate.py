"""`rolecall calibrate`: several reviewers mark the same calls, each by themselves, and see how far they agree."""

from __future__ import annotations

from simulator.cli.verbs import VerbGroup
from simulator.words import _

calibrate = VerbGroup(
    "calibrate",
    verbs={
        "new": "simulator.cli.calibrate_new:new",
        "mark": "simulator.cli.calibrate_mark:mark",
        "report": "simulator.cli.calibrate_report:report",
        "list": "simulator.cli.calibrate_new:list_calibrations",
        "export": "simulator.cli.calibrate_files:export",
        "import": "simulator.cli.calibrate_files:import_calibrations",
    },
    help=_("See how far reviewers agree: the same calls, marked by each of them without a score before their eyes."),
    epilog=_("Whoever has not marked every call sees nobody's marks."),
)
