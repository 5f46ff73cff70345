"""The story as a whole: told as fact by one origin, and exposed by another."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extractive.detectors.cause import gives_cause, parts
from briefing.extractive.detectors.denials import claim_denials, reported_concepts
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.stance import cue_kinds, stances
from briefing.extractive.detectors.verdicts import ALLEGED, CLAIMED, HEDGED, doubts, exposes, tells_plainly
from briefing.lines.corpus import Corpus, Line
from briefing.lines.question import whether
from briefing.types import Kind, Strength

_EXPOSES, _TELLS = 0.7, 0.5
"""From which stance a document exposes its story, and up to which it tells it. Over rumours left out, .69 of
the exposers reach .7, .04 of the others, and .06 of plain news, which seldom has a verdict line as well."""
_SHOWN = 3
"""Lines of a side, besides the first of each origin: 2 to 6 change no flag."""
_VERDICTS, _CLAIMS, _ECHOED = 24, 100, 24
"""Lines of either kind that are compared, and claims whose echo is looked for: a pile of 75 reports that all
deny something took three quarters of a minute without a limit. A quarter less or more of each changes
nothing."""
_CONTEXT = 2
"""Lines before a verdict that may say what it is on. With 1 four flags on pairs that disagree are lost and
two added, and one on a pair that agrees; with 3 no flag changes."""
_KNOWN = 3
"""Concepts that a doubtful line shares with a verdict, from which its origin tells of the dispute itself.
With 2 four pairs that disagree are missed; with 4 one more is flagged, and one that agrees."""
_LIKE = 0.03
"""Groups of four articles on 34 rumours: of those with a conflict .55 are flagged at .02 and .03, .46 at .05;
26 of 27 flags set conflicting articles against each other; of 83 plain events 3, 2 and 1 are flagged."""
_SAME = 0.3
"""How alike lines of one side are at least (`Corpus.shared`): .2 to .4 change only which are cited."""


def detect(corpus: Corpus) -> Iterator[Finding]:
    """The lines by which documents expose the story, beside lines that tell it as fact elsewhere."""
    stance = stances(corpus)
    against = {line.origin for line in corpus.lines if stance[line.source] >= _EXPOSES}
    against_lines = [line for line in corpus.lines if stance[line.source] >= _EXPOSES and _weight(line)]
    denying = {denial.line for denial in claim_denials(corpus)} if against_lines else set()
    verdicts = [line for line in against_lines if exposes(line) or line in denying]
    if not verdicts:
        return
    told = [
        line
        for line in corpus.lines
        if stance[line.source] <= _TELLS and line.origin not in against
        if tells_plainly(line) and not line.sentence.heading and not ALLEGED.search(line.plain)
    ]
    best = _best(corpus, told, verdicts, against)
    if best is None or best[0] < _LIKE:
        return
    score, claim, verdict = best
    agreeing = [c for c in told if c is not claim and corpus.shared(c.stems, claim.stems) >= _SAME]
    agreeing.sort(key=lambda c: (-_telling(corpus, c) * corpus.shared(c.stems, claim.stems), c.text))
    others = [v for v in against_lines if v is not verdict]
    others.sort(key=lambda v: (-_plainness(corpus, v), v.text))
    kind: Kind = "cause" if gives_cause(claim) and parts(verdict) else "occurrence"
    strength: Strength = "tension" if HEDGED.search(claim.plain) else "contradiction"
    sides = ([claim, *_some(agreeing)], [verdict, *_some(others)])
    yield from Finding.between(whether(corpus, claim.text), kind, strength, sides, 1 + score)


def _best(
    corpus: Corpus, told: list[Line], verdicts: list[Line], against: set[str]
) -> tuple[float, Line, Line] | None:
    """The claim and the verdict that go together best, and how surely the one is exposed by the other."""
    doubtful = [line for line in corpus.lines if line.origin not in against and doubts(line)]
    central = sorted(told, key=lambda c: (-_telling(corpus, c), c.text))[:_CLAIMS]
    plainest = sorted(verdicts, key=lambda v: (-_plainness(corpus, v), v.text))[:_VERDICTS]
    pairs = [pair for verdict in plainest for pair in _scored(corpus, verdict, central, doubtful)]
    likely = sorted(pairs, key=lambda pair: (-pair[0], pair[1].text, pair[2].text))
    claims = list(dict.fromkeys(claim for _, claim, _ in likely))[:_ECHOED]
    echo = {claim: _echo(corpus, claim, against) for claim in claims}
    echoed = ((score * echo[claim], claim, verdict) for score, claim, verdict in likely if claim in echo)
    return max(echoed, key=lambda pair: (pair[0], pair[1].text, pair[2].text), default=None)


def _scored(
    corpus: Corpus, verdict: Line, claims: list[Line], doubtful: list[Line]
) -> Iterator[tuple[float, Line, Line]]:
    """The claims that the verdict may be on, but for those of an origin that tells of the dispute itself."""
    before = (reported_concepts(line.text) for line in corpus.before(verdict, _CONTEXT))
    context = reported_concepts(verdict.text).union(*before)
    disputing = {line.origin for line in doubtful if len(line.stems & context) >= _KNOWN}
    for claim in claims:
        if claim.origin not in disputing and (score := _score(corpus, verdict, context, claim)):
            yield score, claim, verdict


def _some(lines: list[Line]) -> list[Line]:
    """The first of each origin, and others up to as many as are shown."""
    firsts = list({line.origin: line for line in reversed(lines)}.values())
    return [*firsts, *(line for line in lines if line not in firsts)][: max(len(firsts), _SHOWN - 1)]


def _weight(line: Line) -> float:
    """How plainly a line exposes something: 2 for a verdict, and what the cues in it count.

    At 1.5 three flags on pairs that disagree are lost and one is added, at 2.5 one is added; without the
    doubts four are lost.
    """
    return 2.0 * exposes(line) + cue_kinds(line.text) + 0.5 * doubts(line)


def _plainness(corpus: Corpus, verdict: Line) -> float:
    """How plainly a line exposes something, weighed by how close it is to the story's centre.

    Without closeness 19 flags cite other lines; a fifth more or less of the share of a far line none.
    """
    return _weight(verdict) * (0.5 + corpus.closeness(verdict))


def _telling(corpus: Corpus, claim: Line) -> float:
    """How plainly a line tells something as fact, weighed by how close it is to the story's centre.

    A hedged line counts half: at .4 nothing changes, at .6 the claim of two flags; in full, three pairs more
    that disagree are flagged, but a gold case by a worse claim. Without closeness two BASIL events more are
    flagged and three such pairs less; without the .5 beside it 14 less, at .4 none, at .6 one more.
    """
    own = 0.5 if HEDGED.search(claim.plain) or CLAIMED.search(claim.plain) else 1.0
    return own * (0.5 + corpus.closeness(claim))


def _echo(corpus: Corpus, claim: Line, against: set[str]) -> float:
    """How far what the line claims is told by an origin that exposes it, in [0, 1].

    Without it twelve pairs more that disagree are flagged, four that agree and five BASIL events; how far the
    other origins tell it changes nothing.
    """
    near = corpus.pairing
    return max(near.alike(claim.stems, line.stems) for line in corpus.lines if line.origin in against)


def _score(corpus: Corpus, verdict: Line, context: frozenset[str], claim: Line) -> float:
    """How surely the verdict, with the lines before it, is on this claim.

    If they must share three concepts, 23 flags on pairs that disagree are lost; if what the lines before say
    adds no likeness, 12. With that share or the cap of 3 a fifth more or less, two are lost at most. Without
    the verdict's closeness two BASIL events more are flagged, without the .5 beside it 19 such pairs less.
    """
    if len(context & claim.stems) < 2:
        return 0.0
    own = reported_concepts(verdict.text)
    like = 0.5 * corpus.shared(context, claim.stems) + corpus.shared(own, claim.stems)
    return like * _telling(corpus, claim) * (0.5 + corpus.closeness(verdict)) * min(3.0, _weight(verdict)) / 2
