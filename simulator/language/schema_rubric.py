"""The keys of rubric files, as `schema` has those of scenarios."""

from __future__ import annotations

from pydantic import Field

from simulator.language.rules.version import KNOWN
from simulator.language.schema_types import Id, Strict, Text, Weight, Whole
from simulator.model.message import N_


class Both(Strict):
    """A text in French and in English."""

    fr: Text = Field(description=N_("The French text."))
    en: Text = Field(description=N_("The English text."))


class Band(Strict):
    """A word for a stretch of scores."""

    from_: Whole = Field(alias="from", ge=0, le=100, description=N_("The lowest score of the band."))
    label: Both = Field(description=N_("The word that people see."))


class Criterion(Strict):
    """One soft skill."""

    label: Both = Field(description=N_("The word that people see."))
    weight: Weight = Field(description=N_("How much it counts where the role says nothing else."))
    about: Both = Field(description=N_("What it is, in a sentence."))
    levels: dict[str, Both] = Field(default_factory=dict, description=N_("What one hears at a level from 1 to 5."))


class Named(Strict):
    """A critical error or a technique."""

    label: Both = Field(description=N_("The word that people see."))
    about: Both = Field(description=N_("What it is, in a sentence."))


class Rubric(Strict):
    """What a call is judged by."""

    rolecall: Whole = Field(
        ge=1, json_schema_extra={"const": KNOWN}, description=N_("The version of this language: 1.")
    )
    id: Id = Field(description=N_("The rubric's name for programs: small letters and hyphens."))
    title: Both = Field(description=N_("The title that people see."))
    about: Both | None = Field(None, description=N_("What it is, in a sentence."))
    pass_mark: Whole = Field(ge=0, le=100, description=N_("The score from which a call is passed."))
    bands: list[Band] = Field(min_length=1, max_length=12, description=N_("Words for scores, the highest first."))
    criteria: dict[Id, Criterion] = Field(min_length=1, max_length=20, description=N_("The soft skills."))
    weights: dict[str, dict[str, Weight]] = Field(
        default_factory=dict, description=N_("Weights by role, where they differ.")
    )
    critical: dict[Id, Named] = Field(default_factory=dict, description=N_("What fails the call whatever the score."))
    techniques: dict[Id, Named] = Field(default_factory=dict, description=N_("Moves that choices may show."))
