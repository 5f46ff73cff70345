"""Accounts that do not fit together: for each question the words of one answer, and of the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.extractive.detectors.phrases import Phrases
from briefing.types import Kind, Strength


@dataclass(frozen=True, slots=True)
class Axis:
    """One question with its two poles; words of `yes` under a negation stand for `no`."""

    name: str
    kind: Kind
    strength: Strength
    yes: Phrases
    no: Phrases


_HAVE = r"(?:has|have|had|was|were|is|are)"
_AXES: tuple[tuple[str, Kind, Strength, str, str], ...] = (
    ("resigns", "occurrence", "contradiction",
     r"resign(?:s|ed)?|step(?:s|ped)? down|sto?od down|stands? down|quits?|"
     r"hand(?:s|ed) (?:in )?(?:his|her|their) (?:letter|notice|resignation)|tendered|(?:has |"
     r"had )?left office|bowed out",
     r"stay(?:s|ed|ing)? (?:put|on|in office)|no intention of (?:leaving|resigning|quitting|going|stepping)|"
     r"remain(?:s|ed|ing)? in (?:office|post|charge)|cling(?:s|ing)? (?:on )?to|carry on|refus\w+ to (?:go|"
     r"resign|quit|step)"),
    ("resigns freely", "characterisation", "contradiction",
     r"resign(?:s|ed)|step(?:s|ped) down|of (?:his|her|their) own (?:accord|free will)|quits?",
     r"sacked|fired (?!on|at|into|warning|shots)|dismissed|ousted|forced out|pushed out|"
     r"removed from (?:office|his|her)|shown the door"),
    ("signs", "status", "contradiction",
     r"sign(?:s|ed)?|put (?:his|her|their|its) (?:name|signature|pen)|put pen to paper|inked|initialled",
     r"awaits? (?:\w+ ){0,2}?signature|unsigned|waiting for [\w'’ ]{0,20}(?:pen|signature)|"
     r"refus\w+ to sign|vetoed"),
    ("accepts", "response", "contradiction",
     r"accept(?:s|ed)?|agree(?:s|d)? to|said yes|approv(?:es|ed)|back(?:s|ed)|welcom(?:es|ed)|endors(?:es|"
     r"ed)|"
     r"consent(?:s|ed)|sign(?:s|ed) up to|to put the offer|in favour|would consider|willing to",
     r"reject(?:s|ed)|turn(?:s|ed) down|refus(?:es|ed)|threw out|rebuff\w*|spurn\w*|dismiss(?:es|ed)|said no|"
     r"out of hand|oppos(?:es|ed)|ruled out|vot(?:es|ed) down|vetoed|declined"),
    ("apologises", "response", "contradiction",
     r"apologi[sz]e[sd]?|said (?:he|she|it|they) (?:was|were) sorry|asked (?:for )?forgiveness|"
     r"begged (?:for )?(?:pardon|forgiveness)|"
     r"express(?:es|ed) (?:his |her |its |their )?(?:deep )?(?:regret|remorse)",
     r"(?:stop(?:s|ped)|fell|falls) short of (?:an )?apolog\w+|without (?:an )?apolog\w+|no apology|"
     r"refus\w+ to apologi[sz]e|"
     r"declined to apologi[sz]e|nothing to apologi[sz]e|unapologetic"),
    ("admits", "response", "contradiction",
     r"admit(?:s|ted)?|confess(?:es|ed)?|acknowledg(?:es|ed)|conced(?:es|ed)|plead(?:s|ed) guilty|"
     r"took responsibility|owned up",
     r"den(?:y|ies|ied)|plead(?:s|ed) not guilty|protest(?:s|ed) (?:his|her|their) innocence|reject(?:s|"
     r"ed) (?:the|all|any) (?:charges?|"
     r"accusations?|allegations?|blame)|insist(?:s|ed) (?:he|she|it|they) (?:was|were|had|did) (?:innocent|"
     r"nothing|not)"),
    ("cooperates", "response", "tension",
     r"cooperat\w+|co-operat\w+|handed over|compl(?:y|ied|ying) with|answered (?:all )?questions",
     r"refus\w+ to (?:cooperate|co-operate|answer|hand over|comply|testify)|obstruct\w+|stonewall\w+|"
     r"right to (?:remain )?silen\w+"),
    ("contained", "status", "tension",
     r"contained|under control|put out|extinguished|doused|brought to a halt|mastered|tamed|(?:got|"
     r"gained) the upper hand",
     r"out of control|still (?:burning|spreading|raging|advancing|eating|growing|blazing)|rag(?:es|ing) on|"
     r"uncontained|"
     r"unchecked|continu\w+ to (?:burn|spread|rage|advance)|gaining ground"),
    ("open", "status", "contradiction",
     r"(?:re-?opened|is open|are open|remains? open|stays? open|back (?:open|in (?:use|service|operation))|"
     r"running (?:normally|again|as usual)|"
     r"resumed|in operation|operating (?:normally|as usual)|traffic is flowing)",
     r"(?:(?:is|are|was|were|been|remains?|stays?) (?:still )?(?:closed|shut|suspended|blocked)|(?:stays?|"
     r"remains?) shut|out of (?:service|action)|"
     r"at a standstill|closed until|shut until|impassable|no (?:trains|flights|ferries|buses|traffic))"),
    ("goes ahead", "status", "contradiction",
     r"(?:will|to|would|can|should) (?:go|going) ahead|goes? ahead|as planned|on schedule|on track|"
     r"took place|will take place|"
     r"press(?:es|ed|ing)? ahead|still on|green light|given the go-ahead",
     r"cancel\w*|called off|call off|postpone\w*|put off|scrapped|shelved|abandoned|put on hold|on ice|"
     r"suspended|halted|dropped|"
     r"delayed indefinitely|pulled the plug"),
    ("under way", "status", "tension",
     r"(?:has|have|had) (?:already )?(?:begun|started)|under ?way|in progress|(?:work|building|"
     r"construction|digging) (?:has )?(?:began|started|begun)|"
     r"already (?:being|at work|working)",
     r"yet to (?:begin|start)|(?:has|have|had) (?:not|n['’]t) (?:yet )?(?:begun|started)|has yet|"
     r"not before|still (?:waiting|awaiting)|"
     r"no start date|remains? on paper"),
    ("finished", "status", "contradiction",
     r"(?:is|are|was|were|been|now) (?:finished|completed?|ready|settled|resolved|closed)|concluded|"
     r"wrapped up|(?:has|have) ended|is over|reached (?:a|an) (?:deal|agreement|settlement)",
     r"unfinished|incomplete|half-(?:built|finished)|still (?:being built|under construction|going on|"
     r"in dispute|negotiating|talking|working)|"
     r"(?:talks|negotiations|work) (?:continue|go on|drag on)|far from (?:over|finished|complete|ready)|"
     r"no (?:deal|agreement|settlement)|without (?:a|an) (?:deal|agreement)"),
    ("alive", "status", "contradiction",
     r"died|is dead|was dead|were dead|killed|passed away|pronounced dead|succumbed|lost (?:his|her) life",
     r"surviv(?:es|ed|ing)|is alive|was alive|recovering|in (?:a )?(?:stable|critical|serious) condition|"
     r"fighting for (?:his|her) life|"
     r"out of danger|escaped (?:unhurt|alive|with)|is expected to (?:live|recover|survive)"),
    ("free", "status", "contradiction",
     r"(?:was|were|been|has been|is) (?:released|freed|set free)|on bail|released on|walked free|"
     r"at liberty|(?:is|are|still|remains?) (?:at large|on the run)",
     r"(?:is|are|was|were|remains?|still|being) (?:\w+ )?(?:in custody|behind bars|in (?:jail|prison|"
     r"detention)|held|detained)|remanded in custody|"
     r"denied bail|bail (?:was )?(?:refused|denied)|recaptured"),
    ("guilty", "occurrence", "contradiction",
     r"(?:found|pleaded) guilty|convicted|condemned|guilty verdict",
     r"acquitted|cleared|not guilty|exonerated|charges (?:were )?dropped|case (?:was )?(?:dismissed|"
     r"dropped|thrown out)"),
    ("peaceful", "characterisation", "tension",
     r"peaceful(?:ly)?|orderly|without (?:incident|trouble|violence)|dignified|good-natured|festive",
     r"riot\w*|violen(?:t|ce|tly)|clash\w*|scuffles?|looting|looted|stones and bottles|"
     r"stones (?:were )?thrown|threw (?:stones|bottles)|"
     r"(?:bottles|petrol bombs) (?:were )?thrown|tear gas|brawl\w*|mayhem|chaos|ugly scenes|turned (?:ugly|"
     r"nasty)|unrest|running battles"),
    ("aimed fire", "characterisation", "contradiction",
     r"(?:opened fire|fir(?:ed|ing)|shot|shots|shooting) (?:on|at|into) (?:a |the |an )?(?!air|sky|"
     r"ground)\w+|shot dead|gunned down",
     r"warning shots?|into the air|in the air|over (?:their|the) heads|blanks|rubber bullets|no shots"),
    ("deliberate", "characterisation", "contradiction",
     r"deliberate(?:ly)?|intentional(?:ly)?|on purpose|arson\w*|sabotage\w*|murder\w*|planned|premeditated|"
     r"(?<!heart )attack(?:ed)?|foul play|suicide|set on fire|set alight|targeted",
     r"accident(?:al|ally)?|mishap|by mistake|unintentional(?:ly)?|inadvertent(?:ly)?|spontaneous(?:ly)?|"
     r"technical (?:fault|failure|defect)|"
     r"natural causes|negligence|human error|an error|misfortune|no sign of foul play|unplanned"),
    ("voluntary", "characterisation", "contradiction",
     r"voluntar(?:y|ily)|of (?:his|her|their|its) own (?:accord|free will)|willing(?:ly)?|optional|freely|"
     r"by choice|offered to|agreed to (?:leave|go|move)",
     r"compulsory|forc(?:ed|ibly|ing)|mandatory|compelled|against (?:his|her|their|its) will|coerced|"
     r"under (?:duress|pressure)|obliged|dragged|evicted|obligatory|ordered to"),
    ("success", "characterisation", "tension",
     r"success(?:ful|fully|es)?|triumph\w*|a hit|sold out|packed|full house|breakthrough|resounding|"
     r"huge turnout|well attended|flying colours|cheer(?:ed|s)|ovation|applau\w+",
     r"fail(?:ed|ure|s)?|flop(?:ped)?|fiasco|disappoint\w+|half[- ](?:empty|full)|empty (?:seats|rows)|"
     r"deadlock\w*|collapsed|stalemate|poorly attended|setback|debacle|boo(?:ed|s)|jeer\w*|whistl\w+"),
    ("friendly", "characterisation", "tension",
     r"cordial\w*|friendly|warm(?:ly)?|amicabl[ey]|constructive|fruitful|harmon\w+|in good spirits|relaxed|"
     r"productive|frank and friendly",
     r"hostil\w+|frosty|icy|heated|stormy|acrimoni\w+|tense|angr(?:y|ily)|bitter(?:ly)?|shout\w+|"
     r"stormed out|furious\w*|row|chilly"),
    ("improves", "characterisation", "tension",
     r"improv(?:es|ed|ing|ement)|recover(?:s|ed|ing|y)|rose|rises|risen|grew|growing|growth|gained|gains|"
     r"better|up by|increas\w+|boom\w*|surg\w+",
     r"worsen\w*|deteriorat\w+|fell|falls|fallen|declin(?:es|ed|ing)|shr[aiu]nk\w*|dropped|drops|"
     r"lost ground|slump\w*|down by|decreas\w+|plung\w+|sank"),
    ("unanimous", "characterisation", "contradiction",
     r"unanim\w+|without (?:a )?(?:dissent\w*|opposition)|all (?:members|parties) (?:voted|backed|agreed)|"
     r"by consensus|no one objected",
     r"narrow(?:ly|est)?|split|divided|against the votes|by (?:one|two|three|a single) votes?|"
     r"majority of (?:one|two|three)|bitterly contested|slim"),
    ("minor", "characterisation", "tension",
     r"minor|slight(?:ly)?|small|light(?:ly)?|superficial|limited damage|unhurt|unharmed|little damage",
     r"serious(?:ly)?|severe(?:ly)?|major|grave(?:ly)?|critical(?:ly)?|devastat\w+|extensive|heavy damage|"
     r"life-threatening|gutted|destroyed"),
    ("secret", "characterisation", "tension",
     r"secret(?:ly)?|in private|behind closed doors|confidential\w*|without (?:the )?knowledge|unannounced|"
     r"covert\w*",
     r"public(?:ly)?|openly|in (?:full )?public|in the open|live on|broadcast|with (?:the )?full knowledge|"
     r"announced in advance"),
    ("lifted", "scope", "tension",
     r"lift(?:s|ed)|scrapp(?:s|ed)|abolish(?:es|ed)|overturn(?:s|ed)|str(?:ikes|uck) down|repeal(?:s|ed)|"
     r"quash(?:es|ed)|end(?:s|ed) the|may \w+ [\w ]{0,40}?again|free to|for good",
     r"suspend(?:s|ed)|eas(?:es|ed)|relax(?:es|ed)|partial(?:ly)?|for now|tempor\w+|pending|in part|"
     r"for (?:one|two|three|some|certain) (?:\w+ )?(?:mines?|firms?|compan\w+|shops?|months?|weeks?)|"
     r"upheld|remains? in (?:force|place)"),
    ("permanent", "scope", "contradiction",
     r"permanent(?:ly)?|for good|for ever|forever|indefinite(?:ly)?|for life|definitive(?:ly)?|"
     r"without (?:a )?time limit|never (?:to )?(?:re-?open|return)",
     r"tempor(?:ary|arily)|for now|provisional(?:ly)?|pending|for the time being|interim|until further|"
     r"for (?:\w+ )?(?:days|weeks|months|years)|trial period|on trial|limited (?:period|time)"),
)  # fmt: skip


@cache
def axes() -> tuple[Axis, ...]:
    """All axes."""
    return tuple(
        Axis(name, kind, strength, Phrases(yes), Phrases(no)) for name, kind, strength, yes, no in _AXES
    )
