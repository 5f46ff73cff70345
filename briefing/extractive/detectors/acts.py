"""Acts and roles that one party fills, in the words before and behind it."""

from __future__ import annotations

from briefing.types import Kind

ACTS: tuple[tuple[str, Kind, str, str], ...] = (
    ("blame", "attribution",
     r"claimed responsibility|(?:was|were|is|are) (?:behind|to blame|suspected|blamed|responsible)|"
     r"carried out|planted|masterminded",
     r"work of|blamed on|(?:attribut|ascrib|trac)\w+ (?:[\w'’]+ ){0,3}?to|carried out by|committed by|"
     r"claimed by|"
     r"suspicion (?:falls|fell) on|(?:points?|pointed) (?:the finger )?(?:at|to)|blam(?:es|ed|ing)|"
     r"accus(?:es|ed|ing)"),
    ("broke off", "attribution",
     r"(?:broke|broken|breaking) off|walked (?:out|away)|(?:got up and )?left the (?:table|room|talks)|"
     r"pulled out|"
     r"ended the talks|called off the talks|stormed out|refused to (?:talk|negotiate)",
     r"(?:broken off|ended|abandoned|scuppered) by"),
    ("began it", "attribution",
     r"(?:fired|shot|struck|attacked|opened fire) first|started the (?:fight|shooting|brawl|row|fire)|"
     r"threw the first",
     r"started by"),
    ("ordered", "attribution",
     r"(?:had |has )?(?:ordered|gave the order|commanded|instructed|decreed|authori[sz]ed|approved)",
     r"(?:ordered|authori[sz]ed|commissioned|approved|decreed) by|on (?:the )?orders? (?:of|from)|"
     r"on the instructions of"),
    ("proposed", "attribution",
     r"(?:had |has )?(?:proposed|suggested|put forward|came up with|initiated|first raised|thought up)",
     r"(?:proposed|suggested|put forward|initiated) by|idea of|brainchild of|proposal (?:of|by|from)"),
    ("asked", "attribution",
     r"(?:had |has )?(?:requested|asked for|applied for|invited)", r"at the request of|requested by|"
     r"invited by|at the invitation of"),
    ("found", "attribution",
     r"(?:had |has )?(?:found|discovered|spotted|stumbled (?:on|upon|across|over)|came across|noticed|"
     r"unearthed)",
     r"(?:found|discovered|spotted|noticed|unearthed|made) by"),
    ("rescued", "attribution", r"(?:had |has )?(?:rescued|saved|pulled|dragged|revived)", r"(?:rescued|"
    r"saved|pulled \w+|dragged \w+|revived) by"),
    ("alarm", "attribution", r"raised the alarm|gave the alarm|alerted|dialled|called (?:the )?(?:police|"
    r"fire|emergency|an ambulance)",
     r"alarm was (?:raised|given) by|alerted by"),
    ("paid", "attribution", r"(?:had |has |will )?(?:paid (?:for)?|financed|funded|footed|donated|"
    r"put up the money|pay for|bear the cost)",
     r"(?:paid for|financed|funded|donated|sponsored|borne|met) by|gift (?:of|from)"),
    ("wrote", "attribution", r"(?:had |has )?(?:wrote|written|penned|drafted|composed|painted|designed|"
    r"invented|built)",
     r"(?:written|penned|drafted|composed|painted|designed|invented|built|developed|drawn up) by|work by"),
    ("leaked", "attribution",
     r"(?:had |has )?(?:leaked|tipped off|blew the whistle|passed (?:on )?the)", r"(?:leaked|tipped off|"
     r"passed on) by"),
    ("killed", "attribution", r"(?:had |has )?(?:killed|shot|stabbed|murdered|strangled)", r"(?:killed|"
    r"shot|stabbed|murdered|attacked|bitten) by"),
    ("scored", "attribution", r"scored|netted|headed in|converted|struck the winner", r"goal (?:by|from)|"
    r"scored by"),
    ("drove", "attribution", r"was (?:driving|at the wheel|at the controls|flying|steering)", r"(?:driven|"
    r"flown|piloted|steered) by"),
    ("owner", "identity",
     r"(?:has |have |is to |will )?(?:bought|buys?|acquired?|acquires|takes over|took over|snapped up|"
     r"purchased)",
     r"new owners?(?: of [^.;,]{1,40})? (?:is|are|will be)|(?:bought|acquired|purchased|taken over|"
     r"snapped up|owned) by|sold to|"
     r"(?:goes|passes|went|passed|belongs?) to|in the hands of|buyer is"),
    ("leader", "identity",
     r"(?:will|is to|was (?:appointed|named|chosen|elected|picked) (?:as |to )?|(?:has|"
     r"have) been (?:appointed|named|chosen|elected)(?: as| to)?|"
     r"is the new|becomes|became|takes over as|took over as|will succeed|succeeds|replaces)(?: (?:lead|"
     r"head|chair|succeed|replace|coach))?",
     r"(?:led|headed|chaired|coached|replaced|succeeded|presided over) by|successor (?:is|will be)|"
     r"(?:goes|went|falls|fell|passed) to|post (?:goes|went) to"),
    ("winner", "identity", r"(?:has |have )?(?:won|wins|triumphed|clinched|beat|lifted the|came first|"
    r"finished first|took (?:gold|first|the))",
     r"(?:won|claimed|taken) by|(?:prize|award|title|cup|medal|gold|victory|contract) (?:went|goes|"
     r"was awarded) to|awarded to|winner (?:is|was)"),
    ("victim", "identity", r"(?:was|has been) (?:named|identified) as the (?:victim|dead)", r"(?:named|"
    r"identified) as|victim (?:is|was)"),
)  # fmt: skip
"""Name, kind of disagreement, verbs behind the party, and words before it."""
PARTIES = """
    union operator government police army company ministry opposition council court president
    minister mayor parliament owner driver captain pilot neighbour neighbor passer-by walker hiker
    fisherman fishermen son daughter wife husband mother father brother sister tourist guard rebels
    soldiers prosecutors judge employers management workers protesters residents villagers
    firefighters crew boy girl cook cleaner postman farmer shepherd navy coastguard organisers
    organizers club bank donor foundation king queen prince bishop teacher doctor nurse student
    employee customer lawyer secretary chairman chairwoman director insurer insurers regulator
    contractor developer landlord tenant passenger passengers jogger angler diver divers climbers
    schoolboy schoolgirl pensioner builder
""".split()
"""Who acts without a name."""
