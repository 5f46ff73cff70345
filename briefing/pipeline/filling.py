"""A story's sentences beside what is printed around them: none says a position again, none is missing."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import plain
from briefing.grounding import content_overlap
from briefing.novelty import Update
from briefing.pipeline import quoting
from briefing.types import Change, Claim, Disagreement, Omission, Position, Statement, unquoted
from briefing.words import count_words

_SAME = 0.7
"""The share of a text's content words that another text has, from which it says no more than that one."""
_THIN = 0.5
"""The share of the words that a story may have, below which it is short."""


def without_positions(
    statements: Sequence[Statement],
    differing: Sequence[Disagreement],
    changes: Sequence[Change] = (),
    claims: Sequence[Claim] = (),
) -> tuple[tuple[Statement, ...], tuple[Omission, ...]]:
    """The statements without those that only repeat a position or a change, and what was left out.

    A lead always stays. So does a statement that repeats a position but rests on a core claim: what is in
    dispute may be the news itself. One that repeats a change goes: it is told among the changes.
    """
    core = [{x.span for x in c.citations} for c in claims if c.importance == "core"]
    disputed = [p for d in differing for p in d.positions]
    changed = [p for change in changes for p in change.now]
    kept: list[Statement] = []
    omitted: list[Omission] = []
    for statement in statements:
        spans = {c.span for c in statement.citations}
        where = None
        if _says_again(statement, changed):
            where = "told among what changed"
        elif _says_again(statement, disputed) and not any(needed <= spans for needed in core):
            where = "told among the disagreements"
        if where and statement.role != "lead":
            omitted.append(Omission(plain.proposed(unquoted(statement.text)), "duplicate", where))
        else:
            kept.append(statement)
    return tuple(kept), tuple(omitted)


def _says_again(statement: Statement, positions: Sequence[Position]) -> bool:
    """Whether it says no more than a position on the same evidence."""
    spans = {c.span for c in statement.citations}
    beside = [p.text for p in positions if spans & {c.span for c in p.citations}]
    return any(content_overlap(statement.text, [text]) >= _SAME for text in beside)


def filled(
    statements: Sequence[Statement], differing: Sequence[Disagreement], update: Update, words: int
) -> tuple[Statement, ...]:
    """The statements; of a short story followed by what the embedded engine would quote, within its words."""
    left = words - sum(count_words(s.text) for s in statements)
    if left < words * _THIN:
        return tuple(statements)
    printed: list[Statement | Position] = [*statements, *(p for d in differing for p in d.positions)]
    told = [one.text for one in printed]
    cited = {c.span for one in printed for c in one.citations}
    whole = list(statements)
    for one in quoting.tell(update, words).story.statements:
        new = one.citations[0].span not in cited and content_overlap(one.text, told) < _SAME
        if new and count_words(one.text) <= left:
            whole.append(one)
            told.append(one.text)
            left -= count_words(one.text)
    return tuple(whole)
