"""The wheel: the same bytes wherever and whenever it is built, with all that the program reads as it runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKED = ("briefing", "prompts", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
NEWS = (
    "The ferry Alma ran aground off Skerry Point on Monday. Officials said 14 people were hurt. "
    "The operator, Kestrel Lines, has not responded to questions about the accident.\n"
)


def tree(folder: Path, moment: float, mode: int) -> Path:
    """A copy of what is packed, of another moment and with other modes."""
    for name in PACKED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(mode)
        os.utime(path, (moment, moment))
    return folder


def built(folder: Path, target: str) -> Path:
    """What hatchling builds there, with nothing fetched."""
    closed = {"PIP_NO_INDEX": "1", "HTTPS_PROXY": "http://127.0.0.1:1", "HTTP_PROXY": "http://127.0.0.1:1"}
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | closed
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", "out"]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    (made,) = (folder / "out").glob("*.whl" if target == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tree(tmp_path_factory.mktemp("first") / "a", 1_600_000_000, 0o644), "wheel")


def test_two_builds_in_two_folders_are_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    other = tree(tmp_path / "elsewhere" / "b", 1_900_000_000, 0o600)
    assert built(other, "wheel").read_bytes() == wheel.read_bytes()


def test_the_source_archive_is_the_same_twice_and_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archives = [
        built(tree(tmp_path / name, moment, 0o644), "sdist") for name, moment in (("a", 1e9), ("b", 2e9))
    ]
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with tarfile.open(archives[0]) as packed:
        packed.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2 has none
        packed.extractall(tmp_path / "unpacked")  # noqa: S202 - our own archive
    (source,) = (tmp_path / "unpacked").iterdir()
    assert built(source, "wheel").read_bytes() == wheel.read_bytes()


def test_it_carries_every_file_of_the_package_and_every_prompt_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
        licences = {name.rpartition("/")[2] for name in packed.namelist() if "/licenses/" in name}
    package = {p for p in (ROOT / "briefing").rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    prompts = {f"briefing/prompts/{path.name}" for path in (ROOT / "prompts").iterdir()}
    assert names == {path.relative_to(ROOT).as_posix() for path in package} | prompts
    assert licences == {"LICENSE", "NOTICE"}


def test_unpacked_it_makes_a_page_and_finds_its_prompts_with_no_checkout_near(
    wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")  # noqa: S202 - it was built here
    (tmp_path / "ferry.txt").write_text(NEWS, encoding="utf-8")
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEFING_", "OPENAI_"))}
    environment = ours | {
        "PYTHONPATH": str(tmp_path / "installed"),
        "BRIEFING_STATE": str(tmp_path / "state"),
        "OPENAI_BASE_URL": "http://127.0.0.1:1/v1",
    }

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = "import briefing; from briefing.templates import *; print(briefing.__file__, default_folder())"
    assert run("-c", where).split() == [
        str(tmp_path / "installed" / "briefing" / name) for name in ("__init__.py", "prompts")
    ]
    page = run("-m", "briefing", "make", "ferry.txt", "-f", "html")
    assert "The ferry Alma ran aground" in page
    assert (ROOT / "briefing/render/html/style.css").read_text(encoding="utf-8")[:200] in page
    plan = run("-m", "briefing", "make", "ferry.txt", "--plan", "-m", "any")
    assert "1 story" in plan
