"""Slips in a small French call that has every part of the language in it: `tests/language/good/premier_impaye.yaml`."""

from __future__ import annotations

from typing import Final

from tests.slips.slip import Slip, further_in

MENACE: Final = """\
      menace:
        say: "Si vous ne payez pas, nous coupons."
        once: yes
        score: {empathy: -2}
        change: {patience: -3}
        why: "Une menace ferme la conversation."
"""

QUOTES: Final = (
    Slip("guillemets around a title", 'title: "Premier impayé"', "title: ▸« Premier impayé »", "E109"),
    Slip("curly quotes of a word processor", 'title: "Premier impayé"', "title: ▸“Premier impayé”", "E109"),
    Slip("a curly quote at the end alone", 'title: "Premier impayé"', 'title: ▸"Premier impayé”', "E109"),
    Slip("guillemets around a line", 'say: "Je vous écoute."', "say: ▸«\u00a0Je vous écoute.\u00a0»", "E109"),
    Slip("curly quotes between braces", 'label: "Confiance"', "label: ▸“Confiance”", "E109"),
    Slip("guillemets within quotes", "Rien n'est convenu.", "Un « oui » n'est pas convenu."),
    Slip("guillemets within a bare text", 'why: "Rien n\'est convenu."', "why: Un « oui » n'est pas convenu."),
    Slip("curly apostrophes", "Qu'est-ce qui s'est passé", "Qu’est-ce qui s’est passé"),
    Slip("an apostrophe between apostrophes", '"Elle rappellera peut-être."', "▸'Elle n'a rien dit.'", "E115"),
    Slip("apostrophes around a text without any", 'title: "Premier impayé"', "title: 'Premier impayé'"),
    Slip("a quote that is not closed", 'sketch: "Fleuriste, cliente depuis neuf ans."', 'sketch: ▸"Fleuriste.', "E115"),
    Slip("a quote that is not opened", 'say: "Je vous écoute."', 'say: ▸Je vous écoute."', "E115"),
    Slip("a straight quotation within quotes", '"Rien n\'est convenu."', '▸"Un "oui" n\'est pas convenu."', "E115"),
    Slip("a remark behind the quotes", 'says: "Allô ?"', 'says: ▸"Allô ?" (voix basse)', "E115"),
    Slip("a backslash", '"Elle rappellera peut-être."', '▸"Le dossier est dans C:\\dossiers."', "E125"),
    Slip("a bare text between braces", 'title: "Plan accepté"', "title: Plan accepté en trois fois"),
    Slip("a comma in a bare text between braces", 'title: "Plan accepté"', "title: ▸Plan accepté, trois fois", "E107"),
    Slip("a brace begins a bare text", 'say: "Bonjour, je vous appelle', 'say: ▸{name}, bonjour. "', "E106"),
    Slip("a dash begins a line of speech", 'says: "Allô ?"', "says: ▸- Allô ?", "E106"),
    Slip("a long dash begins a line of speech", 'says: "Allô ?"', "says: – Allô ?"),
    Slip("dots begin a line of speech", 'says: "Allô ?"', "says: … Allô ?"),
    Slip("a question mark begins a line", 'says: "Allô ?"', "says: ▸? Allô", "E106"),
    Slip("a number sign in a bare text", 'why: "Rien n\'est convenu."', "why: Le dossier ▸#12 reste ouvert.", "E108"),
    Slip("a number sign behind a blank", 'why: "Rien n\'est convenu."', "why: Rien. ▸# pas sûr", "E108"),
    Slip("a remark behind quotes", 'why: "Rien n\'est convenu."', 'why: "Rien n\'est convenu."  # à revoir'),
)  # fmt: skip
"""What holds a text together."""

