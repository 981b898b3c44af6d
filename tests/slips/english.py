"""Slips in small English calls: one whose texts stand in quotes, and one whose texts stand bare."""

from __future__ import annotations

from typing import Final

from tests.slips.slip import Slip, further_in

FORM: Final = """\
      form:
        say: "Yes, there is a complaint form on our site. You fill it in, and someone writes to you within ten days."
        score: {clarity: -1, ownership: -1}
        reply: {mood: angry, say: "A form. Of course."}
        why: "Work for the caller, and an answer nobody asked for."
"""
FAREWELL: Final = '  farewell:\n    phase: recap\n    says: "Is there anything I have to do?"\n'
LATER: Final = """\
      - when: patience >= 3
        mood: calm
        say: "It is four five one two. What can you do?"
"""
DEFAULT: Final = """\
      - mood: impatient
        say: "Four five one two. So where is it?"
"""

QUOTED: Final = (
    Slip("curly quotes of a word processor", 'title: "A late parcel"', "title: ▸“A late parcel”", "E109"),
    Slip("one curly quote among straight ones", 'say: "No, that is all. Goodbye."', 'say: ▸“No, that is all. Goodbye."',
         "E109"),
    Slip("curly apostrophe in a text", "I see why you ring", "I’d ring too"),
    Slip("a contraction between apostrophes", '"Well. Goodbye, then."', "▸'Well, that's it.'", "E115"),
    Slip("a quotation within the quotes", '"A form. Of course."', '▸"A "form". Of course."', "E115"),
    Slip("a quotation within the quotes, escaped", '"A form. Of course."', '"A \\"form\\". Of course."'),
    Slip("quotes that run on to the next line", 'reply: "And when is that?"', 'reply: ▸"And when is that?', "E115"),
    Slip("a colon in a bare reply", 'reply: "And when is that?"', "reply: One thing▸: when is that?", "E105"),
    Slip("a bracket begins a bare reply", 'reply: "And when is that?"', "reply: ▸[sighs] And when is that?", "E106"),
    Slip("an asterisk begins a bare reply", 'reply: "And when is that?"', "reply: ▸*sighs* And when?", "E106"),
    Slip("a percent sign begins a bare reply", 'reply: "And when is that?"', "reply: ▸%: what is that?", "E106"),
    Slip("an at sign begins a bare reply", 'reply: "And when is that?"', "reply: ▸@home, and when?", "E106"),
    Slip("a bar and the text beside it", 'reply: "And when is that?"', "reply: ▸| And when is that?", "E106"),
    Slip("an ampersand in the middle", 'reply: "And when is that?"', "reply: Bits & pieces, and when?"),
    Slip("a colon left out", "language: en", "▸language en", "E120"),
    Slip("a colon left out before quotes", 'title: "A late parcel"', '▸title "A late parcel"', "E120"),
    Slip("a semicolon for a colon", "level: 1", "▸level; 1", "E120"),
    Slip("a space left out", "language: en", "▸language:en", "E121"),
    Slip("a space left out before quotes", 'title: "A late parcel"', '▸title:"A late parcel"', "E121"),
    Slip("a space left out between braces", "score: {ownership: -2}", "score: {▸ownership:-2}", "E121"),
    Slip("a comma left out between braces", "score: {empathy: 2, clarity: 1}", "score: {empathy: 2 ▸clarity: 1}",
         "E124"),
    Slip("a comma left out behind quotes", '{mood: angry, say: "A form. Of course."}', '{mood: angry ▸say: "A form."}',
         "E124"),
    Slip("a semicolon for a comma", "score: {empathy: 2, clarity: 1}", "score: {empathy: 2▸; clarity: 1}", "E105"),
    Slip("a brace left open", "caller: {name: \"Sam Hill\", sketch: \"In a hurry, but fair.\"}",
         "caller: ▸{name: \"Sam Hill\"", "E123"),
    Slip("a brace closed twice", "score: {empathy: 2, clarity: 1}", "score: {empathy: 2, clarity: 1}▸}", "E123"),
    Slip("a bracket closes a brace", "score: {empathy: 2, clarity: 1}", "score: {empathy: 2, clarity: 1▸]", "E123"),
    Slip("round brackets for braces", "score: {ownership: -2}", "score: ▸(ownership: -2)", "E105"),
    Slip("braces left out", "score: {ownership: -2}", "score: ▸ownership: -2", "E126"),
    Slip("a tab in front of a key", '    says: "Hello? My parcel', '▸\tsays: "Hello? My parcel', "E104"),
    Slip("a tab in place of the last blanks", '        say: "No, that is all.', '▸      \tsay: "No, that is all.',
         "E104"),
    Slip("a blank too few", "    phase: greeting", "   ▸phase: greeting", "E116"),
    Slip("a blank too many behind a line with text", '        technique: recap', '         ▸technique: recap', "E116"),
    Slip("a choice begun too far in", "      goodbye:\n", "        ▸goodbye:\n", "E116"),
    Slip("a whole choice too far in", FORM, further_in(FORM).replace("form:", "▸form:", 1), "E116"),
    Slip("a state begun too far in", FAREWELL, FAREWELL.replace("  farewell:", "    ▸farewell:"), "E116"),
    Slip("a choice too far left", "      goodbye:\n", "    ▸goodbye:\n", "E116"),
    Slip("a dash left out in front of a line", DEFAULT, DEFAULT.replace("- mood", "  ▸mood"), "E122"),
    Slip("a dash left out in a list of rules", "  - when: patience == 0\n    goto: gone",
         "  when: patience == 0\n  goto: gone", "E203", at="always:"),
    Slip("dashes in front of choices", "      goodbye:\n", "      ▸- goodbye:\n", "E122"),
    Slip("the order of two lines swapped", LATER + DEFAULT, f"      - ▸{DEFAULT[8:]}{LATER}", "E220"),
    Slip("a choice pasted twice", FORM, FORM + FORM.replace("form:", "▸form:", 1), "E110"),
    Slip("a key pasted twice", "    phase: greeting\n", "    phase: greeting\n    ▸phase: discovery\n", "E110"),
    Slip("a remark without its sign", "states:\n", "▸now the states\nstates:\n", "E120"),
    Slip("a remark in slashes", "states:\n", "▸// the states\nstates:\n", "E120"),
    Slip("a line cut off by a number sign", 'why: "Who does what, and by when."', "why: Who does what ▸#important",
         "E108"),
    Slip("a choice commented out", FORM, "".join(f"#{line}" for line in FORM.splitlines(keepends=True)),
         "W308", at="score: {empathy: 2, clarity: 1}"),
    Slip("a state's last choices commented out", "  farewell:\n    phase: recap",
         "  # the end\n  farewell:\n    phase: recap"),
    Slip("a start commented out", "start: hello", "# start: hello", "E202", at="rolecall: 1"),
    Slip("keys in another order", "language: en\nrole: reception\n", "role: reception\nlanguage: en\n"),
    Slip("a choice with braces of its own", "Two days late, I see", "Two days {late}, I see", "E310",
         at="Two days {late}"),
    Slip("a brace doubled", "Two days late, I see", "Two days {{late}}, I see"),
)  # fmt: skip
"""In `tests/explained/E315.yaml`: how it is written."""

