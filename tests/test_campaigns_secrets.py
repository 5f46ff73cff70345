"""A small part of the campaign of planted secrets: none comes out, whatever goes wrong."""

from __future__ import annotations

import sqlite3
import zlib
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing

import pytest
from campaigns.houses import KEY, PASSWORD, TOKEN, House, house
from campaigns.leaks import SCENES
from campaigns.secrets import found


@pytest.mark.parametrize(
    ("place", "scene"),
    [
        ("env", "model_repeats"),
        ("env", "feed_forbidden"),
        ("file", "secret_in_the_wrong_place"),
        ("file", "defect"),
        ("command", "addresses_with_a_password"),
        ("command", "wrong_password"),
    ],
)
def test_no_planted_secret_comes_out(place: str, scene: str) -> None:
    with house(place) as here:
        SCENES[scene](here)
        assert list(found(here)) == []


def printed(here: House) -> None:
    here.said.append(f"the key is {KEY}".encode())


def mailed(here: House) -> None:
    here.mails.append(b64encode(f"a{PASSWORD}".encode()).decode())


def archived(here: House) -> None:
    (here.folder / "state").mkdir(mode=0o700)
    with closing(sqlite3.connect(here.folder / "state" / "briefing.sqlite3")) as connection, connection:
        connection.execute("CREATE TABLE records (record BLOB)")
        connection.execute("INSERT INTO records VALUES (?)", (zlib.compress(TOKEN.encode()),))
    (here.folder / "state" / "briefing.sqlite3").chmod(0o600)


def left_open(here: House) -> None:
    (here.folder / "state" / "locks").mkdir(mode=0o755, parents=True)
    (here.folder / "state").chmod(0o700)


@pytest.mark.parametrize("leak", [printed, mailed, archived, left_open])
def test_a_secret_that_does_come_out_is_seen(leak: Callable[[House], None]) -> None:
    with house("env") as here:
        leak(here)
        assert len(list(found(here))) == 1
