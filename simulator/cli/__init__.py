"""The command line: `rolecall` and its verbs. Owns exit statuses, stdout (data) and stderr (talk)."""

from simulator.cli.main import main

__all__ = ["main"]