MEANING: Final = (
    Slip("a key misspelt", "    phase: greeting", "    ▸phrase: greeting", "E201"),
    Slip("a key with two letters swapped", "title: \"A late parcel\"", "▸titel: \"A late parcel\"", "E201"),
    Slip("a key with a hyphen", "start: hello", "▸start-state: hello", "E201"),
    Slip("lang for language", "language: en\n", "▸lang: en\n", "E201"),
    Slip("answers for choices", "    choices:\n      promise:", "    ▸answers:\n      promise:", "E201", more="E202"),
    Slip("text for say", 'say: "No, that is all. Goodbye."', '▸text: "No, that is all. Goodbye."', "E201", more="E207"),
    Slip("next for goto", "    goto: farewell", "    ▸next: farewell", "E201"),
    Slip("points for score", "        score: {ownership: -2}", "        ▸points: {ownership: -2}", "E201"),
    Slip("points in words", "score: {ownership: -2}", "score: {ownership: ▸two}", "E203"),
    Slip("points out of the range", "score: {ownership: -2}", "score: {ownership: ▸-5}", "E205"),
    Slip("points with a fraction", "score: {ownership: -2}", "score: {ownership: ▸-0.5}", "E203"),
    Slip("a criterion with a capital", "score: {ownership: -2}", "score: {▸Ownership: -2}", "E305"),
    Slip("a criterion by its label", "score: {ownership: -2}", 'score: {▸"Active listening": -2}', "E305"),
    Slip("a criterion misspelt", "score: {ownership: -2}", "score: {▸owenrship: -2}", "E305"),
    Slip("a technique by its label", "technique: recap", "technique: ▸Warm transfer", "E307"),
    Slip("two techniques on one line", "technique: recap", "technique: ▸recap, warm-transfer", "E307"),
    Slip("a role of one's own", "role: reception", "role: night shift"),
    Slip("a level out of the range", "level: 1", "level: ▸0", "E205"),
    Slip("minutes with a word", "minutes: 3", "minutes: ▸3 minutes", "E203"),
    Slip("a language in capitals", "language: en", "language: ▸EN", "E204"),
    Slip("an outcome of one's own", "outcome: failure", "outcome: ▸failed", "E204"),
    Slip("a version with a point", "rolecall: 1", "rolecall: ▸1.0", "E203"),
    Slip("a version that comes later", "rolecall: 1", "rolecall: ▸3", "E213"),
    Slip("a gauge without a start", "{label: \"Patience\", start: 2, max: 4}", "▸{label: \"Patience\", max: 4}",
         "E202"),
    Slip("a gauge below nothing", "start: 2, max: 4", "start: ▸-1, max: 4", "E205"),
    Slip("a gauge as a bare number", "patience: {label: \"Patience\", start: 2, max: 4}", "patience: ▸2", "E203"),
    Slip("a state renamed where it stands", "  number:\n", "  parcel-number:\n", "E301", at="    goto: number"),
    Slip("a state's name with a capital", "    goto: number", "    goto: ▸Number", "E301"),
    Slip("a start that is an ending", "start: hello", "start: ▸gone", "E301"),
    Slip("a way to a choice", "    goto: farewell", "    goto: ▸recap", "E301"),
    Slip("an ending removed", '  gone: {outcome: failure, title: "Hung up", text: "The caller has had enough."}\n', "",
         "E301", at="    goto: gone"),
    Slip("an ending too many", "endings:\n", 'endings:\n  ▸lost: {outcome: partial, title: "Lost", text: "Gone."}\n',
         "E407"),
    Slip("a state too many", FAREWELL,
         '  ▸island:\n    says: "Yes?"\n    choices: {bye: {say: "Bye.", goto: done, why: "So."}}\n' + FAREWELL,
         "E401"),
    Slip("a choice without a way on", "    goto: done\n", "", "E406", at="      recap:", more="E407"),
    Slip("a gauge misspelt in a rule", "  - when: patience == 0", "  - when: ▸patients == 0", "E302"),
    Slip("a rule with one sign of equality", "  - when: patience == 0", "  - when: ▸patience = 0", "E216"),
    Slip("a rule in words", "  - when: patience == 0", "  - when: ▸patience is 0", "E216"),
    Slip("a rule that is never true", "  - when: patience == 0", "  - when: patience > 4", "E407", at="  gone:"),
    Slip("a condition with a percent sign", "      - when: patience >= 3", "      - when: ▸patience >= 75%", "E216"),
    Slip("a condition cut off", "      - when: patience >= 3", "      - when: ▸patience >=", "E216"),
    Slip("a line that is never spoken", "      - when: patience >= 3", "      - ▸when: patience >= 4", "E403"),
    Slip("a condition that always holds", "      - when: patience >= 3", "      - when: patience >= 1", "E403",
         at="      - mood: impatient"),
    Slip("every choice with a condition", FORM, FORM.replace("form:\n", "form:\n        ▸when: patience == 4\n"),
         "E402"),
    Slip("a silence without words", "    goto: number\n", "    silence: ▸20\n    goto: number\n", "E203"),
    Slip("a silence with minutes", "    goto: number\n", "    silence: {after: ▸2 min}\n    goto: number\n", "E203"),
    Slip("all answers with a fault", "        score: {clarity: 2}\n", "        score: {clarity: -1}\n", "E416",
         at="states:"),
    Slip("a why left empty", 'why: "You name what went wrong and get to work."', "why:", "W401", at="      sorry:"),
    Slip("a mood misspelt", "      - mood: impatient", "      - mood: ▸impatiant", "W410"),
    Slip("a calming phrase that calms nobody", "I see why you ring. May", "please calm down. May", "W405",
         at="      sorry:"),
    Slip("a question without an answer", '        reply: "Well. Goodbye, then."\n', ""),
    Slip("ten choices", "    goto: done\n    choices:\n",
         "    goto: done\n    ▸choices:\n" + "".join(FORM.replace("form:", f"form{n}:") for n in range(7)), "E206"),
    Slip("a card as one text", "caller: {name", "▸crm: Solde\ncaller: {name", "E203"),
    Slip("a name of a brace in another case", "The parcel of {name}", "The parcel of ▸{Name}", "E310"),
    Slip("a brace with a line of the card that there is not", "The parcel of {name}", "The parcel ▸{Parcel no}",
         "E310"),
)  # fmt: skip
"""In the same file: what it says."""
