"""A call while it is written: what is shown of its file and of the call, what can be tried, and what a save brings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.preview_stage import BROKEN, ENDLESS, PreviewStage
from tests.tui.stage import WIDE


async def test_a_good_file_is_a_call_with_the_cost_of_every_choice(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        assert "parcel.yaml The parcel of Mo Reed ✓ nothing wrong" in seen.flat
        assert "hello · greeting · variant gift" in seen.text
        assert "Is that Ana? My parcel is late." in seen.flat
        assert "Facts need = unknown · reason = birthday" in seen.flat
        assert "1 = best What was in the parcel of Monday? ask" in seen.flat
        assert "2 ~ could be better Parcels are late, that is how it is. hurry −14" in seen.flat
        assert "3 X critical error" in seen.flat


async def test_a_choice_is_taken_and_told_what_it_was_worth(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        before = seen.text
        await seen.press("2")
        assert "~ could be better −14 You wave it away." in seen.flat
        assert "Excuse me?" in seen.flat
        assert "1/5 −2" in seen.flat
        assert "Spent hurry" in seen.flat
        await seen.press("u")
        assert seen.text == before
        await seen.press("down", "enter")
        assert "You wave it away." in seen.flat


async def test_a_call_is_tried_to_its_end_and_begun_again(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("4", "1", "1")
        assert "helped · success · variant gift" in seen.text
        assert "The call is over." in seen.text
        assert "Mo Reed is helped." in seen.flat
        assert "CRM entry What happened" in seen.flat
        await seen.press("1")
        assert "The call is over." in seen.text
        await seen.press("r")
        assert "Is that Ana?" in seen.flat
        assert "1 = best" in seen.flat
        await seen.press("enter")
        assert "You learn what matters." in seen.flat, "the keys went back to the choices"


async def test_a_silence_is_tried_where_it_counts(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        assert ". Say nothing" in seen.footer
        await seen.press("full_stop")
        assert "you say nothing" in seen.flat
        assert "Hello?" in seen.flat
        assert "Spent silence" in seen.flat
        assert "Say nothing" not in seen.footer


async def test_the_next_variant(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("v")
        assert "variant illness" in seen.flat
        assert "reason = medicine" in seen.flat
        assert "parcel of Friday" in seen.flat
        await seen.press("v")
        assert "variant gift" in seen.flat


async def test_a_jump_to_a_state_that_is_found_by_its_name(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("2", "j")
        assert "solve So what now?" in seen.flat
        assert "helped success" in seen.flat
        await seen.type("ol")
        await seen.press("enter")
        assert seen.trial.position.state == "solve"
        assert "So what now?" in seen.flat
        assert "1/5" in seen.text, "the gauges are as they were"
        await seen.press("u")
        assert "Excuse me?" in seen.flat
        await seen.press("j", "escape")
        assert seen.trial.position.state == "hello"


async def test_what_no_call_comes_by_has_its_cost_too(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("s", "0", "enter", "j")
        await seen.type("solve")
        await seen.press("enter")
        assert seen.trial.position.values[0] == 0
        assert "= best" in seen.flat


async def test_gauges_and_facts_are_set_in_a_form(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("s")
        assert "patience ━━━━━ 3/5" in seen.flat
        assert "need [unknown] known" in seen.flat
        await seen.press("right", "right", "right", "down", "left", "down", "right", "right")
        assert "patience ━━━━━ 5/5" in seen.flat
        assert "need unknown [known]" in seen.flat
        assert "reason [birthday] medicine" in seen.flat, "a fact goes round"
        await seen.press("enter")
        assert "Patience ━━━━━ 5/5" in seen.flat
        assert "need = known" in seen.flat
        await seen.press("s", "2", "enter")
        assert seen.trial.position.values[0] == 2
        await seen.press("s", "9", "left", "escape")
        assert seen.trial.position.values[0] == 2
        await seen.press("u", "u")
        assert "need = unknown" in seen.flat


async def test_a_gauge_is_typed_as_a_number(writing: PreviewStage) -> None:
    writing.write(**{"start: 3, max: 5": "start: 0, max: 15"})
    async with writing.show() as seen:
        await seen.press("s")
        for keys, shown in (("7", "7/15"), ("12", "12/15"), ("9", "9/15"), ("0", "0/15"), ("+", "1/15"), ("-", "0/15")):
            await seen.press(*({"-": "minus", "+": "plus"}.get(key, key) for key in keys))
            assert f" {shown}" in seen.text
            await seen.press("0", "0")


async def test_a_slip_is_shown_with_its_line_and_the_old_call_stays(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("2")
        writing.write(**BROKEN)
        await seen.until_read("✗ 1 error", "Old: this is the call as it last was")
        assert "Excuse me?" in seen.flat
        await seen.press("tab")
        line = writing.line_of("goto: slove")
        assert f"✗ error E301 {line}:15 There is no state and no ending `slove`." in seen.flat
        assert f"{line} │ goto: slove │ ^^^^^ → Did you mean `solve`?" in seen.flat
        assert "Excuse me?" not in seen.flat
        await seen.press("tab", "1")
        assert "You learn what matters." in seen.flat, "the old call can still be tried"
        writing.write()
        await seen.until_read("✓ nothing wrong")
        assert "Old:" not in seen.flat
        assert "You learn what matters." in seen.flat, "it stands where it stood"


async def test_side_by_side_where_there_is_room(writing: PreviewStage) -> None:
    writing.write(**BROKEN)
    async with writing.show(size=WIDE) as seen:
        assert "There is no state and no ending `slove`." in seen.flat
        assert "There is no call to show yet." in seen.flat
        writing.write()
        await seen.until_read("✓ nothing wrong", "Nothing is wrong with this file.", "= best")
        await seen.press("tab", "2")
        assert "Excuse me?" in seen.flat, "choices can be taken wherever the keys go"


async def test_a_code_is_explained(writing: PreviewStage) -> None:
    writing.write(**{'goto: helped, why: "Nobody will know."': "goto: helped"})
    async with writing.show() as seen:
        await seen.press("tab")
        assert "! warning W401" in seen.flat
        await seen.press("enter")
        assert "W401 – A choice does not say why" in seen.flat
        assert "Why it matters for trainees" in seen.flat
        await seen.press("escape")
        assert "! warning W401" in seen.flat


async def test_what_is_wrong_as_a_whole_is_shown_beside_the_call_as_it_is(writing: PreviewStage) -> None:
    writing.write(**ENDLESS)
    async with writing.show(size=WIDE) as seen:
        assert "✗ error E406" in seen.flat
        assert "No costs: not every call of this variant comes to an end." in seen.flat
        assert "Old:" not in seen.flat
        await seen.press("1", "1", "1")
        assert seen.flat.count("You learn what matters.") >= 2


async def test_words_change_under_the_author(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("2")
        writing.write(**{"My parcel is late.": "Where is my parcel?", "Mo Reed": "Zoë Marsh"})
        await seen.until_read("Where is my parcel?", "✓ nothing wrong")
        assert "Zoë Marsh" in seen.flat
        assert "Mo Reed" not in seen.flat
        assert "~ could be better −14 You wave it away." in seen.flat


async def test_where_the_state_is_gone_the_call_begins_again_and_says_so(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("4")
        assert seen.trial.position.state == "solve"
        text = writing.path.read_text("utf-8").replace("solve", "settle")
        writing.path.write_text(text, "utf-8")
        await seen.until_read("`solve` is gone; the call begins again.")
        assert seen.trial.position.state == "hello"
        await seen.press("1")
        assert "is gone" not in seen.flat


async def test_a_rubric_that_is_saved_changes_the_costs(writing: PreviewStage) -> None:
    rubric = writing.folder / "little-rubric.yaml"
    async with writing.show() as seen:
        assert "−14" in seen.flat
        text = rubric.read_text("utf-8")
        rubric.write_text(text.replace("weight: 50", "weight: 90", 1), "utf-8")
        await seen.until(lambda: "−14" not in seen.flat and "~ could be better" in seen.flat)
        rubric.unlink()
        await seen.until_read("✗ 1 error", "Old:")
        rubric.write_text(text, "utf-8")
        await seen.until_read("−14")


@pytest.mark.parametrize("how", ["replaced", "deleted and made", "twice", "moved away"])
async def test_a_file_may_be_saved_in_any_way(writing: PreviewStage, how: str) -> None:
    path = writing.path
    text = path.read_text("utf-8").replace("My parcel is late.", "Where is my parcel?")
    async with writing.show() as seen:
        match how:
            case "replaced":
                path.with_name("draft").write_text(text, "utf-8")
                os.replace(path.with_name("draft"), path)
            case "deleted and made":
                path.unlink()
                path.write_text(text, "utf-8")
            case "twice":
                path.write_text(text[:200], "utf-8")
                path.write_text(text, "utf-8")
            case "moved away":
                os.replace(path, path.with_name("parcel.yaml~"))
                path.write_text(text, "utf-8")
        await seen.until_read("Where is my parcel?", "✓ nothing wrong")


async def test_a_file_that_is_not_there_is_waited_for(writing: PreviewStage) -> None:
    path = writing.folder / "new" / "call.yaml"
    async with writing.show(path) as seen:
        assert "There is no file" in seen.flat
        assert "As soon as it can be read, it is shown." in seen.flat
        await seen.press("tab", "1", "u", "r", "j", "s", "v", "full_stop", "enter", "pagedown")
        assert "There is no call to show yet." in seen.flat
        put_in(path.parent, writing)
        await seen.until_read("Is that Ana?", "= best")
        await seen.press("2")
        path.unlink()
        await seen.until_read("✗ cannot be read", "Old:")
        assert "Excuse me?" in seen.flat
        path.write_bytes(b"\x89PNG\0" * 300)
        await seen.until_read("✗ 1 error")
        path.write_bytes(b"# long\n" * 300_000)
        await seen.press("tab")
        await seen.until_read("E102")


def put_in(folder: Path, writing: PreviewStage) -> None:
    """The small call and its rubric, in a folder that was not there."""
    folder.mkdir()
    for name, new in (("little-rubric.yaml", "little-rubric.yaml"), ("parcel.yaml", "call.yaml")):
        (folder / new).write_bytes((writing.folder / name).read_bytes())


async def test_an_older_check_says_nothing_of_a_newer_save(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        for place in range(12):
            writing.write(**{"My parcel is late.": f"My parcel is late, {place}."})
            seen.strike("f5")
        writing.write(**BROKEN)
        seen.strike("f5")
        await seen.until_read("✗ 1 error")
        await seen.press("tab")
        assert "✗ error E301" in seen.flat


async def test_a_modal_stays_while_the_file_changes(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("s", "1")
        writing.write(**{"start: 3, max: 5": "start: 3, max: 4", "My parcel is late.": "It is late."})
        await seen.until(lambda: seen.trial.scenario.gauges[0].max == 4)
        assert seen.name == "SettingScreen"
        await seen.press("enter")
        assert "It is late." in seen.flat
        assert "1/4" in seen.flat
        await seen.press("s", "2")
        writing.path.write_text(writing.path.read_text("utf-8").replace("patience", "calmness"), "utf-8")
        await seen.until(lambda: seen.trial.scenario.gauges[0].id == "calmness")
        await seen.press("enter")
        assert "There is no gauge and no fact `patience`." in seen.flat
        assert "3/4" in seen.flat
        await seen.press("s", "enter")
        assert len(seen.trial.past) == 1, "what is not changed is not set"


async def test_the_keys_are_in_the_palette_and_on_their_sheet(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("2", "f1")
        for words in [
            "Answer",
            "State",
            "Set",
            "Say nothing",
            "Undo",
            "Start",
            "Variant",
            "Diagnostics",
            "Read the file again",
        ]:
            assert words in seen.text
        await seen.press("escape", "ctrl+p")
        await seen.type("und")
        await seen.press("enter")
        assert "Excuse me?" not in seen.flat
        await seen.press("ctrl+p")
        seen.one(Input).value = "diagn"
        await seen.settle()
        await seen.press("enter")
        assert "Nothing is wrong with this file." in seen.flat


async def test_q_leaves(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("q")
        assert not seen.app.is_running


async def test_a_terminal_that_changes_shows_what_it_has_room_for(writing: PreviewStage) -> None:
    async with writing.show() as seen:
        await seen.press("tab")
        assert "Is that Ana?" not in seen.flat
        await seen.resize(*WIDE)
        assert "Is that Ana?" in seen.flat
        assert "Nothing is wrong with this file." in seen.flat
        await seen.resize(60, 18)
        assert "Is that Ana?" not in seen.flat
        await seen.press("tab")
        assert "Is that Ana?" in seen.flat
        assert all(widget.region.right <= 60 for widget in seen.screen.query("#panes *"))
