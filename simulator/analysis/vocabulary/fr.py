"""French lists. Accents, capitals and the shape of apostrophes do not matter."""

from __future__ import annotations

from typing import Final

APOLOGY: Final = (
    "à votre place", "compréhensible", "compréhension", "comprend", "comprendre", "comprends", "comprenons",
    "conçois", "désolé", "désolée", "désolées", "désolés", "empathie", "entends", "excuse", "excuser", "excuses",
    "excusez", "imagine", "je mesure", "je réalise", "je vois", "légitime", "malheureusement", "navré", "navrée",
    "navrées", "navrés", "nous entendons", "pardon", "pardonner", "pardonnez", "regret", "regrets", "regrettable",
    "regrette", "regrettons",
)  # fmt: skip

COURTESY: Final = (
    "amabilité", "au revoir", "auriez-vous", "avec plaisir", "bien entendu", "bien sûr", "bienvenue", "bonjour",
    "bonne continuation", "bonne fin de", "bonne journée", "bonne soirée", "bonsoir", "cordialement", "enchanté",
    "enchantée", "excusez-moi", "gentil", "gentille", "gentillesse", "je vous en prie", "je vous prie",
    "je vous souhaite", "madame", "mademoiselle", "merci", "messieurs", "mesdames", "monsieur", "pardon",
    "permettez", "pourriez", "puis-je", "remercie", "remercier", "remercions", "s'il vous plaît", "souhaiteriez",
    "veuillez", "volontiers", "voudriez",
)  # fmt: skip

HEDGES: Final = (
    "a priori", "à mon avis", "à peu près", "apparemment", "d'habitude", "dans la mesure du possible", "devraient",
    "devrais", "devrait", "devrions", "disons", "en général", "en principe", "en quelque sorte", "en théorie",
    "environ", "essaie", "essaierai", "essayer", "essayons", "éventuellement", "généralement", "habituellement",
    "il me semble", "il se peut", "j'imagine", "je crois", "je dirais", "je ne sais pas", "je pense", "je suppose",
    "j'espère", "normalement", "on dirait", "parfois", "peut-être", "plus ou moins", "plutôt", "possible",
    "pourraient", "pourrais", "pourrait", "pourrions", "probable", "probablement", "quelque peu", "sans doute",
    "sauf erreur", "semble", "serait", "si possible", "souvent", "sûrement", "un peu", "vraisemblablement",
)  # fmt: skip
