"""Page furniture: what a site prints around its articles, and is no part of the news.

The patterns match folded text (`words.matching_key`). They were written from the lines met in 2,000
news texts of the web; of 80,000 sentences of news they take 1,400, each read. What a desk and a press release
say beside the news was written from trial piles: of 67,000 sentences (BASIL, FNC-1, old wires) it takes 19,
each read, none of them news.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.words import matching_key

LONGEST = 240
"""Characters of the longest line of furniture that is looked for; copyright notices run to 190."""

_AGENCY = r"(?:getty(?: images)?|shutterstock|alamy|istock|wireimage|afp|reuters|ap|epa|flickr|pa wire)"
_NETWORK = r"(?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|google news)"
_PIECE = r"(?:article|story|post|page|piece|video)"
_THIS = rf"this {_PIECE}"
_NAMES = r"(?:[\w.,'&-]+ ){2,16}"
_ITEMS = r"(?:articles?|stories|story|content|topics?|links?|coverage|posts?|news|reading)"
_LETTER = r"(?:newsletters?|e-?mails?|alerts?|inbox|briefings?|podcasts?|channel|updates)"
_OURS = r"(?:our|my|this|the(?: \w+){1,4}|[\w ]+'s)"

_LABELS = (
    r"advert(?:isement|isment|s)?|sponsored(?: content| links?)?|promoted(?: content| stories)?|paid post",
    r"(?:story|article) continue[sd]? (?:below|after)(?: (?:the |this )?advert(?:isement)?)?",
    r"continue reading(?: below)?(?: the (?:main story|advertisement|article))?",
    rf"(?:see )?(?:all )?related(?: {_ITEMS})?",
    r"(?:>+ )?(?:read|see|find out) more(?: here| trending stories)?",
    r"recommended(?: (?:stories|articles|reading|for you))?|editors?'?s? picks?|trending(?: now)?",
    r"you (?:may|might) also (?:like|be interested in)|most (?:read|popular|viewed|shared)|don't miss",
    r"more (?:on|from) this (?:story|topic)|more (?:stories|top stories)|join the conversation",
    r"(?:view |see |show |read |leave |post |add )?(?:all |a )?(?:\d+ )?comments?(?: \(\d+\))?",
    r"comments (?:are|have been) (?:closed|disabled|turned off)(?: (?:on|for) \w+(?: \w+)?)?",
    r"print|e-?mail|tweet|subscribe(?: now)?|sign (?:up|in)(?: now)?|log ?in|menu|loading",
    r"\d+ min(?:ute)? read",
    rf"share(?: (?:this )?(?:on|via) {_NETWORK})?|(?:[\d.,]+[km]? )?shares?(?: share)?(?: {_THIS})?",
    r"[\d.,]+[km]? shares|listen to this article|skip to (?:main )?content|supported by",
    r"scroll down for (?:more|videos?|the video)|(?:back|return) to (?:the )?top",
    r"view (?:this \S+ )?(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|web)",
    r"(?:privacy|cookie) (?:policy|settings)|terms (?:of use|and conditions)|manage (?:your )?preferences",
    r"(?:accept|reject|manage)(?: all)?(?: our| the)? cookies|unsubscribe(?: here| at any time)?",
)
"""Lines that are nothing but a label or a button."""

_LINKS = (
    rf"(?:read|see|find out) more(?: {_ITEMS})?(?: at)?: .+|related(?: {_ITEMS})?: [^.!?]+",
    r"(?:also )?(?:read|see|watch|listen)(?: also| next| now| related articles?)?: .+",
)
"""Pointers to another page, with its title."""

_CREDITS = (
    r"(?:(?:featured |stock |file )?(?:image|photo|picture|source|credit)s?(?: (?:credit|courtesy|source))?)"
    rf"(?:[:,] ?| (?:via|by|of) )(?:[^.!?]{{0,60}}/ ?)?{_AGENCY}",
    rf"[^.!?]{{0,60}}(?:/ ?|\(|via |© ?){_AGENCY}(?:/{_AGENCY})?\)?|getty images",
    r"\((?:additional )?(?:reporting|writing|editing) by [^()]+\)?",
    r"(?:copyright ?)?(?:©|\(c\)|copyright) ?\d{4}(?:-\d{4})?(?: (?!law|act|case|suit|claim)[^.!?]{1,60})?",
    r"(?:copyright |© |\(c\) )?(?:[^.!?]{1,60}[.,] )?all rights reserved",
    r"this (?:material|article|content|story) may not be (?:published|reproduced|copied|rewritten).*",
    rf"-*{_NAMES}contributed (?:reporting|to (?:{_THIS}|this report))\b.*",
    r"(?:with )?(?:additional |further )(?:reporting|writing|editing) by [^.]{3,120}",
    rf"{_THIS} (?:was|has been) (?:last )?(?:amended|corrected|updated|edited|changed) (?:on|at)"
    r"(?!.* (?:to|because|after|since|as) ).{3,60}",
    rf"{_THIS} (?:was )?(?:first|originally) (?:published|appeared) (?:by|on|in|at) .*",
)
"""Who made a picture or a text and when, and who may print it."""

_DESK = (
    r"(?:please )?(?:keep )?refresh(?:ing)? (?:the|this) page\b.*|stay (?:tuned|with us)\b.*",
    r"(?:please )?(?:keep )?check(?:ing)? back (?:here|later|soon|often|throughout|with us|for)\b.*",
    r"(?:more|details|updates?) to (?:follow|come)(?: soon| shortly)?",
    r"this is an? (?:breaking|developing|evolving)(?: news)? (?:story|article|event)\b.*",
    rf"this (?:breaking )?(?:news )?{_PIECE} (?:is being|will be) (?:\w+ly )?updated\b.*",
    r"(?:this|our) (?:live )?(?:blog|coverage|page) (?:is|has) (?:now )?(?:been )?(?:closed|ended)\b.*",
    r"(?:many )?(?:thanks|thank you)(?: (?:so|very) much)? for (?:following|reading|watching)\b.*",
    r"(?:that is|that's)(?: all| it)?(?: we have)?,? (?:from (?:us|me)|for (?:now|today|tonight))"
    r"(?:,? (?:for )?(?:now|today|tonight))?",
    r"here(?: is|'s) (?:a (?:\w+ )?(?:summary|recap|round-?up)\b.*|the latest(?: on\b.*)?)",
    r"we(?: will|'ll) (?:bring|have|post|be bringing) (?:you )?(?:more|the latest|further) "
    r"(?:updates?|details|news|on this)\b.*",
    r"(?:you can )?follow (?:our|(?:all )?the|all)(?: latest)? (?:live|rolling)\b.*",
)
"""What a desk says of its own work to its readers."""

_REACHED = r".*(?:@|\d{3}).*"
"""An address or a telephone number."""
_RELEASES = (
    r"for immediate release(?: ?[-:,] ?[\w ,]{1,30})?",
    r"(?:strictly )?(?:embargoed|under embargo) (?:until|for|till)\b.{1,60}",
    r"(?:media|press) release|ends|notes? (?:to|for) (?:the )?editors?",
    r"(?:media|press|investor)s?(?: (?:and|&) (?:media|press|investor)s?)?"
    rf"(?: (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office|relations|information|queries))+ ?:{_REACHED}",
    r"(?:\d+\. )?for (?:interviews?|(?:media|press|interview) [\w ]{3,30})\b[^.:]{0,60}"
    rf"\b(?:contact|call|e-?mail|phone|ring|write to)\b{_REACHED}",
    r"forward-looking statements?:.*|cautionary (?:statement|note) (?:on|about|regarding)\b.*",
    r"(?:this|the) (?:[\w ]{1,30} )?(?:release|announcement|statement|document|report) (?:may )?(?:contains?"
    r'|includes?) (?:certain )?"?forward-looking statements\b.*',
)
"""What a press release says beside its news."""

_HOUR = r"(?:\d\d?[:.]\d\d(?: ?[ap]m)?:? )?"
_REPORTED = r"(?!.*\b(?:said|told|reads?|urged|advised|warned|was|were|had|became|found)\b)"
_CALLS = (
    r"want more (?:stories|news|articles) like this\b.*",
    r"(?:hit|tap|press|click) the (?:follow|subscribe|bell|like|share) (?:button|icon)\b.*",
    r"(?:[^.!?]{1,40}: )?(?:please )?(?:sign up|register|subscribe) (?:here |now )?(?:for|to) "
    rf"{_OURS}\b.*\b{_LETTER}\b.*",
    rf"get (?:our|all the news|the (?:day's|best)|breaking news)\b.*\b(?:{_LETTER}|news you need)\b.*",
    r"(?:read|see|find out) more (?:here|about this)\b.*",
    rf"(?:please )?(?:share|tweet|pin|forward) {_THIS}(?: (?:on|with|via|by|and)\b.*)?",
    rf"(?:please )?(?:follow|like|find|join) @?[\w. ]{{2,30}} on {_NETWORK}"
    r"(?:(?:,| and| or| \||:| at| @).*)?",
    r"follow us(?: on\b.*|: .*)?|this post contains affiliate links\b.*",
    r"(?:(?:on a |using )?mobile(?: device)?\? ?)?(?:please )?(?:click|tap) (?:here|below)\b.*",
    r"(?:click|tap) (?:to|on the \w+ to|on) (?:read|view|watch|see|play|listen|enlarge|share|subscribe)\b.*",
    r"click for (?:more|video)\b.*|for more .{0,60}click here",
    r"to unsubscribe,? (?:click|e-?mail|reply|follow|visit)\b.*|update your (?:e-?mail )?preferences",
    r"you(?:'re| are) receiving this (?:e-?mail|message|newsletter) (?:because|as)\b.*",
    r"(?:we|(?:this|our) (?:web ?)?site)(?: and our partners)? uses? cookies(?: (?:to|and|for|on)\b.*)?",
    r"by (?:continuing|using|clicking|browsing)\b.*\byou (?:agree|accept|consent)\b.*",
    r"(?:download|get) (?:our|the [\w ]{1,30}) app(?: (?:now|today|here|for|on|from)\b.*)?",
    r"(?:leave|post|add|share) (?:a|your) (?:comment|thought|view)s?\b.*\b(?:below|comments?)\b.*",
    rf"(?:have|got|do you have) (?:something|anything) to add to {_THIS}\??",
    r"(?:let us know|tell us)(?: what you think)? in the comments(?: (?:below|section).*)?",
    r"(?:please )?(?:enable|turn on) (?:javascript|cookies)\b.*",
    r"(?:are you|have you been|were you|do you live) (?:affected|nearby|in the area|caught up)\b[^.]*\?",
    r"(?:please |you can )?(?:send|share|e-?mail|text|whatsapp|tweet|upload)(?: (?:us|me))? your (?:own )?"
    r"(?:pictures?|photo(?:graph)?s?|videos?|footage|stor(?:y|ies)|views?|comments?|tips?|questions?"
    r"|experiences?|thoughts?|opinions?|letters?)\b.*",
    r"(?:please |you can )?(?:contact|e-?mail|write to) us\b.*",
    r"(?:please )?(?:call|text|whatsapp) us (?:at|on)\b.*",
    r"(?:please )?get in touch(?: (?:with us|at|by|here|on|via)\b.*)?",
)
"""Whole sentences that ask the page's visitor to do something; a reported call ("…, he said") is news."""


