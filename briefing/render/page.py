"""A brief as blocks of inline parts, before any format; text in them is raw, each writer escapes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Emphasis:
    """An outlet's name, or a remark of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """The question of a disagreement, or the label of a list."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The verbatim words of a source, without the marks that we put around them."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A citation's number, which leads to its evidence."""

    value: int


@dataclass(frozen=True, slots=True)
class Address:
    """A source's own address, encoded already."""

    url: str


Inline = str | Emphasis | Strong | Quote | Number | Address
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """1: the brief's title; 2: a story's headline, or a section, opened by name: `id` "T1", "evidence"."""

    level: int
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list under a label, or under none."""

    items: tuple[Line, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words side by side: a disagreement, or a change.

    `subject` is what they are on, `nature` of what sort they are ("tension", "withdrawn"), and each side
    a line: who says what, with its numbers; `kind` is that of a disagreement.
    """

    subject: str
    nature: str
    sides: tuple[Line, ...]
    kind: str = ""

    @property
    def line(self) -> Line:
        """All of it as one sentence."""
        told = [inline for side in self.sides for inline in ("; ", *side)][1:]
        return (Strong(self.subject), f" ({self.nature}): ", *told, ".")


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Comparisons under a label, or under none: a list where the format has nothing better."""

    items: tuple[Comparison, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The list that the numbers lead to: each item begins with its number."""

    items: tuple[tuple[int, Line], ...]


Block = Heading | Paragraph | Bullets | Comparisons | Evidence
Page = tuple[Block, ...]


def after(block: Block) -> str:
    """What parts a block from the next in Markdown and plain text: text follows its heading at once."""
    return "\n" if isinstance(block, Heading) else "\n\n"
