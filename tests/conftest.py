"""What many tests need: the development data, where it lies beside the project, and servers of mail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from mail_servers import Certificate
from postoffice import PostOffice

settings.register_profile("explore", deadline=None)  # a busy machine is no fault of the code
# The same code is to have the same verdict.
settings.register_profile("gate", settings.get_profile("explore"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

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
