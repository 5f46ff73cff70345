"""Every value of the domain: frozen, and never half-filled."""

from briefing.types.brief import (
    FORMAT,
    LANGUAGE,
    STORY_WORDS,
    Brief,
    Draft,
    EngineKind,
    EngineRecord,
    Mention,
    SourceEntry,
    Statement,
    Status,
    Story,
)
from briefing.types.change import Change, ChangeKind, Earlier
from briefing.types.checks import Checks, Tally
from briefing.types.claim import (
    Citation,
    Claim,
    Disagreement,
    Importance,
    Kind,
    Modality,
    Position,
    Strength,
    Support,
    quoted,
    unquoted,
)
from briefing.types.cluster import Cluster, Origin, Reading
from briefing.types.document import Document, Fetched, Source, Unread
from briefing.types.edition import Edition
from briefing.types.exchange import Completion, Message, Model, Request
from briefing.types.letter import Letter, Outcome, Receipt
from briefing.types.omission import FAILURES, Omission, Reason
from briefing.types.plan import Plan, PlannedStory
from briefing.types.roles import LEADS, ROLES, Role, role_of
from briefing.types.sentences import Sentences
from briefing.types.sides import same_sides
from briefing.types.span import Sentence, Span
from briefing.types.texts import Texts
from briefing.types.usage import Usage
from briefing.types.window import EVERYTHING, Channel, Window, before_window, is_day, precedes

__all__ = [
    "EVERYTHING",
    "FAILURES",
    "FORMAT",
    "LANGUAGE",
    "LEADS",
    "ROLES",
    "STORY_WORDS",
    "Brief",
    "Change",
    "ChangeKind",
    "Channel",
    "Checks",
    "Citation",
    "Claim",
    "Cluster",
    "Completion",
    "Disagreement",
    "Document",
    "Draft",
    "Earlier",
    "Edition",
    "EngineKind",
    "EngineRecord",
    "Fetched",
    "Importance",
    "Kind",
    "Letter",
    "Mention",
    "Message",
    "Modality",
    "Model",
    "Omission",
    "Origin",
    "Outcome",
    "Plan",
    "PlannedStory",
    "Position",
    "Reading",
    "Reason",
    "Receipt",
    "Request",
    "Role",
    "Sentence",
    "Sentences",
    "Source",
    "SourceEntry",
    "Span",
    "Statement",
    "Status",
    "Story",
    "Strength",
    "Support",
    "Tally",
    "Texts",
    "Unread",
    "Usage",
    "Window",
    "before_window",
    "is_day",
    "precedes",
    "quoted",
    "role_of",
    "same_sides",
    "unquoted",
]
