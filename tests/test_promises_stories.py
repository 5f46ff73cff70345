"""What the README and docs/formats.md promise of stories: roles, speakers, positions, quotations, numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from promised import Brief, Run, brief
from unescaped import unescape

from briefing.render import escape


def statements(brief: Brief) -> Iterator[Mapping[str, Any]]:
    for story in brief["stories"]:
        yield from story["sentences"]
        for disagreement in story["disagreements"]:
            yield from disagreement["positions"]


def origins(brief: Brief, statement: Mapping[str, Any]) -> set[str]:
    of = {source["id"]: source["origin"] for source in brief["sources"]}
    return {of[brief["citations"][name]["source"]] for name in statement["citations"]}


def words(story: Mapping[str, Any]) -> int:
    return sum(len(sentence["text"].split()) for sentence in story["sentences"])


def test_roles_follow_from_origins(make: Run) -> None:
    """`lead`: one to three sentences; `single_source`: one origin, in a story that has more."""
    made = brief(make)
    assert [story["origins"] for story in made["stories"]] == [2, 1]
    for story in made["stories"]:
        roles = [sentence["role"] for sentence in story["sentences"]]
        assert 1 <= roles.count("lead") <= 3
        for sentence in story["sentences"]:
            alone = story["origins"] > 1 and len(origins(made, sentence)) == 1
            assert sentence["role"] in ("lead", "single_source" if alone else "body")


def test_a_speaker_is_never_the_outlet(make: Run) -> None:
    """`attributed_to` is the speaker named in the evidence, never the outlet."""
    said = "Mayor Ana Roe said: “I go.” No fair, Vane News said. It rains, the Orrin Courier reported."
    Path("news/rows.jsonl").write_text(json.dumps({"source": "Vane News", "text": said}))
    made = brief(make)
    named = {sentence["attributed_to"] for story in made["stories"] for sentence in story["sentences"]}
    assert "Ana Roe" in " ".join(filter(None, named))
    assert not named & {"Vane News", "Orrin Courier"}


def test_positions_rest_on_different_origins(make: Run) -> None:
    """Positions of one disagreement rest on different origins; each names the sources it cites."""
    made = brief(make)
    found = [d for story in made["stories"] for d in story["disagreements"]]
    assert found
    for disagreement in found:
        assert len(disagreement["positions"]) >= 2
        voices = [origins(made, position) for position in disagreement["positions"]]
        assert len(set.union(*voices)) == sum(map(len, voices))
        for position in disagreement["positions"]:
            cited = [made["citations"][name]["source"] for name in position["citations"]]
            assert position["sources"] == list(dict.fromkeys(cited))


def test_a_quoted_statement_is_a_sentence_of_its_evidence(make: Run) -> None:
    """`quoted`: `text` is one verbatim sentence of its evidence inside “ ” and nothing else."""
    made = brief(make)
    for statement in statements(made):
        quotes = [made["citations"][name]["quote"] for name in statement["citations"]]
        if statement["support"]["verdict"] == "quoted":
            assert statement["text"] in [f"“{quote}”" for quote in quotes]


def test_numbers_run_by_first_appearance_and_none_is_unused(make: Run) -> None:
    """One span, one number; none unused; each leads to its verbatim sentence in the same document."""
    made, page = brief(make), make("-f", "md")[1]
    body, evidence = page.split("\n## Evidence\n")
    seen = dict.fromkeys(re.findall(r" \[(\d+)\]", body))
    assert list(seen) == [str(n + 1) for n in range(len(seen))]
    assert list(made["citations"]) == [f"C{n}" for n in seen]
    used = {name for statement in statements(made) for name in statement["citations"]}
    assert used == set(made["citations"])
    spans = {(c["source"], c["start"], c["end"]) for c in made["citations"].values()}
    assert len(spans) == len(made["citations"])
    for line, citation in zip(evidence.splitlines(), made["citations"].values(), strict=True):
        assert escape.clean(citation["quote"]) in unescape(line)


def test_the_page_has_its_parts_in_their_order(make: Run) -> None:
    """§3, and: a story with one origin is marked "one source: not corroborated here"."""
    page = make()[1]
    header = r"\*\d+ \w+ \d{4}, \d\d:\d\d · 4 sources, 3 origins · 2 stories, \d disagreements? · .+\*"
    assert re.fullmatch(header, page.splitlines()[1])
    parts = ["# Morning brief\n", "**Where the sources disagree**\n- **", "\n## Not covered\n- "]
    places = [page.index(part) for part in [*parts, "\n## Evidence\n- [1] *"]]
    assert places == sorted(places)
    told = page.split("\n## ")[2]
    assert "\n*one source: not corroborated here*\n" in told
    assert "Only in one source" not in told
    assert "says" in page
    assert not re.search(r"\b(?:confirmed|independent)", page)


def test_the_figures_are_those_that_check_counts(make: Run, pile: Run) -> None:
    """`check` -f json; words are those of the stories' sentences."""
    make("-o", "b.json", "--with-text")
    made = json.loads(Path("b.json").read_text(encoding="utf-8"))
    code, out, _ = pile("check", "b.json", "-f", "json")
    assert (code, json.loads(out)) == (
        0,
        {"format": "briefing-check/1", "ok": True, "checks": made["checks"], "faults": []},
    )
    assert made["checks"]["words"] == sum(map(words, made["stories"]))
    assert made["checks"]["statements"] == len(list(statements(made)))
    assert made["checks"]["citation_coverage"] == made["checks"]["quote_fidelity"] == 1


def test_words_and_stories_have_their_limits(make: Run) -> None:
    """--stories N, --words N (words of all stories' sentences); `also`: stories below --stories."""
    assert sum(map(words, brief(make, "--words", "30")["stories"])) <= 30
    made = brief(make, "--stories", "1")
    assert len(made["stories"]) == 1
    assert [mention["sources"] for mention in made["also"]] == [["S3"]]
    assert made["also"][0]["citations"] == [list(made["citations"])[-1]]
    assert "## Also reported\n- Fair opens (*Vane News*) [" in make("--stories", "1")[1]
