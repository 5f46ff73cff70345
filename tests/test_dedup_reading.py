"""One document without its repeats and its page furniture, and what is said to be left out."""

from __future__ import annotations

from pathlib import Path

from briefing import dedup, sentences
from briefing.types import Document, Omission, Reading, Source

TITLE = "Ferry runs aground off Port Vell in heavy fog"
FIRST = "The ferry Aurora ran aground off Port Vell on Monday with 40 people on board. Nobody was hurt."
SECOND = "The harbour master said that the fog had come in within minutes, and that an inquiry would follow."
FOLLOW = (
    "Want more stories like this from the Harbour Post? Hit the follow button above for more of the news."
)


def read(text: str, name: str = "Harbour Post") -> tuple[Reading, tuple[Omission, ...]]:
    document = Document(Source("S1", name), text)
    return dedup.reading(document, sentences.split("S1", text))


def kept(text: str) -> list[str]:
    return [sentence.text for sentence in read(text)[0].sentences]


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts)


def test_of_paragraphs_that_stand_twice_the_first_stays() -> None:
    text = paragraphs(TITLE, FIRST, FIRST, SECOND, SECOND)
    reading, omissions = read(text)
    assert kept(text) == kept(paragraphs(TITLE, FIRST, SECOND))
    assert all(s.span.end <= text.index(SECOND) + len(SECOND) for s in reading.sentences)
    assert omissions == (Omission("Harbour Post", "duplicate", "2 repeated paragraphs"),)


def test_a_title_that_stands_again_as_a_paragraph_is_left_out() -> None:
    text = paragraphs("# " + TITLE, TITLE, FIRST, SECOND)
    assert read(text)[1] == (Omission("Harbour Post", "duplicate", "1 repeated title"),)
    assert kept(text).count(TITLE) == 1


def test_a_text_doubled_as_a_whole_is_read_once_down_to_its_short_paragraphs() -> None:
    once = paragraphs(TITLE, FIRST, "“No,” he said.", SECOND)
    assert kept(paragraphs(once, once)) == kept(once)


def test_two_questions_may_have_the_same_short_answer() -> None:
    text = paragraphs("Was the captain on the bridge?", "No.", "Was there a lookout on the bow?", "No.")
    assert kept(text).count("No.") == 2


def test_a_pull_quote_inside_a_paragraph_is_one_repeated_sentence() -> None:
    text = paragraphs(SECOND, FIRST + " " + SECOND)
    assert read(text)[1] == (Omission("Harbour Post", "duplicate", "1 repeated sentence"),)


def test_furniture_is_counted_and_shown() -> None:
    reading, omissions = read(paragraphs(TITLE, "Advertisement", FIRST, FOLLOW, SECOND, "Advertisement"))
    assert [s.text for s in reading.sentences] == kept(paragraphs(TITLE, FIRST, SECOND))
    (omission,) = omissions
    assert omission.why == "furniture"
    assert omission.detail.startswith('3 lines of page furniture ("Advertisement", "Want more stories')
    assert omission.detail.endswith('Hit the …")')


def test_a_message_shown_in_another_language_is_left_out_and_named() -> None:
    told = "The mayor of Vane thanked the harbour on Monday, and wrote of it herself."
    message = "Fue un día muy especial. Tenía razón."
    kept, omissions = read(
        f"{told}\n\n{message}\n\n— Ana Roe (@anaroe) June 14, 2031\n\n“Sí, que sí,” she said."
    )
    assert [s.text for s in kept.sentences] == [told, "“Sí, que sí,” she said."]
    assert Omission("Harbour Post", "language", "3 sentences not in English") in omissions


def test_a_paragraph_with_another_number_stays() -> None:
    text = paragraphs(FIRST, FIRST.replace("40", "43"))
    assert [sentence for sentence in kept(text) if "43 people" in sentence]


def test_nothing_left_out_is_nothing_said() -> None:
    _, omissions = read(paragraphs(TITLE, FIRST, SECOND))
    assert omissions == ()


def test_a_text_of_furniture_only_leaves_nothing() -> None:
    assert not read(paragraphs("Advertisement", "Share this article"))[0].sentences
    assert not read("")[0].sentences


def test_the_seeds_are_read_once(shared: Path) -> None:
    first, second = sorted((shared / "seeds").iterdir())
    _, omissions = read(first.read_bytes().decode(), "Daily Mail")
    assert [o.why for o in omissions] == ["duplicate", "furniture"]
    assert omissions[0].detail == "10 repeated paragraphs"
    assert omissions[1].detail.startswith('2 lines of page furniture ("Advertisement", "Want more stories')
    _, omissions = read(second.read_bytes().decode(), "Outlet B")
    assert omissions == (Omission("Outlet B", "duplicate", "1 repeated title"),)


def test_a_message_in_english_keeps_who_signs_it() -> None:
    told = paragraphs("The ferry will not sail before noon.", "— Ana Roe (@anaroe) June 14, 2031")
    assert kept(told)[-1] == "— Ana Roe (@anaroe) June 14, 2031"


def test_a_reporter_in_the_news_is_read() -> None:
    for told in (
        "Mara Lind was a reporter for the Harbour Post. She was on the ferry.",
        "Mara Lind is leaving as editor of the Harbour Post, the paper announced on Monday.",
        "Mara Lind is a reporter who was arrested on the ferry. She denies the charge.",
    ):
        assert kept(told) == [sentence.text for sentence in sentences.split("S1", told)]
