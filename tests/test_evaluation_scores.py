"""Every score moves when what it measures is broken, and by as much as its definition says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from evaluated import Json, sentences, subject
from golden_brief import FOURTEEN, REFUND, SEVENTEEN, SILENT, SORRY, WARNING

from briefing.evaluation.gold import Difference, Fact, Gold, LookAlike, Side
from briefing.evaluation.scores import SCORERS, scored
from briefing.types import Span

HURT = Difference(
    "X1", "how many", "number", "contradiction", (Side("14", (FOURTEEN.span,)), Side("17", (SEVENTEEN.span,)))
)
ANSWERED = Difference(
    "X2", "the answer", "response", "tension", (Side("none", (SILENT.span,)), Side("sorry", (SORRY.span,)))
)
UNSEEN = Difference(
    "X3", "the link", "scope", "tension", (Side("a", (WARNING.span,)), Side("b", (REFUND.span,)))
)


def value(name: str, gold: Gold | None = None, change=lambda brief: None) -> float | None:  # type: ignore[no-untyped-def]
    return SCORERS[name](subject(change, gold)).value


@pytest.mark.parametrize(
    ("score", "text"),
    [
        ("number_fidelity", "The ferry Alma ran aground with 9,100 aboard."),
        ("name_fidelity", "The ferry Alma ran aground near Port Wexby."),
        ("quotation_fidelity", "The ferry Alma ran “into a whale” on Monday."),
    ],
)
def test_what_the_evidence_lacks_is_counted_by_its_own_score(score: str, text: str) -> None:
    def reword(brief: Json) -> None:
        sentences(brief)[1]["text"] = text

    assert value(score) in (1, None)
    assert value(score, change=reword) < 1  # type: ignore[operator]


def test_a_citation_that_others_make_needless_is_imprecise() -> None:
    """ALCE: irrelevant where it does not support alone and the others do without it."""

    def pad(brief: Json) -> None:
        told = brief["stories"][0]["sentences"]
        told[0]["citations"] += told[-1]["citations"]

    before, after = (SCORERS["citation_precision"](s) for s in (subject(), subject(pad)))
    assert (after.hits, after.of) == (before.hits, (before.of or 0) + 1)


def test_a_refuted_statement_counts_apart_from_an_unsupported_one() -> None:
    def refute(brief: Json) -> None:
        sentences(brief)[1]["text"] = "The ferry never sailed."

    assert value("contradiction_rate") == 0
    assert value("contradiction_rate", change=refute) == pytest.approx(1 / 9)


def test_coverage_of_sources_says_what_was_missed() -> None:
    told = SCORERS["source_coverage"](subject())
    assert told.value is not None
    assert 0 < told.value <= 1
    assert len(told.explanation) == (told.of or 0) - (told.hits or 0)
    assert value("origin_coverage") == 1


def test_a_source_that_no_story_names_is_a_part_of_what_is_covered() -> None:
    def forget(brief: Json) -> None:
        brief["stories"][0]["sources"] = ["S1"]

    def fail(brief: Json) -> None:
        brief["sources"][1]["status"] = "failed"

    whole = SCORERS["source_coverage"](subject())
    assert SCORERS["source_coverage"](subject(forget)) == whole
    assert (SCORERS["source_coverage"](subject(fail)).of or 0) < (whole.of or 0)


def test_a_fact_is_told_where_a_citation_hits_half_of_its_span() -> None:
    half = Span("S1", FOURTEEN.span.start, FOURTEEN.span.start + 18)
    facts = (
        Fact("F1", "14 hurt", "core", (half,)),
        Fact("F2", "not told", "core", (Span("S3", 0, 3),)),
        Fact("F3", "the fair", "supporting", (Span("S3", 0, 20),)),
    )
    gold = Gold(facts=facts)

    def without_fair(brief: Json) -> None:
        brief["stories"].pop()

    assert value("core_fact_recall", gold, without_fair) == 0.5
    assert value("core_fact_recall_sentences", gold, without_fair) == 0  # only a position cites it
    assert value("supporting_fact_recall", gold) == 1
    assert value("supporting_fact_recall", gold, without_fair) == 0


def test_disagreements_are_found_where_two_positions_hit_two_sides() -> None:
    gold = Gold(differences=(HURT, ANSWERED, UNSEEN))
    assert value("contradictions_found", gold) == 1
    assert value("tensions_found", gold) == 0.5
    assert value("flags_true", gold) == 1
    assert value("flag_f1", gold) == pytest.approx(2 * 2 / (2 * 2 + 0 + 1))
    assert value("strength_right", gold) == 0.5  # the brief calls the answer a contradiction
    assert value("kind_right", gold) == 1


def test_strength_and_kind_are_counted_by_flag_and_by_what_both_readings_found() -> None:
    """A flag that matches two is right where either is as it says; one reader's word settles nothing."""
    other = replace(HURT, id="X4", kind="time", strength="tension")
    for gold in (Gold(differences=(HURT, other)), Gold(differences=(HURT, replace(other, readers=1)))):
        for name in ("strength_right", "kind_right"):
            score = SCORERS[name](subject(gold=gold))
            assert (score.hits, score.of) == (1, 1), name
    assert value("kind_right", Gold(differences=(other,))) == 0
    assert value("kind_right", Gold(differences=(replace(other, readers=1),))) is None


