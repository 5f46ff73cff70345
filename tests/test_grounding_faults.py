"""What a fault says, and the edges of each rule that finds one."""

from __future__ import annotations

import pytest

from briefing.grounding.verdict import LEAST_OVERLAP, content_overlap, faults

EVIDENCE = "The harbour union said at least 40 crews will stop work on 3 May in Port Ashby, near Selby."


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("The union slammed the crews’ work in Port Ashby.", "loaded", "“slammed” outside quotation marks"),
        (
            "Crews in Port Ashby told me so.",
            "person",
            "“me” outside quotation marks: a brief has no “I” and no “you”",
        ),
        ("Crews stop work tomorrow.", "relative_date", "“tomorrow” outside quotation marks"),
        (
            "Crews stop work, see https://tide.example now.",
            "address",
            "“https://” is an address, markup or code, outside quotation marks",
        ),
        ("Penguins dance.", "wording", "the evidence speaks of something else"),
        ("Crews will “stop forever”.", "quotation", "“stop forever” is not verbatim in the evidence"),
        ("At least 41 crews will stop work.", "number", "“41” is not in the evidence"),
        ("On 4 May crews will stop work.", "date", "“4 May” is not in the evidence"),
        ("Crews in Port Lowen will stop work.", "name", "“Port Lowen” is not in the evidence"),
        (
            "Crews will not stop work.",
            "negation",
            "a denial is dropped or added: the evidence has none; the statement has “not stop work”",
        ),
        ("40 crews will stop work.", "hedge", "“40” is bounded otherwise in the evidence"),
    ],
)
def test_a_fault_says_what_and_where(text: str, kind: str, detail: str) -> None:
    assert (kind, detail) in [(fault.kind, fault.detail) for fault in faults(text, [EVIDENCE])]


@pytest.mark.parametrize(
    ("text", "evidence", "kind", "detail"),
    [
        (
            "Five crews left.",
            "Two crews left five docks.",
            "number",
            "“Five” counts something else in the evidence",
        ),
        (
            "The port will close.",
            "The port may close.",
            "hedge",
            "what the evidence hedges is stated as fact",
        ),
        (
            "Leaders broke the deal.",
            "Ono claimed leaders broke the deal.",
            "speaker",
            "Ono says so in the evidence; the statement does not say who",
        ),
        ("France broke the deal.", "Sanders broke the deal.", "name", "“France” is not in the evidence"),
        ("Reyes said it sank.", "Ono said it sank.", "speaker", "the evidence gives these words to Ono"),
        (
            "Crews read the page.",
            "Crews read https://tide.example now.",
            "address",
            "the evidence has addresses, markup or code in it: it can only be quoted",
        ),
    ],
)
def test_a_fault_says_what_the_evidence_has_instead(text: str, evidence: str, kind: str, detail: str) -> None:
    assert (kind, detail) in [(fault.kind, fault.detail) for fault in faults(text, [evidence])]


def test_a_speaker_who_is_not_there_is_told_by_name() -> None:
    (fault,) = faults(EVIDENCE, [EVIDENCE], attributed_to="Lena Brandt")
    assert (fault.kind, fault.detail) == ("speaker", "Lena Brandt is not named in the evidence")


def test_what_speaks_of_something_else_is_a_fault_of_wording_below_a_third() -> None:
    assert {fault.kind for fault in faults("Some penguins dance.", [EVIDENCE])} == {"wording"}
    assert content_overlap("Crews dance, sing.", [EVIDENCE]) == pytest.approx(LEAST_OVERLAP)
    assert faults("Crews dance, sing.", [EVIDENCE]) == ()
