"""The pages on exports say what the columns are, in both languages."""

from __future__ import annotations

import pytest

from docs.make_exports import DOCUMENTS, document
from simulator.report.columns import KINDS, TABLES, Kind
from simulator.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_that_of_the_columns_as_they_are(language: str) -> None:
    if DOCUMENTS[language].read_text(encoding="utf-8") != document(language):
        pytest.fail("the columns have changed: run `python -m docs.make_exports`", pytrace=False)


def test_every_column_has_a_name_of_its_own_and_is_explained() -> None:
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert all(name.isidentifier() and name.islower() for name in names)
    assert set(KINDS) == set(Kind)