def test_a_flag_with_one_side_is_a_miss() -> None:
    one = replace(HURT, sides=(HURT.sides[0], Side("elsewhere", (Span("S3", 0, 3),))))
    assert value("contradictions_found", Gold(differences=(one,))) == 0


def test_what_one_reading_found_is_neither_missed_nor_a_fault() -> None:
    gold = Gold(differences=(replace(HURT, readers=1), ANSWERED))
    assert value("contradictions_found", gold) is None
    flags = SCORERS["flags_true"](subject(gold=gold))
    assert (flags.hits, flags.of) == (1, 1)


def test_a_look_alike_taken_for_a_disagreement_is_a_false_conflict() -> None:
    taken = LookAlike("N1", "rounding", (FOURTEEN.span, SEVENTEEN.span))
    assert value("false_conflicts", Gold(look_alikes=(taken,))) == 1
    assert value("false_conflicts", Gold(look_alikes=(replace(taken, contested=True),))) is None
    assert value("false_conflicts", Gold(differences=(HURT,), look_alikes=(taken,))) == 0


def test_loaded_words_party_claims_and_hardened_hedges_are_told() -> None:
    def colour(brief: Json) -> None:
        sentences(brief)[1]["text"] = "The ferry Alma shamefully ran aground."

    assert value("loaded_terms") == 0
    assert value("loaded_terms", change=colour) == pytest.approx(100 / 9)
    assert value("hedges_hardened") == value("party_claims_unattributed") == 0


def test_a_repeated_statement_is_counted() -> None:
    def repeat(brief: Json) -> None:
        told = brief["stories"][0]["sentences"]
        told.append({**told[1], "id": "T1.9"})

    assert value("repetition") == 0
    assert SCORERS["repetition"](subject(repeat)).explanation == ("T1.9 repeats T1.2",)


def hollow(brief: Json) -> None:
    for story in brief["stories"]:
        story.update(sentences=[], disagreements=[])


@pytest.mark.parametrize("empty", [lambda brief: brief.update(stories=[]), hollow])
def test_an_empty_story_scores_0_where_the_gold_is_not_empty(empty: Callable[[Json], None]) -> None:
    gold = Gold(facts=(Fact("F1", "14 hurt", "core", (FOURTEEN.span,)),), differences=(HURT,))
    scores = scored(subject(empty, gold))
    assert scores["core_fact_recall"].value == scores["contradictions_found"].value == 0
    told = ("supported_recall", "citation_coverage", "citation_precision", "citation_precision_strict")
    assert {name: scores[name].value for name in (*told, "source_coverage")} == dict.fromkeys(
        (*told, "source_coverage"), 0
    )
    nothing = scored(subject(empty))
    assert {name: nothing[name].value for name in told} == dict.fromkeys(told), "and of nothing, nothing"


def test_every_score_is_a_pure_function_with_a_docstring() -> None:
    told = subject()
    assert scored(told) == scored(told)
    assert all(scorer.__doc__ for scorer in SCORERS.values())


def test_a_flag_that_matches_what_both_readings_found_counts_though_one_found_more() -> None:
    more = replace(HURT, id="X9", readers=1)
    scores = [SCORERS["flags_true"](subject(gold=Gold(differences=d))) for d in ((HURT,), (HURT, more))]
    assert [(s.hits, s.of) for s in scores] == [(1, 2), (1, 2)]
