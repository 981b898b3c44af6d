"""Which texts of a source file are messages."""

import pytest

from simulator.words.extraction import SourceError, extract_from


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ("_('a')", [("a", None)]),
        ("_('a' 'b').format(c=1)", [("ab", None)]),
        ("words = [N_('a'), N_('b')]", [("a", None), ("b", None)]),
        ("ngettext('{n} a', '{n} as', n)", [("{n} a", "{n} as")]),
        ("Message('a', {'b': 1})", [("a", None)]),
        ("Message('a', plural='b', count=2)", [("a", "b")]),
        ("Message(N_('a'), {}, plural=N_('b'), count=2)", [("a", "b")]),
        ("Message(N_('a'), {}, N_('b'), 2)", [("a", "b")]),
        ("Message('a', plural=None)", [("a", None)]),
        ("Message('a', {'b': Message('c')})", [("a", None), ("c", None)]),
        ("_(text); Message(text); print('a'); for_ = [_ for _ in 'a']", []),
        ("_(binding.description)", []),
    ],
)
def test_a_message_is_a_literal_in_a_call_that_marks_it(source: str, messages: list[tuple[str, str | None]]) -> None:
    assert list(dict.fromkeys(extract_from(source, "a.py"))) == messages


@pytest.mark.parametrize(
    "source",
    ["_(f'a {b}')", "_('a ' + b)", "_('a %s' % b)", "_('a {}'.format(b))", "N_(f'a')", "Message(f'a {b}')"],
)
def test_a_text_put_together_before_its_translation_is_an_error(source: str) -> None:
    with pytest.raises(SourceError, match=r"^simulator/a\.py:2: "):
        list(extract_from(f"\n{source}", "simulator/a.py"))
