"""Does this evidence carry these words? Pure functions, for both engines, `check` and the evaluation."""

from briefing.grounding.answers import is_answer
from briefing.grounding.approximate import locate
from briefing.grounding.credit import AS_MUCH, credited, has_name, is_own, passed_on
from briefing.grounding.find import find
from briefing.grounding.fit import fit
from briefing.grounding.introducing import introducing, is_credited
from briefing.grounding.loaded import loaded
from briefing.grounding.measures import checks
from briefing.grounding.names import called, names
from briefing.grounding.namesakes import is_named
from briefing.grounding.numbers import Quantity, quantities
from briefing.grounding.person import person
from briefing.grounding.points import near_duplicates, points, repeated
from briefing.grounding.quotations import is_cut, outside, quotations
from briefing.grounding.speech import speaker, speeches
from briefing.grounding.verdict import Fault, content_overlap, faults, unfounded
from briefing.grounding.vouching import vouching

__all__ = [
    "AS_MUCH",
    "Fault",
    "Quantity",
    "called",
    "checks",
    "content_overlap",
    "credited",
    "faults",
    "find",
    "fit",
    "has_name",
    "introducing",
    "is_answer",
    "is_credited",
    "is_cut",
    "is_named",
    "is_own",
    "loaded",
    "locate",
    "names",
    "near_duplicates",
    "outside",
    "passed_on",
    "person",
    "points",
    "quantities",
    "quotations",
    "repeated",
    "speaker",
    "speeches",
    "unfounded",
    "vouching",
]
