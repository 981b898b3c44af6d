"""Slips with keys and names in a small French call, and what they do to the call: `premier_impaye.yaml` again."""

from __future__ import annotations

from typing import Final

from tests.slips.slip import Slip

KEYS: Final = (
    Slip("a key in French", "briefing: |", "▸consigne: |", "E201", more="E202"),
    Slip("a key in French in a choice", "        technique: open-question", "        ▸methode: open-question", "E201"),
    Slip("a key with a capital", "role: collections", "▸Role: collections", "E201"),
    Slip("a key in the singular", '    says: "Allô ?"', '    ▸say: "Allô ?"', "E201"),
    Slip("a key misspelt", "        change: {trust: +1}", "        ▸chagne: {trust: +1}", "E201"),
    Slip("a key between quotes", "minutes: 5", '"minutes": 5'),
    Slip("a key of another place", "    phase: wrap-up\n", "    phase: wrap-up\n    ▸once: yes\n", "E201"),
    Slip("a key twice", "role: collections\n", "role: collections\n▸role: sales\n", "E110"),
    Slip("a choice twice", "      conclut:\n", "      ▸menace:\n", "E110"),
    Slip("a title left out", 'title: "Premier impayé"\n', "", "E202", at="rolecall: 1"),
    Slip("an outcome left out", "raccroche: {outcome: failure, ", "▸raccroche: {", "E202"),
    Slip("seconds left out", "      after: 15\n", "", "E202", at="    silence:"),
    Slip("a caller on one line", '  name: "Laurence Petit"\n', "", "E202", at="caller:", more="E310"),
    Slip("words and an action", '{do: crm, label: "Oubli"', '{▸do: crm, say: "Oubli", label: "Oubli"', "E207"),
    Slip("neither words nor an action", '        say: "Si vous ne payez pas, nous coupons."\n', "", "E207",
         at="menace:"),
    Slip("an action without its label", '{do: crm, label: "Oubli", ', "{▸do: crm, ", "E208"),
    Slip("a label on words", "        see: plan-de-paiement", '        ▸label: "Plan"', "E208"),
    Slip("a space in a name", "      question-ouverte:", "      ▸question ouverte:", "E214"),
    Slip("a name that begins with a number", "      menace:", "      ▸2e-menace:", "E214"),
    Slip("an accent in a name", "      menace:", "      menacé:"),
    Slip("a choice called silence", "      menace:", "      ▸silence:", "E215"),
    Slip("a state without words", '    says: "Allô ?"\n', "", "E210", at="  decroche:"),
    Slip("a scene and words", '    says: "Allô ?"\n', '    says: "Allô ?"\n    scene: "On décroche."\n', "E210",
         at="  decroche:"),
    Slip("a why left out", "        why: \"Rien n'est convenu.\"\n", "", "W401", at="conclut:"),
    Slip("a phase misspelt", "    phase: greeting", "    phase: ▸greating", "W410"),
    Slip("a mood in French that is nearly the word", "        mood: calm", "        mood: ▸calme", "W410"),
    Slip("a mood in French", "        mood: calm", "        mood: sereine"),
    Slip("a technique no more", "        technique: open-question\n", "", "W407", at="states:"),
)  # fmt: skip
"""Keys, ids, and what a choice or a state must have."""

