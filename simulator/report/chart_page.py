"""A chart as one HTML page that needs no network: cards, choices with their price, arrows drawn by an inlined layout.

The page's policy lets nothing run, load or be sent but the two scripts and the styles that it carries, each named by
its hash.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from simulator.analysis.chart import Chart
from simulator.report.chart_body import Body
from simulator.words import language


def page(chart: Chart) -> str:
    """The whole page, in the language in use."""
    styles, layout, script = (_data(name) for name in ("chart.css", "dagre.min.js", "chart.js"))
    body = Body(chart)
    return f"""<!doctype html>
<html lang="{language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(styles, layout, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{body.title}</title>
<style>{styles}</style>
</head>
<body>
{"".join(body.parts())}
<!-- The layout is made by dagre.

{_data("dagre.LICENSE.txt")}-->
<script>{layout}</script>
<script>{script}</script>
</body>
</html>
"""


def _data(name: str) -> str:
    return files("simulator.report").joinpath("page", name).read_text(encoding="utf-8")


def _policy(styles: str, *scripts: str) -> str:
    """A policy that lets these styles and scripts run, and nothing else."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, scripts)),
        "style-src": _hash(styles),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
