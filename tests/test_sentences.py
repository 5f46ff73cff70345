"""Sentences: exact spans that hold on news text, and on anything else in linear time."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.spans(text)]


NEWS = [
    "Former Cong. Rob Tarn runs against Const. Ida Holm and Gens. Kant and Lind.| The vote is in May.",
    "Mr. Okafor met Gov. Lena Brandt at 5 p.m. on Tuesday in Washington, D.C.| The two talked for an hour.",
    "The U.S. said on Friday it would send boats.| The U.N. thanked it.",
    "Prices rose in the U.S. The bank held its rate.".replace("U.S. ", "U.S.| "),
    "Shares of Halden Inc. rose 3.5 percent to $17.40.| Marrow Inc. fell.",
    "The talks ended at 9 a.m.| Officials said nothing more.",
    "They leave at 9 p.m. Tuesday and land at 4 a.m. Eastern.| Nobody waits.",
    "Lt. Col. Ida T. Marsh Jr. said No. 5 was best.| It was Jan. 6.",
    "He said no.| The crew left.",
    "Dr. Jane Roe, Ph.D., agreed.| J. R. R. Holt did not.",
    "Nobody knows... but some hope so.| Others wait…| We will see.",
    "The port (once run by Acme Co.) made $1.2 million vs. $1.1 million in 2019.| It fell since.",
    "Two men were hurt near 5th St. and Main Ave. on Sunday.",
    "See www.example.com or Node.js, e.g. Overstock.Com, for v2.1 of it.| Write to a@b.example.",
    "The mayor gave in .| Her aide spoke later.",
    "They respect its sovereignty.|Officials have not answered.",
    "They left (all of them.)| Then it rained.",
    "It grew by a third.[4]| The rest shrank.",
    ". Three dots came first.",
    "Zoë left.| Élan stayed.| 12 more came.| $5 was paid.",
    "HALDEN (AP) — Mayor Ada Holm said Thursday she would resign.| She gave no date.",
]
QUOTATIONS = [
    "“Stop!” he shouted.| “You can't go in there.”| The crowd moved on.",
    "She asked, “Why now?” before leaving.| No one answered.",
    "“Why now?” Ada Holm asked.| Nobody knew.",
    "The aide said: 'It's all a sham. So - once again - drop your illusions.'| Analysts agreed.",
    "He said: “It is ‘a final offer’ from us. We will not wait.”| The council agreed.",
    '"I do not know," said Sen. Per Lund, I-Vt.| "We will see."',
    "He said “we wait.| Nobody closed this mark.| It goes on.",
    "The workers' rights matter.| The owners' do too.",
]


@pytest.mark.parametrize("marked", NEWS + QUOTATIONS)
def test_sentences_end_where_an_editor_ends_them(marked: str) -> None:
    text = marked.replace("|", "")
    assert parts(text) == [part.strip() for part in marked.split("|")]


def test_a_quotation_that_stays_open_for_long_holds_nothing_together() -> None:
    long = "He said: “We wait. " + "The harbour is closed again today. " * 12 + "We go.”"
    assert len(parts(long)) == 14


def test_hard_wrapped_prose_is_not_cut_at_line_ends() -> None:
    text = (
        "The harbour of Halden stays closed until the end of next week, Mayor\n"
        "Ada Holm said on Tuesday. Divers found a second cable, and nobody is\n"
        "able to say how many more there are. The ferry goes from\n"
        "Marrow instead.\n"
        "\n"
        "Tickets stay valid. The line will pay for the buses that bring every\n"
        "passenger there.\n"
    )
    found = sentences.split("S1", text)
    assert [s.text.split()[0] for s in found] == ["The", "Divers", "The", "Tickets", "The"]
    assert [s.paragraph for s in found] == [0, 0, 0, 1, 1]


def test_each_line_is_a_paragraph_where_lines_are_long_prose() -> None:
    line = "The harbour stays closed, " + "and the ferry goes from Marrow, " * 5 + "the mayor said"
    found = sentences.split("S1", f"Harbour closed\n{line}.\n{line}\n{line}.")
    assert [s.paragraph for s in found] == [0, 1, 2, 3]
    assert [s.heading for s in found] == [True, False, False, False]


def test_bylines_and_datelines_on_their_own_lines_are_their_own_sentences() -> None:
    found = sentences.split("S1", "Harbour closed\nBy Ada Holm\nHALDEN, 3 June\n\nThe harbour is closed.")
    assert [s.text for s in found] == [
        "Harbour closed",
        "By Ada Holm",
        "HALDEN, 3 June",
        "The harbour is closed.",
    ]
    assert [s.heading for s in found] == [True, True, True, False]


def test_markdown_headings_items_and_rules() -> None:
    text = "# Harbour. Closed.\n\nThe ferry\n---------\nIt goes:\n\n- from Marrow, at 9. It is slow.\n- never"
    text += "\n\n***\n\n> Wait."
    found = [(s.text, s.heading) for s in sentences.split("S1", text)]
    assert found == [
        ("Harbour.", True),
        ("Closed.", True),
        ("The ferry", True),
        ("It goes:", False),
        ("from Marrow, at 9.", False),
        ("It is slow.", False),
        ("never", False),
        ("Wait.", False),
    ]


@pytest.mark.parametrize("rule", ["---", "..."])
def test_front_matter_is_no_sentence_and_what_stands_below_keeps_its_place(rule: str) -> None:
    text = f"\ufeff---\r\ntitle: Closed\r\ntags: [ferry]\r\n{rule}\r\nthe ferry waits.\r\n\r\nIt is late."
    found = sentences.split("S1", text)
    assert [(s.id, s.text, s.paragraph) for s in found] == [
        ("S1.1", "the ferry waits.", 0),
        ("S1.2", "It is late.", 1),
    ]
    assert all(text[s.span.start : s.span.end] == s.text for s in found)


def test_prose_between_two_rules_is_no_front_matter() -> None:
    assert len(sentences.split("S1", "---\nThe ferry: it waits.\nIt rains.\n---\n\nIt is late.")) == 3


def test_a_line_that_ends_in_a_note_or_holds_a_whole_sentence_is_no_title() -> None:
    text = (
        "Harbour closed\n\nThe ferry goes from Marrow.[3]\n\nThe harbour is closed. [More](https://x.example)"
    )
    found = sentences.split("S1", text)
    assert [s.heading for s in found] == [True, False, False, False]


def test_a_title_may_ask_a_question_and_prose_may_be_short() -> None:
    found = sentences.split("S1", "Will Halden Harbour Ever Open Again ?\n\nIs this the end?\n\nHe waits.")
    assert [s.heading for s in found] == [True, False, False]


def test_a_long_sentence_is_cut_after_a_clause_then_at_white_space_then_anywhere() -> None:
    clauses = parts("the ferry waits for nobody; " * 60)
    assert all(part.endswith(";") for part in clauses)
    assert all(part.endswith("ferry") for part in parts("ferry " * 300))
    assert [len(part) for part in parts("a" * 2500)] == [1000, 1000, 500]


def test_the_seeds_split_where_their_flaws_are(shared: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    first, second = ([s.text for s in sentences.split("S1", text)] for text in texts)
    assert any(s.endswith("surrendered to Moscow .") for s in first)
    assert any("a complete sham. Therefore" in s for s in first)
    assert "Ukrainian officials have not yet responded to Putin’s latest proposition." in second