_TARGET = r"\([^()\s]*(?:\s+\"[^\"\n]*\")?\)"
_LINK = rf"!?\[(?:!\[[^\[\]\n]*\]{_TARGET}|[^\[\]\n]*)\]{_TARGET}"
_ONLY_LINKS = re.compile(rf"[-*+>•|\s]*(?:(?:{_LINK}|https?://\S++)[\s|·•,;.]*)+")
"""A line of Markdown that is nothing but links or pictures, as lists of other articles are."""


_COUNTRY = re.compile(r"\bUS\b")


@cache
def _furniture() -> re.Pattern[str]:
    calls = f"{_HOUR}{_REPORTED}(?:{'|'.join((*_CALLS, *_DESK))})"
    listed = "|".join((*_LABELS, *_LINKS, *_CREDITS, *_RELEASES, calls))
    return re.compile(rf"[-*>•|\[ ]*(?:{listed})[-*<•|.!:\"\] ]*")


def is_furniture(text: str) -> bool:
    """Whether a sentence, as a whole, is page furniture, a line of links or a table's row.

    Every pattern must match from the first character to the last, and speaks to the page's visitor
    ("Sign up for our …"), so that news about advertisements, newsletters or cookies is read.
    """
    if (text[:1] == text[-1:] == "|" and len(text) > 1) or _ONLY_LINKS.fullmatch(text):
        return True  # a table's row in Markdown is no sentence either
    if len(text) > LONGEST or _COUNTRY.search(text):  # folded, "contact US officials" would be a call
        return False
    return _furniture().fullmatch(matching_key(text)) is not None
