"""The golden brief as plain text: the words of the Markdown without its marks."""

from __future__ import annotations

from dataclasses import replace

from golden_brief import BRIEF, UPDATED

from briefing import render

GOLDEN = """\
Morning brief
=============
3 March 2031, 07:00 · 3 sources, 3 origins · 2 stories, 2 disagreements · no model (extractive)

Ferry runs aground off Skerry Point
-----------------------------------
The ferry Alma ran aground off Skerry Point on Monday. [1] [2]

Harbour Post says: “\u202f“We had no warning,” said the captain.” [3]

Where the sources disagree:
- Whether the operator has answered (contradiction): Harbour Post says that Kestrel Lines has not responded \
[4]; Kestrel Wire says that the company apologised [5].
- How many were hurt (contradiction): Harbour Post says: Officials spoke of 14 people [6]; \
Kestrel Wire says: “Officials counted 17 injured.” [7].

Only in one source:
- Kestrel Wire says: “See hxxp://kestrel[.]example/[refund](x) for *refunds*.” [8]
- Its crew was unhurt (Harbour Post, citing Radio Skerry). [3]
"""


def test_the_golden_brief_reads_so() -> None:
    text = render.text(BRIEF)
    assert text.startswith(GOLDEN + "\nFair opens\n----------\none source: not corroborated here\n\n")
    assert "\nAlso reported\n-------------\n- Kestrel Lines says sorry (Kestrel Wire) [5]\n\n" in text
    assert (
        "\n- 2 paragraphs of Harbour Post: repeated (printed twice)\n\nEvidence\n--------\n[1] Kestrel"
        in text
    )
    assert text.endswith('[9] Northmoor Gazette: "The spring fair opens on Friday."\n')
    assert '"Officials said 14 people were hurt." <https://post.example/ferry?id=7>\n' in text


def test_what_changed_stands_old_beside_new() -> None:
    text = render.text(UPDATED)
    assert (
        "What changed since 2 March:\n"
        "- How many people were hurt (changed): Harbour Post said (told 2 March): "
        "“Officials said nine people were hurt.”; "
        "Harbour Post says: “Officials said 14 people were hurt.” [4].\n" in text
    )
    assert (
        "\nWhat changed since 2 March\n--------------------------\n- Fair opens (its text changed): " in text
    )


def test_a_line_under_a_long_heading_ends_at_eighty() -> None:
    shown = render.text(replace(BRIEF, title="x" * 99)).splitlines()
    assert shown[:2] == ["x" * 99, "=" * 80]
