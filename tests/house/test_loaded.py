"""What is really loaded when a part of RoleCall is imported, seen from an interpreter of its own.

The contracts read the source; this looks at the outcome, through the packages that others wrote as well.
"""

import json
import pkgutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

CORE = ("simulator.model", "simulator.language", "simulator.engine", "simulator.analysis", "scoring")
HEAVY = {
    "textual",
    "rich",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "transitions",
    "yaml",
    "asyncio",
    "sqlite3",
    "watchfiles",
    "fsrs",
}
PRINT_LOADED = "import json, sys; print('\\n' + json.dumps(sorted(sys.modules)))"


def loaded_by(program: str) -> set[str]:
    """The packages and modules in memory after a clean interpreter has run `program`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\n{PRINT_LOADED}"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def modules_of(package: str) -> list[str]:
    """`package` and every module in it."""
    spec = find_spec(package)
    assert spec is not None, f"{package} does not exist"
    inside = pkgutil.walk_packages(spec.submodule_search_locations, f"{package}.")
    return [package, *(module.name for module in inside)]


@pytest.mark.parametrize("package", CORE)
def test_no_part_of_the_core_loads_a_screen_or_a_database(package: str) -> None:
    loaded = loaded_by(f"import {', '.join(modules_of(package))}")
    assert loaded & {"textual", "rich", "sqlalchemy", "alembic", "sqlite3"} == set()


@pytest.mark.parametrize("package", ["simulator.model", "simulator.engine", "simulator.analysis", "scoring"])
def test_values_and_arithmetic_load_nothing_heavy(package: str) -> None:
    modules = [module for module in modules_of(package) if module != "simulator.engine.machine"]
    assert loaded_by(f"import {', '.join(modules)}") & HEAVY == set()


@pytest.mark.parametrize("package", ["simulator.language", "simulator.words", "simulator.cli", "simulator.practice"])
def test_a_package_loads_nothing_heavy_until_it_is_asked_to_work(package: str) -> None:
    assert loaded_by(f"import {package}") & HEAVY == set()


@pytest.mark.parametrize(
    "verb", ["", "check", "play", "preview", "sessions", "sessions export", "report", "next", "history"]
)
def test_help_loads_nothing_heavy(verb: str) -> None:
    program = f"""
import sys
from simulator.cli import main
sys.argv = ["rolecall", *{verb!r}.split(), "--help"]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""
    assert loaded_by(program) & HEAVY == set()
