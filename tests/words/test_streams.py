"""The standard streams carry any text, whatever the system believes its encoding to be."""

import os
import subprocess
import sys

import pytest

ECHO = """
from simulator.words.streams import use_utf8
use_utf8()
import sys
text = input()
print(text, "\\ud800")
print(text, file=sys.stderr)
"""


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8", "latin-1:strict"])
def test_any_text_comes_through_both_ways(encoding: str) -> None:
    text = "Ça coûte 12,50\u202f€ – 😀 مرحبا"
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-c", ECHO], input=text.encode() + b" \xff\n", env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode().rstrip("\r\n") == f"{text} \ufffd ?"
    assert done.stderr.decode().rstrip("\r\n") == f"{text} \ufffd"


@pytest.mark.parametrize("missing", ["stdin", "stdout", "stderr"])
def test_a_missing_stream_is_left_alone(missing: str) -> None:
    program = f"import sys; sys.{missing} = None\nfrom simulator.words.streams import use_utf8; use_utf8()"
    subprocess.run([sys.executable, "-c", program], check=True)
