"""What news says that happened, in the words that reports choose for it: one name for each kind of event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.extractive.detectors.phrases import Phrases, openings

_EVENTS = {
    "began": r"(?:broke|breaking|broken) out|beg[au]n|begins?|started|starts?|commenc\w+|erupted|ignited|"
    r"got under way|kicked? off|opened fire",
    "ended": r"ended|ends|finish\w+|concluded|put out|extinguished|doused|under control|called off|broke up",
    "alarm": r"alarm|alerted|raised the alarm|emergency call|called to|first call|reported the (?:fire|"
    r"blaze|incident)",
    "struck": r"struck|strikes|hit|shook|shaken|jolted|rattled|made landfall|quake|earthquake|tremor|shock",
    "crashed": r"crash\w*|collid\w+|collision|collapsed?|derail\w*|left the rails|came down|plunged|"
    r"went down|"
    r"ran aground|sank|sunk|capsized|overturned",
    "exploded": r"explo\w+|blasts?|went off|detonat\w+|blew up|bomb\w*",
    "died": r"died|dead|dies|death|killed|murdered|passed away|drowned|shot dead|lost (?:his|her|"
    r"their) li\w+",
    "shot": r"shooting|shots|opened fire|gunfire|gunshots|gunman|stabbed|stabbing|attack(?:ed)?",
    "born": r"born|birth",
    "found": r"found|discover\w+|turned up|came across|washed up|washed ashore|spotted|unearthed|recovered|"
    r"stumbled|located",
    "missing": r"disappeared|vanished|last seen|went missing|seen alive",
    "arrested": r"arrest\w*|detain\w*|(?:taken|took) (?:\w+ ){0,3}?(?:into custody|away)|took (?:him|her|"
    r"them)|custody|seized|"
    r"picked up|caught|captured|apprehended|surrendered|gave (?:him|her)self up",
    "freed": r"released|freed|set free|walked free|let go|bailed|escaped|broke out of|absconded",
    "trial": r"trial|hearing|went on trial|appeared in court|proceedings",
    "sentenced": r"sentenced|jailed|convicted|found guilty|verdict|acquitted|cleared",
    "resigned": r"resign\w*|stepped down|step down|stood down|quit|quits|(?:handed|handing) in|"
    r"tender\w+ (?:his|her)|left office|bowed out",
    "dismissed": r"sacked|fired|dismiss\w*|ousted|removed from|axed|relieved of",
    "appointed": r"appoint\w*|named|sworn in|takes? over|took over|took office|inaugurat\w+|installed|"
    r"promoted",
    "elected": r"elected|election|polls|ballot|voters|polling|run-off|referendum",
    "voted": r"vot(?:e|es|ed|ing)|passed|adopt(?:s|ed)|approv\w+|ratified|backed|carried|endorsed|enacted",
    "signed": r"sign(?:s|ed|ing)|put (?:his|her|their) (?:name|signature|pen)|pen to paper|inked|initialled",
    "announced": r"announce\w*|unveil\w*|revealed|made public|published|released|presented|disclosed",
    "opened": r"open(?:s|ed|ing)?|reopen\w*|inaugurat\w+|launch\w*|resum\w+|back in service|"
    r"welcomes? its first|"
    r"(?:crossing|running|flowing|carry|carrying|traffic) (?:\w+ )?(?:again|vehicles|passengers)|"
    r"start (?:up )?again|return(?:s|ed)? to service|ready|completed|go into operation",
    "closed": r"clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?(?: down)?|shutter\w*|cease\w*|wind(?:s|ing)? up",
    "arrived": r"arriv\w+|landed|lands|touch(?:es|ed)? down|dock(?:s|ed)|reached|flew in|came home|"
    r"returned|due back",
    "left": r"left|departed|set (?:off|out|sail)|sailed|took off|lift(?:s|ed)? off|leaves|depart",
    "met": r"met|meet(?:s|ing)?|talks|summit|conference|negotiat\w+|sat down|session|congress",
    "held": r"held|takes? place|took place|staged|hosted|gathered|rally|march(?:ed)?|festival|concert|"
    r"ceremony|service",
    "married": r"married|marr(?:y|ies)|wed|wedding|tied the knot",
    "founded": r"founded|set up|established|built|dates? (?:back )?(?:to|from)|constructed|erected",
    "effect": r"takes? effect|took effect|comes? into (?:force|effect)|came into (?:force|effect)|appl(?:y|"
    r"ies) from|"
    r"in force|introduced|enter into force|starts? to apply",
    "strike": r"walk(?:ed|s)? out|stoppage|strik(?:e|ing)|down(?:ed)? tools|stop(?:ped)? work|stand still",
    "paid": r"paid|pay|transferred|settled|repa(?:y|id)",
    "sold": r"sold|bought|bu(?:y|ys)|acquired|auction\w*|changed hands|purchas\w+|takeover",
    "robbed": r"robb\w+|st(?:ole|olen)|break-in|broke into|burgl\w+|raid(?:ed)?|theft|heist|snatched",
    "deadline": r"deadline|ultimatum|expires?|expired|runs? out|due by|no later than|until",
    "delivered": r"deliver\w*|hand(?:ed|s|ing)? over|present (?:its|their|his|her)|due|publish|follow|"
    r"report back",
}  # fmt: skip
"""Frames of events. A line may name several; those beside the time or the place count."""


@cache
def _phrases() -> tuple[tuple[str, Phrases], ...]:
    return tuple((name, Phrases(words)) for name, words in _EVENTS.items())


def events(text: str) -> Iterator[tuple[str, int, int]]:
    """The kinds of event that the text names, each once, with where its words stand."""
    begun = openings(text)
    for name, phrases in _phrases():
        match = phrases.pattern.search(text) if phrases.may_stand_in(begun) else None
        if match:
            yield name, match.start(), match.end()