SPACES: Final = (
    Slip("a French colon in a bare text", 'say: "Je vous écoute."', "say: Dites-moi ▸: je vous écoute.", "E105"),
    Slip("a colon in a bare title", 'title: "Plan de paiement"', "title: Plan ▸: trois fois", "E105"),
    Slip("a colon between braces", 'title: "Sans suite"', "title: Bilan ▸: sans suite", "E105"),
    Slip("a colon at the end of a bare text", '"L\'appel est terminé. Motif à saisir dans le CRM :"',
         "Motif à saisir ▸:", "E105"),
    Slip("a time in a bare text", 'say: "Je vous écoute."', "say: Il est 10:30, je vous écoute."),
    Slip("an address in a bare text", 'about: "Une cliente fidèle a manqué une échéance pour la première fois."',
         "about: Voir https://hexa.example/aide"),
    Slip("a no-break space before the colon of a key", "minutes: 5", "▸minutes\u00a0: 5", "E119"),
    Slip("a no-break space behind the colon of a key", "role: collections", "▸role:\u00a0collections", "E119"),
    Slip("a narrow no-break space that indents", "    phase: wrap-up", "▸\u202f   phase: wrap-up", "E119"),
    Slip("an ordinary space before the colon of a key", "minutes: 5", "minutes : 5"),
    Slip("no-break spaces in a text", "Proposez un plan : trois", "Proposez un plan\u00a0: trois"),
    Slip("no-break spaces in a quoted line", '"Allô ?"', '"Allô\u202f?"'),
    Slip("a colon left out", "role: collections", "▸role collections", "E120"),
    Slip("a sign of equality for a colon", "minutes: 5", "▸minutes = 5", "E120"),
    Slip("a space left out", "language: fr", "▸language:fr", "E121"),
    Slip("a space left out in a rule", "    goto: raccroche", "    ▸goto:raccroche", "E121"),
    Slip("a space left out between braces", "set: {cause: job_loss}", "set: {▸cause:job_loss}", "E121"),
    Slip("a tab that indents", "    phase: discovery", "▸\tphase: discovery", "E104"),
    Slip("a tab behind a colon", "minutes: 5", "minutes:\t5"),
    Slip("a space too many in front", "    phase: discovery", "    ▸ phase: discovery", "E116"),
    Slip("a space too few in front", "        once: yes\n        score: {listening",
         "       ▸once: yes\n        score: {listening", "E116"),
    Slip("a choice begun one step too far in", "      menace:\n", "        ▸menace:\n", "E116"),
    Slip("a whole choice one step too far in", MENACE, further_in(MENACE).replace("menace:", "▸menace:"), "E116"),
    Slip("a state begun one step too far in", "  saisie:\n", "    ▸saisie:\n", "E116"),
    Slip("a line of the briefing too far left", "  - Vérifiez l'identité.", "▸- Vérifiez l'identité.", "E116"),
    Slip("a dash left out", "      - mood: wary", "        ▸mood: wary", "E122"),
    Slip("blanks at the end of a line", "start: decroche", "start: decroche   "),
    Slip("an empty line within a choice", "        see: plan-de-paiement\n", "        see: plan-de-paiement\n\n"),
    Slip("a remark of its own", "start: decroche\n", "# ici commence l'appel\nstart: decroche\n"),
    Slip("a remark without its sign", "start: decroche\n", "▸ici commence l'appel\nstart: decroche\n", "E120"),
    Slip("a row of signs between parts", "start: decroche\n", "▸=====\nstart: decroche\n", "E120"),
    Slip("a row of dashes between parts", "start: decroche\n", "▸---\nstart: decroche\n", "E113"),
    Slip("a zero-width space", "start: decroche", "start: ▸decroche\u200b", "E118"),
)  # fmt: skip
"""Colons, spaces, indents, lines."""

