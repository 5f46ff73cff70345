"""Who did it, who it is: one act or one role with parties of which neither origin knows the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.slots import Slot, clashes
from briefing.extractive.detectors.thesaurus import concepts, sequence
from briefing.extractive.detectors.wording import clause
from briefing.extractive.detectors.parties import words_of
from briefing.grounding import quotations, speeches
from briefing.grounding.dates import MONTHS, WEEKDAYS
from briefing.types import Kind
from briefing.words import words

_PARTIES = (
    "union operator government police army company ministry opposition council court president minister mayor "
    "parliament owner driver captain pilot neighbour neighbor passer-by walker hiker fisherman fishermen son daughter "
    "wife husband mother father brother sister tourist guard rebels soldiers prosecutors judge employers management "
    "workers protesters residents villagers firefighters crew boy girl cook cleaner postman farmer shepherd navy "
    "coastguard organisers organizers club bank donor foundation king queen prince bishop teacher doctor nurse student "
    "employee customer lawyer secretary chairman chairwoman director insurer insurers regulator contractor developer "
    "landlord tenant passenger passengers jogger angler diver divers climbers schoolboy schoolgirl pensioner builder"
).split()
_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?:\s(?:(?:of|de|the|van|von|and)\s)?[A-ZÀ-Þ][\w'’-]+){0,3}"
_WHO = rf"(?P<who>{_NAME}|(?:{'|'.join(_PARTIES)})\b)"
_SUBJECT = re.compile(rf"(?<![\w'’-]){_WHO}(?:,[^,]{{1,60}},)?\s(?:(?:had|has|have|also|then|already)\s)?$")
_OBJECT = re.compile(rf"(?:(?:[Tt]he|an?|his|her|their)\s)?(?:[\w'’-]+\s){{0,2}}?{_WHO}")
_REACH = 100
_ACTS: tuple[tuple[str, Kind, str, str], ...] = (
    ("blame", "attribution",
     r"claimed responsibility|(?:was|were|is|are) (?:behind|to blame|suspected|blamed|responsible)|carried out|planted|masterminded",
     r"work of|blamed on|(?:attribut|ascrib|trac)\w+ (?:[\w'’]+ ){0,3}?to|carried out by|committed by|claimed by|"
     r"suspicion (?:falls|fell) on|(?:points?|pointed) (?:the finger )?(?:at|to)|blam(?:es|ed|ing)|accus(?:es|ed|ing)"),
    ("broke off", "attribution",
     r"(?:broke|broken|breaking) off|walked (?:out|away)|(?:got up and )?left the (?:table|room|talks)|pulled out|"
     r"ended the talks|called off the talks|stormed out|refused to (?:talk|negotiate)",
     r"(?:broken off|ended|abandoned|scuppered) by"),
    ("began it", "attribution",
     r"(?:fired|shot|struck|attacked|opened fire) first|started the (?:fight|shooting|brawl|row|fire)|threw the first",
     r"started by"),
    ("ordered", "attribution",
     r"(?:had |has )?(?:ordered|gave the order|commanded|instructed|decreed|authori[sz]ed|approved)",
     r"(?:ordered|authori[sz]ed|commissioned|approved|decreed) by|on (?:the )?orders? (?:of|from)|on the instructions of"),
    ("proposed", "attribution",
     r"(?:had |has )?(?:proposed|suggested|put forward|came up with|initiated|first raised|thought up)",
     r"(?:proposed|suggested|put forward|initiated) by|idea of|brainchild of|proposal (?:of|by|from)"),
    ("asked", "attribution",
     r"(?:had |has )?(?:requested|asked for|applied for|invited)", r"at the request of|requested by|invited by|at the invitation of"),
    ("found", "attribution",
     r"(?:had |has )?(?:found|discovered|spotted|stumbled (?:on|upon|across|over)|came across|noticed|unearthed)",
     r"(?:found|discovered|spotted|noticed|unearthed|made) by"),
    ("rescued", "attribution", r"(?:had |has )?(?:rescued|saved|pulled|dragged|revived)", r"(?:rescued|saved|pulled \w+|dragged \w+|revived) by"),
    ("alarm", "attribution", r"raised the alarm|gave the alarm|alerted|dialled|called (?:the )?(?:police|fire|emergency|an ambulance)",
     r"alarm was (?:raised|given) by|alerted by"),
    ("paid", "attribution", r"(?:had |has |will )?(?:paid (?:for)?|financed|funded|footed|donated|put up the money|pay for|bear the cost)",
     r"(?:paid for|financed|funded|donated|sponsored|borne|met) by|gift (?:of|from)"),
    ("wrote", "attribution", r"(?:had |has )?(?:wrote|written|penned|drafted|composed|painted|designed|invented|built)",
     r"(?:written|penned|drafted|composed|painted|designed|invented|built|developed|drawn up) by|work by"),
    ("leaked", "attribution", r"(?:had |has )?(?:leaked|tipped off|blew the whistle|passed (?:on )?the)", r"(?:leaked|tipped off|passed on) by"),
    ("killed", "attribution", r"(?:had |has )?(?:killed|shot|stabbed|murdered|strangled)", r"(?:killed|shot|stabbed|murdered|attacked|bitten) by"),
    ("scored", "attribution", r"scored|netted|headed in|converted|struck the winner", r"goal (?:by|from)|scored by"),
    ("drove", "attribution", r"was (?:driving|at the wheel|at the controls|flying|steering)", r"(?:driven|flown|piloted|steered) by"),
    ("owner", "identity",
     r"(?:has |have |is to |will )?(?:bought|buys?|acquired?|acquires|takes over|took over|snapped up|purchased)",
     r"new owners? (?:is|are|will be)|(?:bought|acquired|purchased|taken over|snapped up|owned) by|sold to|"
     r"(?:goes|passes|went|passed|belongs?) to|in the hands of|buyer is"),
    ("leader", "identity",
     r"(?:will|is to|was (?:appointed|named|chosen|elected|picked) (?:as |to )?|(?:has|have) been (?:appointed|named|chosen|elected)(?: as| to)?|"
     r"is the new|becomes|became|takes over as|took over as|will succeed|succeeds|replaces)(?: (?:lead|head|chair|succeed|replace|coach))?",
     r"(?:led|headed|chaired|coached|replaced|succeeded|presided over) by|successor (?:is|will be)|"
     r"(?:goes|went|falls|fell|passed) to|post (?:goes|went) to"),
    ("winner", "identity", r"(?:has |have )?(?:won|wins|triumphed|clinched|beat|lifted the|came first|finished first|took (?:gold|first|the))",
     r"(?:won|claimed|taken) by|(?:prize|award|title|cup|medal|gold|victory|contract) (?:went|goes|was awarded) to|awarded to|winner (?:is|was)"),
    ("victim", "identity", r"(?:was|has been) (?:named|identified) as the (?:victim|dead)", r"(?:named|identified) as|victim (?:is|was)"),
)  # fmt: skip
_STRICT = frozenset(["broke off", "began it"])
"""Acts of one party against another: both are known to both origins, but only one did it."""
_FOUND = re.compile(
    r"\b(?:(?:found|detected|discovered|identified|confirmed|contained|diagnosed|(?:traces|levels|remains|signs) of|"
    r"positive for|contaminated with|infected with|outbreak of|laced with)\s+(?:\w+ of )?(?P<after>[\w.]*[a-z]{3,}(?: \w+)?)|"
    r"(?P<before>(?:[A-Z]\. )?[\w-]{3,})\s(?:was|were|has been|had been) (?:found|detected|identified|confirmed|isolated))"
    r"(?=[^.;]{0,60}\b(?:patients?|tests?|tested|samples?|laborator\w+|blood|water|food|every case|lab)\b)",
)
_MARK = re.compile(r"[\"“”‘’']")
_PROPER = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}")
_QUOTE_WORDS = 5
_ORDINARY = concepts(" ".join([*MONTHS, *WEEKDAYS, "say tell"]))
_NOBODY = frozenset(w.capitalize() for w in [*MONTHS, *WEEKDAYS]) | {"He", "She", "It", "They", "The", "A", "An", "But", "And", "In", "On", "At"}


@dataclass(frozen=True, slots=True)
class Party:
    """Who, as one origin tells it; `proper` where it is a name; `beside`: the words of its line."""

    origin: str
    words: frozenset[str]
    proper: bool
    beside: frozenset[str] = frozenset()


def detect(field: Field) -> Iterator[Finding]:
    """Acts and roles with two parties, findings of two substances, one quotation of two speakers."""
    for name, kind, _, _ in _ACTS:

        def exclude(a: Party, b: Party, strict: bool = name in _STRICT) -> bool:
            if a.words & b.words or a.proper is not b.proper:
                return False
            return strict or (field.unknown(a.words, b.origin) and field.unknown(b.words, a.origin))

        slots = [slot for line in field.lines for slot in _parties(name, line)]
        yield from _findings(field, slots, exclude, kind)
    substances = [slot for line in field.lines for slot in _substances(line)]
    yield from _findings(field, substances, lambda a, b: _strangers(field, a, b), "identity")
    spoken = [slot for line in field.lines for slot in _quoted(line)]
    yield from _findings(field, spoken, _other_speaker, "attribution")


def _findings(field, slots, exclude, kind: Kind) -> Iterator[Finding]:  # type: ignore[no-untyped-def]
    for clash in clashes(field, slots, exclude, lambda a, b: bool(a.words & b.words)):
        a, b = clash.first.line, clash.second.line
        weight = clash.score + field.closeness(a) + field.closeness(b)
        finding = Finding.of(f"Whether {clause(field, a.text)}", kind, "contradiction", clash.sides, weight)
        if finding:
            yield finding


def _other_speaker(a: Party, b: Party) -> bool:
    return bool(a.words and b.words) and not a.words & b.beside and not b.words & a.beside


def _strangers(field: Field, a: Party, b: Party) -> bool:
    return field.unknown(a.words, b.origin) and field.unknown(b.words, a.origin)


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    _, _, active, passive = next(act for act in _ACTS if act[0] == name)
    return re.compile(rf"\b(?:{active})\b", re.IGNORECASE), re.compile(rf"\b(?:{passive})\s", re.IGNORECASE)


def _parties(name: str, line: Line) -> Iterator[Slot[Party]]:
    text = line.plain
    active, passive = _patterns(name)
    found = [(m, _SUBJECT.search(text[max(0, m.start() - _REACH) : m.start()])) for m in active.finditer(text)]
    found += [(m, _OBJECT.match(text[m.end() : m.end() + _REACH])) for m in passive.finditer(text)]
    for act, party in found:
        if party is None or party["who"] in _NOBODY:
            continue
        who = party["who"]
        told = frozenset(sequence(who)) - _ORDINARY
        about = concepts(text[: act.start()] + " " + text[act.end() :]) - _ORDINARY - told
        if told:
            yield Slot(line, name, Party(line.origin, told, who[:1].isupper()), about)


def _substances(line: Line) -> Iterator[Slot[Party]]:
    for match in _FOUND.finditer(line.plain):
        told = frozenset(sequence(match["after"] or match["before"])) - _ORDINARY
        if told:
            yield Slot(line, "substance", Party(line.origin, told, True), line.stems - told - _ORDINARY)


def _quoted(line: Line) -> Iterator[Slot[Party]]:
    """Quotations of a line with one named speaker, by their first words."""
    if _MARK.search(line.text) is None:
        return
    named = {s.speaker for s in speeches(line.text) if s.verb != "according" and s.speaker and _PROPER.fullmatch(s.speaker)}
    if len(named) == 1:
        for quotation in quotations(line.text):
            said = words(line.text[quotation.start : quotation.end])
            if len(said) >= _QUOTE_WORDS:
                frame = " ".join(said[:_QUOTE_WORDS])
                speaker = frozenset(words_of(*named))
                yield Slot(line, frame, Party(line.origin, speaker, True, frozenset(words_of(line.text))), line.stems)
