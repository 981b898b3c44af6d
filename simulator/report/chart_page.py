"""A chart as one HTML page that needs no network: cards, choices with their price, arrows drawn by an inlined layout.

The page's policy lets nothing run, load or be sent but the two scripts and the styles that it carries, each named by
its hash.
"""

from __future__ import annotations

from simulator.analysis.chart import Chart
from simulator.report.chart_body import Body
from simulator.report.files import data, policy
from simulator.words import language


def page(chart: Chart) -> str:
    """The whole page, in the language in use."""
    styles, layout, script = (data(name) for name in ("chart.css", "dagre.min.js", "chart.js"))
    body = Body(chart)
    return f"""<!doctype html>
<html lang="{language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(styles, layout, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{body.title}</title>
<style>{styles}</style>
</head>
<body>
{"".join(body.parts())}
<!-- The layout is made by dagre.

{data("dagre.LICENSE.txt")}-->
<script>{layout}</script>
<script>{script}</script>
</body>
</html>
"""
