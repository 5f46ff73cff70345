"""Axes on which news puts one thing at either end: freed or held, passed or rejected, calm or violent.

A pole is a closed class, as a dictionary of opposites would list it. Origins that put one thing at both
ends of an axis do not tell one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from briefing.types import Kind, Strength

_TABLE = """
liberty status contradiction 1
+ released> freed> let-go set-free walked-free on-bail at-large on-the-run at-liberty escaped
+ returned-home
- in-custody in-prison in-jail behind-bars in-detention under-arrest being-held still-held remains-held
- remain-held are-held is-held remanded locked-up house-arrest captive
access status contradiction 1
+ =open reopened> =passable =accessible returned-to-traffic back-in-use in-service in-operation
- =closed =shut out-of-use out-of-service =impassable sealed-off off-limits cut-off
holding status contradiction 2
+ resumed> restored> goes-ahead went-ahead go-ahead-as took-place will-go-ahead
- suspended> cancelled> canceled> called-off postponed> halted> scrapped> shelved> abandoned>
life status contradiction 1
+ survived =alive in-hospital critical-condition stable-condition intensive-care recovering still-alive
- died =dead passed-away succumbed was-killed were-killed lifeless perished drowned lost-his-life
- lost-her-life
office status contradiction 1
+ stay-on stays-on staying-on remain-in-office remains-in-office remain-in-post stay-in-office
+ stays-in-office keeps-his keeps-her stays-as remains-as will-stay clings-on
- resigned quit stepped-down stepping-down stood-down sacked> ousted> was-fired fired> resigns steps-down
leaving characterisation contradiction 1
+ resigned quit stepped-down stepping-down stood-down resigns steps-down
- sacked> ousted> was-fired fired> deposed> removed-from-office voted-out forced-out pushed-out
motion status contradiction 1
+ passed> pass> adopted> approved> ratified> enacted> voted-for voted-in-favour carried waved-through
+ went-through won-approval
- rejected> defeated> vetoed> voted-down threw-out thrown-out turned-down voted-against voted-it-down
- struck-down failed-to-pass blocked>
contest status contradiction 2
+ was-elected was-re-elected triumphed prevailed claimed-victory
- was-defeated was-beaten conceded
accord status contradiction 1
+ signed> sign> clinched> sealed> reached-a-deal struck-a-deal reached-an-agreement have-agreed agreed-a
+ came-to-terms reached-agreement
- collapsed without-agreement without-an-agreement broke-down no-deal without-a-deal empty-handed
- without-signing deadlock deadlocked no-agreement failed-to-agree got-nowhere an-impasse
course status contradiction 1
+ completed finished is-over was-over are-over ended contained under-control extinguished solved concluded
+ put-out
- under-construction =unfinished =incomplete goes-on go-on going-on under-way underway ongoing
- out-of-control still-burning continues spreading raging in-progress far-from-over drags-on unsolved
- unresolved
answer response contradiction 2 by
+ welcomed> praised> hailed> accepted> supported> endorsed> applauded> embraced> backed> commended>
+ agreed-to> lauded>
- rejected> dismissed> condemned> criticised> criticized> refused> turned-down> opposed> denounced>
- decried> rebuffed> spurned> deplored> slammed> turned-it-down turned-the-offer-down attacked> lambasted>
- objected-to> brushed-aside>
word response contradiction 2 by
+ confirmed> acknowledged> admitted>
- denied> disputed>
regret response tension 2
+ apologised apologized said-sorry expressed-regret took-responsibility accepted-blame
- admitted-no no-apology no-regrets denied-wrongdoing denied-any no-wrongdoing
order characterisation contradiction 1
+ =peaceful peacefully =calm calmly =orderly without-incident =friendly good-natured =cordial =amicable
+ smoothly
- =violent violently =violence chaos =chaotic panic clashed clashes riot riots unrest quarrelled brawl
- =heated =acrimonious scuffles pandemonium turmoil
worth characterisation tension 1
+ a-success a-triumph a-victory a-breakthrough =successful a-great-success a-win a-hit well-received
- a-failure a-defeat a-setback a-disaster a-flop a-fiasco a-humiliation a-debacle a-blow a-disappointment
- poorly-received fell-flat
profit number contradiction 2
+ made-a-profit =profitable in-the-black
- made-a-loss lost-money in-the-red loss-making
schedule time contradiction 2
+ on-time on-schedule ahead-of-schedule
- behind-schedule =overdue =late =delayed
intent cause contradiction 1
+ on-purpose deliberately =deliberate arson arsonist arsonists sabotage intentionally =intentional
+ foul-play set-alight
- accident =accidental accidentally by-mistake short-circuit malfunction =faulty electrical-fault
- technical-fault human-error electrical mechanical-failure gas-leak lightning natural-causes
verdict status contradiction 1
+ convicted> found-guilty
- acquitted> not-guilty exonerated> cleared-of
leave scope contradiction 2
+ allowed> permitted> =exempt authorised> authorized> lawful =legal
- banned> prohibited> forbidden> outlawed> barred> unlawful =illegal
cover scope contradiction 2
+ includes> covers> applies-to applied-to extends-to extended-to include> cover> apply-to extend-to
- excludes> exempts> excluded> exempted> exclude> exempt>
lasting status contradiction 2
+ =permanent permanently for-good
- =temporary temporarily for-now
privacy characterisation contradiction 2
+ in-secret secretly behind-closed-doors in-private
- in-public publicly openly
company identity contradiction 2
+ acted-alone single-handed single-handedly on-his-own on-her-own
- accomplice accomplices together-with
weapon identity contradiction 2
+ =armed
- =unarmed
warning occurrence contradiction 2
+ was-warned were-warned had-been-warned
- without-warning no-warning without-any-warning by-surprise
house characterisation tension 2
+ =packed sold-out a-full-house =crowded
- half-empty =empty poorly-attended sparsely-attended =deserted
haste time tension 2
+ straight-away at-once immediately promptly swiftly within-hours within-minutes without-delay right-away
+ instantly
- hours-later days-later weeks-later months-later delayed delay belatedly slowly in-no-hurry best-part-of
- for-weeks for-hours for-days for-months too-late
width response tension 2
+ =unanimous unanimously overwhelming overwhelmingly unopposed
- =divided =split =narrow narrowly =torn at-odds by-a-whisker
attitude characterisation tension 2
+ =open-to openness willing willingness optimistic optimism hopeful confident supportive receptive
+ enthusiastic enthusiasm eager pleased satisfied =ready readiness
- skeptical sceptical reluctant pessimistic pessimism doubtful wary wariness hostile hostility unwilling
- unwillingness dismissive defiant displeased disappointed unimpressed skepticism scepticism reluctance
danger characterisation tension 2
+ =safe =harmless no-danger no-risk
- =dangerous =deadly =lethal =hazardous =toxic =poisonous =unsafe
"""
"""Axis, kind, strength, how many concepts its two clauses share at least, `by` where both name who did it;
its poles. `>`: a verb that does it to its object. `=`: told behind "is", "remains" or the like only.
All else is told of a subject."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis, the kind and strength of what its two ends make, and what binds them."""

    name: str
    kind: Kind
    strength: Strength
    common: int
    by: bool


