"""Slips in the calls that are shipped: the same happens in a long file, and is found at the same line."""

from __future__ import annotations

from typing import Final

from tests.slips.slip import Slip

FRENCH: Final = (
    Slip("guillemets around a line in the middle", 'say: "C\'est moi, oui. Chut, ma puce, chut…"',
         "say: ▸« C'est moi, oui. »", "E109"),
    Slip("a quote that is not closed in the middle", 'say: "C\'est moi, oui. Chut, ma puce, chut…"',
         'say: ▸"C\'est moi, oui. Chut, ma puce, chut…', "E115"),
    Slip("a quote not closed at the end of the file", 'title: "Le prélèvement rejeté"',
         'title: ▸"Le prélèvement rejeté', "E115"),
    Slip("a tab in the middle", "      facture-d-entree:\n", "▸\tfacture-d-entree:\n", "E104"),
    Slip("a blank too few in the middle", "      facture-d-entree:\n", "     ▸facture-d-entree:\n", "E116"),
    Slip("a colon left out in the middle", "        see: identification\n      facture-d-entree:",
         "        ▸see identification\n      facture-d-entree:", "E120"),
    Slip("a comma left out on the card",
         'change: {trust: -1, patience: -1}\n        reply:\n          mood: wary\n          say: "Un point',
         'change: {trust: -1 ▸patience: -1}\n        reply:\n          mood: wary\n          say: "Un point', "E124"),
    Slip("a state renamed where it stands", "  identite:\n    phase", "  identification:\n    phase", "E301",
         at="    goto: identite"),
    Slip("a choice renamed under the tests", "      personnel-et-reference:\n", "      personnel:\n", "E311",
         at="    play: [personnel-et-reference, numero-du-dossier]"),
    Slip("a criterion misspelt in the middle",
         "score: {compliance: -2, empathy: -1}\n        critical: data-before-identity",
         "score: {compliance: -2, ▸empathie: -1}\n        critical: data-before-identity", "E305"),
    Slip("a line of the card renamed", '  "Montant dû": ', '  "Solde dû": ', "E310",
         at="pour votre facture de {Montant dû}"),
    Slip("a brace in the knowledge base", "Rien du dossier, et surtout pas la dette",
         "Rien du dossier ▸{nom}, et surtout pas la dette", "E310"),
    Slip("a value renamed where it stands", "confidentialite: [gardee, rompue]", "confidentialite: [gardée, rompue]",
         "E304", at="met: verified == yes and confidentialite == gardee"),
    Slip("the day of the rules deleted", "law_as_of: 2026-02-01\n", "", "E219",
         at="Qui vous êtes, qui vous cherchez, et pourquoi"),
    Slip("a remark between two choices", "      facture-d-entree:\n",
         "      # la mauvaise réponse\n      facture-d-entree:\n"),
    Slip("the points of a good answer turned round",
         "score: {compliance: 2, adaptability: 1}\n        set: {verified: yes}",
         "score: {compliance: -2, adaptability: -1}\n        set: {verified: yes}", "E411", at="      cherchez-la:",
         more="E408"),
)  # fmt: skip
"""In `scenarios/fr/collections/prelevement-rejete.yaml`."""

ENGLISH: Final = (
    Slip("curly quotes in the middle", 'say: "Do they. Lovely for them."', "say: ▸“Do they. Lovely for them.”", "E109"),
    Slip("a quote that is not closed in the middle", 'say: "Do they. Lovely for them."',
         'say: ▸"Do they. Lovely for them.', "E115"),
    Slip("quotes left out around a colon", 'say: "Do they. Lovely for them."', "say: Do they▸: lovely for them.",
         "E105"),
    Slip("a bracket begins a bare text", 'say: "Do they. Lovely for them."', "say: ▸[laughs] Do they.", "E106"),
    Slip("a list of techniques not closed", "technique: [need-before-offer, open-question]\n",
         "technique: ▸[need-before-offer, open-question\n", "E123"),
    Slip("a state begun too far in", "  argued:\n    phase", "    ▸argued:\n    phase", "E116"),
    Slip("a choice begun too far in", "      felt-the-same:\n", "        ▸felt-the-same:\n", "E116"),
    Slip("a dash left out in a reply",
         "          - when: use == uploads\n            mood: calm\n            say: \"Ha.",
         "            ▸when: use == uploads\n            mood: calm\n            say: \"Ha.", "E122"),
    Slip("a dash left out before the last line", '          - mood: calm\n            say: "Ha. Fair. Because',
         '            ▸mood: calm\n            say: "Ha. Fair. Because', "E122"),
    Slip("a space left out after a choice's key", "        see: the-two-plans\n      details-first",
         "        ▸see:the-two-plans\n      details-first", "E121"),
    Slip("a goto to a state that was merged", "        goto: argued\n", "        goto: ▸argues\n", "E301"),
    Slip("an objective with a parenthesis too many", "(use == streaming and plan == p150))",
         "(use == streaming and plan == p150)))", "E216", at="    met: emailed == yes and dated == yes"),
    Slip("a plan renamed in a condition", "(use == streaming and plan == p150))",
         "(use == streaming and plan == ▸p100))", "E304"),
    Slip("a brace on a price", "The 500 is £34 a month just now", "The 500 is {Price} a month just now", "E310",
         at="The 500 is {Price}"),
    Slip("a key that one wishes there were", "        see: the-two-plans\n      details-first",
         "        ▸hint: \"Ask first.\"\n      details-first", "E201"),
    Slip("a mood misspelt in a reply", 'mood: confused\n          say: "Hang on.',
         'mood: ▸confussed\n          say: "Hang on.', "W410"),
    Slip("a why commented out in the middle", 'why: "Other people\'s feelings, told before you know hers.',
         'why:  ▸# "Other people\'s feelings', "E108"),
)  # fmt: skip
"""In `scenarios/en/sales/more-than-i-pay-now.yaml`."""
