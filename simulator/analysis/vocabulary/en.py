"""English lists. Accents, capitals and the shape of apostrophes do not matter."""

from __future__ import annotations

from typing import Final

APOLOGY: Final = (
    "apologies", "apologise", "apologising", "apologize", "apologizing", "apology", "appreciate", "forgive",
    "I can imagine", "I can see", "I get that", "I hear", "I see", "my fault", "our fault", "pardon",
    "regret", "regrets", "regrettable", "sorry", "sympathies", "sympathise", "sympathize", "sympathy", "that must be",
    "understand", "understandable", "understandably", "understanding", "understood", "unfortunately",
)  # fmt: skip

COURTESY: Final = (
    "appreciate", "by all means", "certainly", "could you", "delighted", "excuse me", "glad to", "good afternoon",
    "good evening", "good morning", "goodbye", "grateful", "happy to", "have a good", "have a lovely", "have a nice",
    "hello", "if you don't mind", "kindly", "ma'am", "madam", "may I", "my pleasure",
    "of course", "pardon", "please", "sir", "thank", "thanks", "welcome", "with pleasure", "would you",
)  # fmt: skip

HEDGES: Final = (
    "a bit", "a little", "apparently", "appears", "approximately", "as far as I know", "could", "generally",
    "hopefully", "I believe", "I guess", "I imagine", "I suppose", "I think", "if possible", "in general",
    "in most cases", "in principle", "in theory", "kind of", "likely", "may", "maybe", "might", "more or less",
    "normally", "not sure", "often", "perhaps", "possibly", "presumably", "probably", "quite", "rather", "roughly",
    "seem", "seems", "should", "sometimes", "somewhat", "sort of", "tend to", "tends to", "to some extent", "try",
    "typically", "unlikely", "usually",
)  # fmt: skip
