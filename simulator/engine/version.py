"""The version of the rules of play and scoring that a session is recorded under."""

from typing import Final

ENGINE_VERSION: Final = "1"
"""Changed whenever the same choices could lead elsewhere or be worth something else than before."""
