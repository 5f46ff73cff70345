"""Page furniture: lines that a site prints around its articles, and that are no part of the news."""

from __future__ import annotations

import re

from briefing.words import matching_key

MAX_CHARACTERS = 240
"""The longest line of furniture seen (a copyright notice) has 190; longer text is read."""

_REST = r"[^.!?]*[.!?:»>…]*"
"""The rest of one sentence: furniture is a call to the reader, never a paragraph."""

_NETWORKS = r"(?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|google news)"

_WHOLE_LINES = rf"""
    (?:- )*advert(?:isement|isment|s)?(?: -)*\W*
    continue reading(?: below)?(?: the advertisement)?(?: the main story)?\W*
    (?:story|article) continues? (?:below|after)(?: (?:the |this )?advert(?:isement)?)?\W*
    story continued below\W*
    (?:sponsored|promoted|paid)(?: content| post| links?)?\W*
    recommended(?: (?:stories|articles|reading|videos?|for you))?\W*
    (?:(?:more|most) (?:from|on|read|popular|viewed|shared)(?: (?:stories|articles|news|now|today|this topic|this story))?)\W*
    (?:see )?(?:all )?related(?: (?:articles?|stories|content|topics?|links?|coverage|posts?|video|news))?\W*
    (?:you (?:may|might) also (?:like|be interested in)|don't miss|trending(?: now)?|editors?'?s? picks?)\W*
    (?:\d+ |view |see |show |read |leave |post |add )?(?:all |a |the |your )?(?:\d+ )?comments?(?: \(\d+\))?(?: below)?\W*
    comments (?:are|have been) (?:closed|disabled|turned off)(?: (?:on|for) this (?:article|story|post))?\W*
    (?:share|print|e-?mail|save|tweet|subscribe|sign (?:up|in)|log ?in|register|menu|search|skip to (?:main )?content)\W*
    [\d.,]+[km]? shares(?: share this story)?\W*
    scroll down(?: for (?:more|video|videos|the video))?\W*
    (?:back|return) to (?:top|the top|home ?page)\W*
    (?:image|photo|picture|featured image|stock image|file photo|source)(?: (?:source|credit|via|by|from|courtesy(?: of)?))?:? ?[^.!?]{{0,60}}(?:/|via |: ?)(?:getty(?: images)?|afp|reuters|ap|epa|shutterstock|flickr|alamy|istock|pixabay|wireimage|wikimedia(?: commons)?|pa(?: (?:wire|media|images))?)\W*
    [^.!?]{{0,60}}(?:/ ?|\(|via |\u00a9 ?)(?:getty(?: images)?|shutterstock|alamy|istock)\)?\W*
    (?:afp |ap )?getty images\W*
    \(?(?:additional )?(?:reporting|writing|editing) by [^.!?()]+(?:\. )?[^.!?()]*\)?\W*
"""

_OPENINGS = rf"""
    want more (?:stories|news|articles) like this\b.*
    (?:hit|tap|click|press) the (?:follow|subscribe|bell|share|like) (?:button|icon)\b.*
    (?:please )?(?:sign|signed) up (?:here |now |today |free )?(?:for|to) (?:our|the|your|my|a free|this|\S+'s)\b.*\b(?:newsletters?|alerts?|e-?mails?|briefing|updates?|inbox)\b.*
    (?:please )?subscribe (?:here |now |today )?(?:to|for) (?:our|the|this|my|\S+'s)\b.*\b(?:newsletters?|podcasts?|channel|alerts?|e-?mails?|updates?)\b.*
    get (?:our|the|all the|more|breaking)\b.*\b(?:newsletters?|inbox|news you need)\b.*
    (?:read|see|find out|learn) more(?: (?:here|at|about this|on this(?: story)?|trending stories))?(?:\W*|: .+)
    (?:>+ ?)?read more (?:trending stories|from\b.*|at\b.*)
    (?:\[ ?)?(?:read|see|watch|listen)(?: also| next| related(?: articles?)?| now): .+
    related(?: (?:articles?|stories|story|reading|links?|coverage))?: .+
    (?:please )?(?:share|tweet|pin|forward) this (?:article|story|post|page|video)?\b(?:\W*| (?:on|with|via|by|and)\b.*)
    (?:please )?(?:follow|like|find|join) (?:us|me|our|[\w ]{{2,30}}) on {_NETWORKS}\b.*
    follow us\b{_REST}
    (?:(?:on a |using )?mobile(?: device)?\? ?)?(?:please )?(?:click|tap) (?:here|below|through|on the (?:link|image|picture|button|video))\b.*
    (?:\W*)(?:please )?click for (?:more|video|the)\b.*
    (?:click|tap) (?:to|on) (?:read|view|watch|see|play|listen|expand|enlarge|share|subscribe|unsubscribe)\b.*
    view (?:this (?:e-?mail|message|newsletter) )?(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|web)\b.*
    (?:no longer (?:want|wish) to receive\b|to unsubscribe\b|unsubscribe\b|manage (?:your )?(?:preferences|subscriptions?)\b|update (?:your )?preferences\b).*
    you(?:'re| are) receiving this (?:e-?mail|message|newsletter)\b.*
    (?:\u00a9|\(c\)|copyright)(?: ?(?:\u00a9|\(c\)))? ?(?:[\d-]{{4,9}})\b.*
    all rights reserved\b.*
    this (?:material|article|content|story) may not be (?:published|reproduced|copied|broadcast)\b.*
    this (?:article|story|post|piece) (?:was )?(?:first|originally) (?:published|appeared)\b.*
    (?:we|this (?:web ?)?site|our (?:web ?)?site)(?: and our partners)? uses? cookies\b.*
    by (?:continuing|using|clicking)\b.*\b(?:cookies|terms of (?:use|service)|privacy policy)\b.*
    (?:accept|reject|manage)(?: all)?(?: our| the)? cookies\b.*
    (?:download|get) (?:our|the \w+|the) (?:free )?app\b.*
    (?:do you )?have (?:a (?:story|tip|news tip)|something to add)\b.*(?:\?|e-?mail|contact|get in touch).*
    (?:leave|post|add) (?:a|your) (?:comment|thoughts)\b.*(?:below|section).*
    (?:let us know|tell us)(?: what you think)? in the comments\b.*
    support (?:our|independent) journalism\b.*
"""


def _pattern(listed: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line.strip()})" for line in listed.strip().splitlines()))


_FURNITURE = re.compile(f"{_pattern(_WHOLE_LINES).pattern}|{_pattern(_OPENINGS).pattern}")


def is_furniture(text: str) -> bool:
    """Whether a sentence or line, as a whole, is page furniture.

    Every pattern is anchored at both ends and speaks to the page's visitor ("Sign up for our …"),
    so that news about advertisements, newsletters or cookies is read.
    """
    if len(text) > MAX_CHARACTERS:
        return False
    return _FURNITURE.fullmatch(matching_key(text)) is not None
