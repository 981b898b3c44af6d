"""What a person is told where a call cannot go on."""

from __future__ import annotations

from simulator.model.message import N_, Message
from simulator.model.scenario import Scenario


class SessionError(Exception):
    """A call cannot be opened, resumed or told; `message` is for the person in front of it."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class OutOfTurn(SessionError):
    """An answer that does not belong to this moment; nothing happened."""


def still_writing() -> OutOfTurn:
    """Another answer is being written."""
    return OutOfTurn(Message(N_("The answer before this one is still being written.")))


def too_late() -> OutOfTurn:
    """The answer was meant for another moment, or is not on offer in this one."""
    return OutOfTurn(Message(N_("This answer is not on offer now.")))


def unknown_variant(scenario: Scenario, variant: str) -> SessionError:
    """The call has no variant of that id."""
    text = N_("This call has no variant {variant}. There are: {variants}.")
    return SessionError(Message(text, {"variant": variant[:80], "variants": [one.id for one in scenario.variants]}))


def other_rules() -> SessionError:
    """The session was recorded by a version whose rules of play were others."""
    return SessionError(
        Message(
            N_(
                "This call was begun with a version of RoleCall that played by other rules; it cannot go on. "
                "Start it again."
            )
        )
    )


def not_as_recorded(decision: int) -> SessionError:
    """The events do not fit the scenario they were recorded with."""
    text = N_("Decision {decision} of this session does not fit its scenario: the record was changed.")
    return SessionError(Message(text, {"decision": decision}))
