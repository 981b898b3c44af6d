"""The files that pages are made of, and the policy that lets them run and load nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files


def data(name: str) -> str:
    """The text of a file that pages carry."""
    return _read("page", name)


def template(name: str) -> str:
    """The text of a template: the structure of a page, without its words."""
    return _read("templates", name)


def _read(folder: str, name: str) -> str:
    return files("simulator.report").joinpath(folder, name).read_text(encoding="utf-8")


def policy(styles: str, *scripts: str) -> str:
    """A policy that lets these styles and scripts run, and nothing else."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, scripts)) or "'none'",
        "style-src": _hash(styles),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