VALUES: Final = (
    Slip("points in words", "score: {ownership: -1}", "score: {ownership: ▸moins un}", "E203"),
    Slip("points with a decimal", "score: {ownership: -1}", "score: {ownership: ▸-1.5}", "E203"),
    Slip("points with a decimal comma", "score: {ownership: -1}", "score: {ownership: ▸-1,5}", "E107"),
    Slip("points with a dash for a minus", "score: {ownership: -1}", "score: {ownership: ▸–1}", "E203"),
    Slip("a gauge moved by a true minus", "change: {trust: -3}", "change: {trust: ▸−3}", "E203"),
    Slip("too many points", "score: {ownership: -1}", "score: {ownership: ▸-3}", "E205"),
    Slip("points without a criterion", "score: {ownership: -1}", "score: ▸-1", "E203"),
    Slip("a criterion without points", "score: {ownership: -1}", "score: {▸ownership}", "E203"),
    Slip("a plus in front of points", "score: {clarity: 1, compliance: 2}", "score: {clarity: +1, compliance: +2}"),
    Slip("a unit behind minutes", "minutes: 5", "minutes: ▸5 min", "E203"),
    Slip("a unit behind seconds", "after: 15", "after: ▸15 s", "E203"),
    Slip("a silence at once", "after: 15", "after: ▸0", "E205"),
    Slip("a level between quotes", "level: 1", 'level: ▸"1"', "E203"),
    Slip("a level in words", "level: 1", "level: ▸facile", "E203"),
    Slip("a level that there is not", "level: 1", "level: ▸4", "E205"),
    Slip("a date as French writes it", "law_as_of: 2026-09-01", "law_as_of: ▸1er septembre 2026", "E203"),
    Slip("a date with slashes", "law_as_of: 2026-09-01", "law_as_of: ▸01/09/2026", "E203"),
    Slip("oui for yes", "        once: yes\n        score: {listening", "        once: ▸oui\n        score: {listening",
         "E203"),
    Slip("vrai for true", "        once: yes\n        score: {empathy", "        once: ▸vrai\n        score: {empathy",
         "E203"),
    Slip("true for yes", "        once: yes\n        score: {empathy", "        once: true\n        score: {empathy"),
    Slip("a gauge too high", "start: 3, max: 6", "start: 3, max: ▸30", "E205"),
    Slip("a gauge that starts above its highest", "start: 3, max: 6", "start: ▸7, max: 6", "E211"),
    Slip("an outcome in French", "outcome: success", "outcome: ▸succès", "E204"),
    Slip("a language in full", "language: fr", "language: ▸français", "E204"),
    Slip("an action of one's own", '{do: crm, label: "Oubli"', '{do: ▸noter, label: "Oubli"', "E204"),
    Slip("a version of another year", "rolecall: 1", "rolecall: ▸2", "E213"),
    Slip("a text that was deleted", 'say: "Je vous écoute."', 'say: ▸""', "E217"),
    Slip("a number for a title", 'title: "Premier impayé"', "title: ▸2026", "E203"),
    Slip("a fact of one value", "verified: [no, yes]", "verified: ▸[no]", "E206", more="E304"),
    Slip("a fact without brackets", "verified: [no, yes]", "verified: ▸no", "E203", more="E302 E303"),
    Slip("choices as a list", "      menace:\n        say:", "      - ▸menace:\n        say:", "E122"),
    Slip("a word of French for a condition", "when: not (verified == no) or", "when: ▸not (verified == no) ou", "E216"),
    Slip("one sign of equality", "met: verified == yes", "met: ▸verified = yes", "E216"),
    Slip("three signs of equality", "met: verified == yes", "met: ▸verified === yes", "E216"),
    Slip("signs the wrong way round", "when: trust >= 3", "when: ▸trust => 3", "E216"),
    Slip("the sign of mathematics", "when: trust >= 3", "when: ▸trust ≥ 3", "E216"),
    Slip("a parenthesis left open", "when: not (verified == no) or", "when: ▸not (verified == no or", "E216"),
    Slip("arithmetic in a condition", "when: trust >= 3", "when: ▸trust + 1 >= 3", "E216"),
    Slip("a number that a gauge never has", "when: trust >= 3", "when: trust >= ▸12", "E218"),
    Slip("a fact compared like a number", "met: verified == yes", "met: verified ▸>= yes", "E218"),
)  # fmt: skip
"""Numbers, dates, yes and no, words that are a closed list, conditions."""