NAMES: Final = (
    Slip("a state renamed where it stands", "  decouverte:\n", "  découverte:\n", "E301", at="    goto: decouverte"),
    Slip("a state misspelt in a goto", "    goto: decouverte", "    goto: ▸decouvert", "E301"),
    Slip("a start misspelt", "start: decroche", "start: ▸décroche", "E301"),
    Slip("an ending renamed", "  sans-suite: {outcome", "  sans_suite: {outcome", "E301", at="goto: sans-suite"),
    Slip("a rule that leads nowhere", "    goto: raccroche", "    goto: ▸racroche", "E301"),
    Slip("a rule that leads back", "    goto: raccroche", "    goto: ▸back", "E221"),
    Slip("a criterion in French", "score: {clarity: 1, compliance: 2}", "score: {▸clarté: 1, compliance: 2}", "E305"),
    Slip("a criterion of an ending misspelt", "score: {ownership: 1}}", "score: {▸owner: 1}}", "E305"),
    Slip("a critical error of one's own", "        critical: third-party-disclosure", "        critical: ▸divulgation",
         "E306"),
    Slip("a technique in French", "technique: open-question", "technique: ▸question-ouverte", "E307"),
    Slip("an article renamed", "  plan-de-paiement:\n", "  plan-paiement:\n", "E308", at="see: plan-de-paiement"),
    Slip("a line of the card renamed", '  "Solde dû": ', '  "Solde": ', "E310", at="impayée de {Solde dû}"),
    Slip("a name in braces in French", "à madame {name}", "à madame ▸{nom}", "E310"),
    Slip("a name in braces without its accent", "de {Solde dû}.", "de ▸{Solde du}.", "E310"),
    Slip("a brace within a text", "Je note que vous réglerez", "Je note ▸{sous réserve} que vous réglerez", "E310"),
    Slip("a choice renamed under a test", "      dette-tout-de-suite:", "      dette:", "E311",
         at="play: [dette-tout-de-suite]"),
    Slip("a state and an ending of one name", "  sans-suite: {outcome", "  ▸saisie: {outcome", "E312", more="E301"),
    Slip("a fact and a gauge of one name", "  cause: [forgotten", "  ▸trust: [no, yes]\n  cause: [forgotten", "E313"),
    Slip("a rubric that there is not", "rubric: customer-relations", "rubric: ▸relation-client", "E314"),
    Slip("a value in French", "met: verified == yes", "met: verified == ▸oui", "E304"),
    Slip("a value misspelt", "    set: {cause: job_loss}", "    set: {cause: ▸job-loss}", "E304"),
    Slip("a fact misspelt", "        set: {verified: yes}", "        set: {▸verifie: yes}", "E303"),
    Slip("a fact that is moved", "        set: {verified: yes}", "        change: {▸verified: 1}", "E209"),
    Slip("a gauge that is set", "        change: {trust: -3}", "        set: {▸trust: 1}", "E209"),
    Slip("a gauge misspelt", "        change: {trust: -3}", "        change: {▸truts: -3}", "E302"),
    Slip("the label of a gauge in a condition", "when: trust >= 3", "when: ▸confiance >= 3", "E302"),
    Slip("a gauge compared to a word", "when: trust >= 3", "when: trust == ▸high", "E304"),
    Slip("a hidden fact misspelt", "J'ai perdu mon emploi en septembre.\"\n            reveals: cause",
         "J'ai perdu mon emploi en septembre.\"\n            reveals: ▸raison", "E303"),
)  # fmt: skip
"""What names a thing that stands elsewhere."""

EMPLOI: Final = (
    '      motif-emploi: {do: crm, label: "Perte d\'emploi", when: cause == job_loss, '
    "score: {compliance: 1}, goto: accord, why: \"C'est ce qu'elle a dit.\"}\n"
)

WAYS: Final = """\
          - when: cause == job_loss
            score: {creativity: 2, adaptability: 2}
            goto: saisie
"""

CALLS: Final = (
    Slip("the way on left out", "    goto: decouverte\n", "", "E406", at="      presente-et-verifie:",
         more="E401 E407"),
    Slip("a question that can be asked for ever", "        once: yes\n        score: {listening",
         "        score: {listening", "E406", at="question-ouverte:"),
    Slip("an answer left out", f"    choices:\n{EMPLOI}", "    ▸choices:\n", "E405"),
    Slip("a state that nothing leads to", "        goto: sans-suite\n", "        goto: saisie\n", "E407",
         at="sans-suite: {"),
    Slip("a choice that is never on offer", "when: not (verified == no) or trust in [0, 1, 2]",
         "▸when: verified == no and verified == yes", "E402", more="E401 E411"),
    Slip("a line that is never spoken", "      - when: trust >= 3", "      - ▸when: trust >= 9", "E403"),
    Slip("a list that runs out",
         '    says:\n      - when: trust >= 3\n        mood: calm\n        say: "Je vous écoute."\n      -',
         '    ▸says:\n      - when: trust >= 3\n        say: "Je vous écoute."\n      - when: trust >= 1\n       ',
         "E404"),
    Slip("an open line before the others", "      - when: trust >= 3\n        mood: calm", "      - ▸mood: calm",
         "E220"),
    Slip("a way on that may be missing", f"        goto:\n{WAYS}          - goto: saisie\n", f"        ▸goto:\n{WAYS}",
         "E404"),
    Slip("a rule that holds from the start", "start: 3, max: 6", "start: 0, max: 6", "E413",
         at="  - when: patience == 0", more="E407"),
    Slip("the points of the best answer turned round", "score: {clarity: 1, compliance: 2}",
         "score: {clarity: -1, compliance: -2}", "E410", at="dette-tout-de-suite:", more="E411"),
    Slip("a critical error on the best answer", "        technique: open-question",
         "        technique: open-question\n        critical: third-party-disclosure", "E410", at="question-ouverte:"),
    Slip("a test of what is no longer so", "critical: [third-party-disclosure]}", "critical: []}", "E408",
         at="  secret:"),
    Slip("a test that plays what is not on offer", "play: [dette-tout-de-suite]", "play: [menace]", "E408",
         at="  secret:"),
    Slip("giving up that pays", "        score: {ownership: -1}\n        goto: sans-suite",
         "        score: {ownership: 2, creativity: 2}\n        goto: raccroche", "E415", at="conclut:", more="E407"),
)  # fmt: skip
"""What the edit does to the call as a whole."""
