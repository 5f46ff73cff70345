"""What many tests need: the development data, where it lies beside the project, and servers of mail."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from mail_servers import Certificate
from postoffice import PostOffice

if TYPE_CHECKING:
    from doctors import Doctor
    from homes import Command
    from loading import Loader
    from promised import Run
    from runs import Program
    from sent import Clock

    from briefing.sources.parsing.apart import Apart

settings.register_profile("explore", deadline=None)  # a busy machine is no fault of the code
# The same code is to have the same verdict.
settings.register_profile("gate", settings.get_profile("explore"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

# A shell ignores interrupts for what it starts in the background, and its children inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs the development data in ../shared")
    return SHARED


@pytest.fixture
def post() -> Iterator[PostOffice]:
    """A mail server that keeps what it is sent."""
    with PostOffice() as office:
        yield office


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """A certificate for this machine's loopback."""
    return Certificate.made(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def trusted(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Certificate:
    """The certificate, trusted by what the test starts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    return certificate


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """The program, in this process and in a folder of its own."""
    from runs import Program

    return Program(tmp_path, monkeypatch, capfd)


@pytest.fixture
def three_stories(program: Program) -> None:
    """Three stories for the program to tell."""
    from runs import STORIES

    program.write(STORIES)


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """The program in a folder with an invented pile of news."""
    from promised import Program

    return Program(tmp_path, monkeypatch, capfd)


@pytest.fixture(params=["extractive", "model"])
def make(pile: Run, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """`briefing make` of that pile, by either engine."""
    from promised import by_engine

    yield from by_engine(request.param, pile, monkeypatch)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The hour of the runs: seven, until the test moves it on."""
    from sent import SEVEN, Clock

    hour = Clock(SEVEN)
    monkeypatch.setattr("briefing.cli.clock.now", hour)
    return hour


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with news, moved in."""
    from sent import with_news

    return with_news(tmp_path, monkeypatch)


@pytest.fixture
def send(newsroom: Path, post: PostOffice, clock: Clock, capfd: pytest.CaptureFixture[str]) -> Command:
    """`briefing send` of the news to `post`: exit code, standard output, standard error."""
    from sent import sender

    return sender(newsroom, post, capfd)


@pytest.fixture
def doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Doctor:
    """`briefing doctor`, in a folder of its own."""
    from doctors import Doctor

    return Doctor(tmp_path, monkeypatch, capfd)


@pytest.fixture
def loaded(tmp_path: Path) -> Loader:
    """The settings of files that the test writes."""
    from loading import Loader

    return Loader(tmp_path)


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    """Where documents are parsed, for three seconds each."""
    from briefing.sources.parsing.apart import Apart

    with Apart(seconds=3) as found:
        yield found
