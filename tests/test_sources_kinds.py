"""What a file is: its content decides, its name helps."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.kinds import kind, magic

MAIL = "From: a@example.org\nTo: b@example.org\nMessage-ID: <1@example.org>\n\nThe gate is shut."
RELEASE = "Date: 14 June\nSubject: Harbour\n\nThe gate is shut."


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The gate is shut.", "a.html", "text"),
        ("# Heading\n\nThe gate.", "a.md", "text"),
        ("", "a.txt", "text"),
        ("<!DOCTYPE html>\n<html><body>", "a.txt", "html"),
        ("\ufeff <!-- a --> <!-- b -->\n<HTML lang='en'>", "a", "html"),
        ("<p>The gate is shut.</p>", "a.txt", "html"),
        ("<quote>The gate", "a.html", "html"),
        ("<quote> said the mayor", "a.txt", "text"),
        ("< 5 % of voters", "a.txt", "text"),
        ('<?xml version="1.0"?>\n<rss version="2.0">', "a.txt", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "a", "feed"),
        ("<rdf:RDF xmlns='a'>", "a", "feed"),
        ('<?xml version="1.0"?><!-- x --><opml version="2.0">', "a", "opml"),
        ('<?xml version="1.0"?><newsItem>', "a", "xml"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a.json", "feed"),
        ('{"text": "a"}', "a.txt", "jsonl"),
        ('\ufeff\r\n{"text": "a"}\r\n{"text"', "a", "jsonl"),
        ('{"text": \n{"text": "b"}', "a.txt", "jsonl"),
        ('{"text": ', "a.jsonl", "jsonl"),
        ('broken\n{"text": "b"}', "a.jsonl", "jsonl"),
        ('{\n "format": "briefing/1",\n "sources": []\n}', "a.json", "json"),
        ('[\n {"text": "a"}\n]', "a.json", "json"),
        ("[1] The gate is shut. [2]", "a.txt", "text"),
        ("{Breaking} The gate is shut.", "a.txt", "text"),
        ("a,b\n1,2", "a.jsonl", "text"),
        ("[" * 100_000, "a.json", "json"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><rss><channel>', "a", "feed"),
        ("<!DOCTYPE html><!-- " + "licence " * 2_000 + "--><html>", "a", "html"),
        ('<?xml version="1.0"?><!DOCTYPE a [' + '<!ENTITY x "y">' * 9_000 + "]><rss>", "a", "xml"),
        (MAIL, "a.txt", "eml"),
        (MAIL.replace("\n", "\r\n"), "a.txt", "eml"),
        (RELEASE, "a.txt", "text"),
        (RELEASE, "a.eml", "eml"),
        ("From a@example.org Fri Jun 14 07:00:00 2024\n" + MAIL, "a", "mbox"),
        ("From here on the gate is shut.\n\nMessage-ID: no", "a", "text"),
    ],
)
def test_kinds(text: str, name: str, expected: str) -> None:
    assert kind(text, name) == expected


@given(st.text(), st.sampled_from(["a", "a.jsonl", "a.html", "a.eml"]))
def test_no_text_makes_it_raise(text: str, name: str) -> None:
    kind(text, name)


@pytest.mark.parametrize(
    "text", ["<!---->" * 100_000, " " * 2_000_000, "{" + " " * 2_000_000, "From:\n" * 300_000]
)
def test_hostile_openings_cost_little_time(text: str) -> None:
    start = time.perf_counter()
    kind(text, "a.jsonl")
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("raw", "seems"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\x00\x00\x00\x18ftypmp42", "a video or a picture"),
        (b"ID3 cards are checked", None),
        (b"The gate", None),
        (b"", None),
    ],
)
def test_magic(raw: bytes, seems: str | None) -> None:
    assert magic(raw) == seems
