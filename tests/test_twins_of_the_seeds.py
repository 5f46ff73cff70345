"""The seeds and their metamorphic twins: the findings rest on what is said, not on how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import twins
from program import Brief, brief_of, disagreements, quotes, statements
from twins import Texts

from briefing.words import matching_key

Finding = tuple[str, frozenset[frozenset[str]]]

SAYS = {
    "silence": re.compile(r"(?:not yet|yet to) (?:respond|react|reply)"),
    "answer": re.compile(r"(?:complete|total) (?:sham|farce|charade)"),
    "speech": re.compile(r"\b(?:speech|address)\b"),
    "press conference": re.compile(r"\b(?:press conference|news conference|media briefing)\b"),
}
RESPONSE = ("response", "silence", "answer")
PLACE = ("place", "speech", "press conference")
FURNITURE = re.compile(r"advertisement|want more stories|follow button", re.IGNORECASE)

SAME_MEANING: dict[str, Callable[[Texts], Texts]] = {
    "as they are": lambda texts: texts,
    "renamed": twins.renamed,
    "swapped": twins.swapped,
    "reordered": twins.reordered,
    "reworded": twins.reworded,
    "reworded further": twins.reworded_further,
    "renamed and reworded": lambda texts: twins.renamed(twins.reworded(texts)),
    "first copied": lambda texts: twins.side_copied(texts, min(texts)),
    "second copied": lambda texts: twins.side_copied(texts, max(texts)),
}
ONE_SIDED: dict[str, tuple[Callable[[Texts], Texts], tuple[str, str, str], tuple[str, str, str]]] = {
    "no answer": (lambda texts: twins.side_deleted(texts, "answer"), RESPONSE, PLACE),
    "no silence": (lambda texts: twins.side_deleted(texts, "silence"), RESPONSE, PLACE),
    "both answered": (lambda texts: twins.sides_equal(texts, "response"), RESPONSE, PLACE),
    "no speech": (lambda texts: twins.side_deleted(texts, "speech"), PLACE, RESPONSE),
    "no press conference": (lambda texts: twins.side_deleted(texts, "press conference"), PLACE, RESPONSE),
    "both a speech": (lambda texts: twins.sides_equal(texts, "place"), PLACE, RESPONSE),
}


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Texts:
    return {p.name: p.read_bytes().decode() for p in sorted((shared / "seeds").glob("*.txt"))}


def findings(brief: Brief) -> set[Finding]:
    """Each disagreement's kind with what the sentences cited by each of its positions say (keys of SAYS)."""
    return {
        (d["kind"], frozenset(_said(" ".join(quotes(brief, p))) for p in d["positions"]))
        for d in disagreements(brief)
    }


def _said(quoted: str) -> frozenset[str]:
    return frozenset(key for key, pattern in SAYS.items() if pattern.search(quoted))


def found(what: tuple[str, str, str], among: Iterable[Finding]) -> bool:
    """Whether a finding of this kind has one side on one position and the other on another."""
    kind, one, other = what
    return any(
        kind == k
        and any(one in a and other not in a for a in sides)
        and any(other in b and one not in b for b in sides)
        for k, sides in among
    )


@pytest.mark.parametrize("twin", SAME_MEANING)
def test_the_same_meaning_gives_the_same_findings(twin: str, seeds: Texts, tmp_path: Path) -> None:
    """Both disagreements, two voices, no furniture, and nothing said twice."""
    brief = brief_of(SAME_MEANING[twin](seeds), tmp_path)

    assert found(RESPONSE, findings(brief))
    assert found(PLACE, findings(brief))
    assert [story["origins"] for story in brief["stories"]] == [2]
    assert not [s["text"] for s in statements(brief) if FURNITURE.search(s["text"])]
    assert not [c["quote"] for c in brief["citations"].values() if FURNITURE.search(c["quote"])]
    said = [matching_key(s["text"]) for s in statements(brief)]
    assert sorted(said) == sorted(set(said))


@pytest.mark.parametrize("twin", ONE_SIDED)
def test_with_nothing_to_disagree_about_the_flag_vanishes(twin: str, seeds: Texts, tmp_path: Path) -> None:
    """And the disagreement that was not touched stays."""
    change, gone, left = ONE_SIDED[twin]
    brief = brief_of(change(seeds), tmp_path)

    assert gone[0] not in [kind for kind, _ in findings(brief)]
    assert found(left, findings(brief))