@dataclass(frozen=True, slots=True)
class End:
    """Words [start, end) that put something at the upper or lower end of an axis.

    `does`: they are a verb that does it to its object; `being`: they need "is" or the like before them.
    """

    axis: Axis
    up: bool
    start: int
    end: int
    does: bool
    being: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """Words of the table, the end of an axis that they tell, and its marks."""

    words: tuple[str, ...]
    axis: Axis
    up: bool
    does: bool
    being: bool


def _read() -> dict[str, list[_Form]]:
    """The forms of the table by their first word."""
    forms: dict[str, list[_Form]] = defaultdict(list)
    axis = None
    for row in _TABLE.strip().splitlines():
        head, *rest = row.split()
        if head not in ("+", "-"):
            axis = Axis(head, cast(Kind, rest[0]), cast(Strength, rest[1]), int(rest[2]), "by" in rest)
            continue
        for entry in rest:
            words = tuple(entry.strip("=>").split("-"))
            if axis:
                forms[words[0]].append(_Form(words, axis, head == "+", entry[-1] == ">", entry[0] == "="))
    return forms


_FORMS = _read()


def ends(words: list[str]) -> Iterator[End]:
    """Every end of an axis that these words, in lower case, tell; in order."""
    for at, word in enumerate(words):
        for form in _FORMS.get(word, ()):
            stop = at + len(form.words)
            if tuple(words[at:stop]) == form.words:
                yield End(form.axis, form.up, at, stop, form.does, form.being)
