"""What is built and installed is whole, and speaks French to a French system."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("simulator", "scoring", "scenarios")
BUILT = shutil.ignore_patterns("__pycache__", "*.mo")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the project in which nothing was built before."""
    copy = tmp_path_factory.mktemp("project")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=BUILT)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, copy)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(copy / "dist")]
    done = subprocess.run(build, cwd=copy, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    (built,) = (copy / "dist").iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel in it, as an installer lays it out."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, *arguments: str, language: str = "fr_FR.UTF-8") -> str:
    """The output of Python on the installed RoleCall, with the system in `language`."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "LANG": language, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=installed, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_has_every_file_of_the_packages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith(PACKAGES)}
    files = {path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()}
    assert packed == {path.relative_to(ROOT).as_posix() for path in files if path.parent.name != "__pycache__"}
    assert {Path(name).suffix for name in packed} >= {".py", ".yaml", ".mo", ".tcss"}


def test_the_wheel_installs_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (entry_points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "rolecall = simulator.cli:main" in archive.read(entry_points).decode()


def test_a_fresh_install_speaks_french_to_a_french_system(installed: Path) -> None:
    assert Path(run(installed, "-c", "import simulator; print(simulator.__file__)").strip()).is_relative_to(installed)
    french, english = (run(installed, "-m", "simulator", "--help", language=name) for name in ("fr_FR.UTF-8", "C"))
    assert "Utilisation" in french
    assert "Afficher cette aide et quitter." in french
    assert "Show this message and exit." in english
    assert not set(prose(french)) & set(prose(english))


def prose(text: str) -> list[str]:
    """The lines of `text` that are sentences: what stands before the words of a command's name is left out."""
    return [line.strip() for line in text.splitlines() if line.count(" ") > 4 and line.strip().endswith(".")]


def test_a_checkout_that_was_never_built_speaks_english(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "simulator", tmp_path / "simulator", ignore=BUILT)
    program = "from simulator.words import *; use('fr'); print(list_of(['a', 'b']))"
    assert run(tmp_path, "-c", program).strip() == "a and b"
