"""E308: an article that is recommended can be looked up."""

from collections.abc import Iterator

from simulator.language.faults import Fault
from simulator.language.nearby import did_you_mean
from simulator.language.rules import Subject
from simulator.model.message import N_, Message


def check(subject: Subject) -> Iterator[Fault]:
    """Every `see` names an article under `knowledge`."""
    articles = subject.draft.articles
    for choice in subject.draft.choices():
        article = choice.value.get("see")
        if isinstance(article, str) and article not in articles:
            yield Fault(
                "E308",
                (*choice.path, "see"),
                Message(N_("There is no article `{name}` under `knowledge`."), {"name": article}),
                did_you_mean(article, articles)
                or Message(N_("Write the article at the top of the file first, under `knowledge:`, with its text.")),
            )
