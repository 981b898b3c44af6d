"""Makes the tables that our statistics are held to, with established packages, which are no part of RoleCall.

In an environment of its own, which needs nothing of RoleCall but this folder:

    python3 -m venv tables && tables/bin/pip install krippendorff pandas scikit-learn scipy statsmodels
    tables/bin/python -m docs.make_agreement_tables

Only the draws of the bootstrap are ours, so that its intervals can be compared; each resample is worked out, and its
percentiles are taken, by the packages.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
from scipy import stats
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.proportion import proportion_confint

from scoring.sampling import RESAMPLES, numbers

FOLDER = Path(__file__).parents[1] / "tests" / "golden" / "scoring"
LEVELS = (1, 2, 3, 4, 5)
DIGITS = 6
TAIL = 0.27

Marks = list[list[int | None]]


def main() -> None:
    """Write every table."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    tables = {"agreement": agreement(), "items": items(), "ranks": ranks(), "shares": shares()}
    for name, rows in tables.items():
        lines = ",\n".join(json.dumps(row) for row in rows)
        (FOLDER / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def agreement() -> list[dict[str, object]]:
    """Marks of reviewers, and how far they agree."""
    dice = random.Random(5)
    found = [_agreed("krippendorff 2011", _published())]
    for reviewers, calls, error, missing in (
        (2, 5, 1, 0.0), (2, 12, 1, 0.0), (2, 30, 2, 0.0), (2, 30, 1, 0.2), (2, 200, 2, 0.1),
        (3, 6, 1, 0.0), (3, 25, 2, 0.25), (4, 12, 1, 0.3), (5, 40, 2, 0.4), (8, 15, 3, 0.5),
    ):  # fmt: skip
        name = f"{reviewers} reviewers, {calls} calls, off by {error}, {missing} missing"
        found.append(_agreed(name, _marks(dice, reviewers, calls, error, missing)))
    return found


def items() -> list[dict[str, object]]:
    """Who took a choice and what else they scored, and what that says of the choice."""
    dice = random.Random(6)
    found = []
    for n, pull, step in ((30, 0.0, 1), (31, 1.0, 1), (60, -1.0, 5), (250, 0.5, 10), (1500, 2.0, 1)):
        rest = [step * round(dice.gauss(60, 20) / step) for _ in range(n)]
        took = [dice.random() < 1 / (1 + np.exp(-pull * (score - 60) / 20)) for score in rest]
        frame = pd.DataFrame({"took": took, "rest": rest})
        size = int(np.ceil(TAIL * n))
        low, high = proportion_confint(sum(took), n, method="wilson")
        found.append(
            {
                "answers": [[bool(one), score] for one, score in zip(took, rest, strict=True)],
                "discrimination": _rounded(stats.pointbiserialr(took, rest).statistic),
                "strong": _rounded(frame.nlargest(size, "rest", keep="all")["took"].mean()),
                "weak": _rounded(frame.nsmallest(size, "rest", keep="all")["took"].mean()),
                "share": _rounded(np.mean(took)),
                "interval": [_rounded(low), _rounded(high)],
            }
        )
    return found


def ranks() -> list[dict[str, object]]:
    """True skills and scores, and how far their ranks go together."""
    dice = random.Random(7)
    found = []
    for n, noise, step in ((5, 0.1, 0.01), (20, 0.3, 0.01), (40, 1.0, 0.1), (200, 0.2, 0.05)):
        skill = [round(dice.random(), 2) for _ in range(n)]
        pairs = [[one, step * round((one + dice.gauss(0, noise)) / step)] for one in skill]
        found.append(
            {
                "pairs": pairs,
                "spearman": _rounded(_spearman(pairs)),
                "pearson": _rounded(stats.pearsonr(*zip(*pairs, strict=True)).statistic),
                "ranks": stats.rankdata([score for _, score in pairs]).tolist(),
                "seed": f"ranks {n}",
                "interval": _bootstrap(pairs, _spearman, f"ranks {n}"),
            }
        )
    return found


def shares() -> list[dict[str, object]]:
    """Hits among tries, with Wilson's interval."""
    found = []
    for hits, tries in ((0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (17, 30), (1, 400), (399, 400), (123456, 1000000)):
        low, high = proportion_confint(hits, tries, method="wilson")
        found.append({"hits": hits, "tries": tries, "interval": [_rounded(low), _rounded(high)]})
    return found


def _agreed(name: str, marks: Marks) -> dict[str, object]:
    both = [row for row in marks if sum(mark is not None for mark in row) > 1]
    found: dict[str, object] = {"name": name, "marks": marks, "within_one": _figure(both, _within_one, name)}
    if len(marks[0]) == 2:
        found["kappa"] = _figure(both, lambda rows: _kappa(rows, "quadratic"), name)
        found["linear_kappa"] = _figure(both, lambda rows: _kappa(rows, "linear"), name)
    return found | {"alpha": _figure(both, _alpha, name)}


def _figure(rows: Marks, statistic: Callable[[Marks], float], seed: str) -> dict[str, object]:
    return {"value": _rounded(statistic(rows)), "interval": _bootstrap(rows, statistic, seed)}


def _within_one(rows: Marks) -> float:
    frame = pd.DataFrame(rows, dtype="float")
    apart = [(frame[a] - frame[b]).abs().dropna() for a in frame.columns for b in frame.columns if a < b]
    return float((pd.concat(apart) <= 1).mean())


def _kappa(rows: Marks, weights: str) -> float:
    first, second = zip(*rows, strict=True)
    return float(cohen_kappa_score(first, second, labels=LEVELS, weights=weights))


def _alpha(rows: Marks) -> float:
    by_reviewer = np.array(rows, dtype=float).T
    return float(
        krippendorff.alpha(by_reviewer, level_of_measurement="ordinal", value_domain=np.array(LEVELS, dtype=float))
    )


def _spearman(pairs: Sequence[Sequence[float]]) -> float:
    return float(stats.spearmanr(*zip(*pairs, strict=True)).statistic)


def _bootstrap(rows: list[list[float]] | Marks, statistic: Callable[[list], float], seed: str) -> list[float] | None:  # type: ignore[type-arg]
    if len(rows) < 5:
        return None
    draws, values = numbers(seed), []
    for _ in range(RESAMPLES):
        drawn = [rows[next(draws) * len(rows) >> 32] for _ in range(len(rows))]
        with np.errstate(all="ignore"):
            try:
                values.append(statistic(drawn))
            except ValueError:
                continue
    told = [value for value in values if np.isfinite(value)]
    return [_rounded(value) for value in np.percentile(told, [2.5, 97.5])]


def _marks(dice: random.Random, reviewers: int, calls: int, error: int, missing: float) -> Marks:
    def mark(level: int) -> int | None:
        if dice.random() < missing:
            return None
        return min(5, max(1, level + dice.randint(-error, error)))

    return [[mark(level) for _ in range(reviewers)] for level in (dice.randint(1, 5) for _ in range(calls))]


def _published() -> Marks:
    """The example of Krippendorff 2011, Computing Krippendorff's Alpha-Reliability: ordinal alpha is 0.815."""
    by_reviewer = ("123321412---", "1233224125-3", "-3332342251-", "12332441251-")
    return [[None if mark == "-" else int(mark) for mark in call] for call in zip(*by_reviewer, strict=True)]


def _rounded(value: float) -> float:
    return round(float(value), DIGITS)


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore")
    main()
