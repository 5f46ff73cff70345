"""What a full stop after a word means: words that it shortens, and words that begin sentences."""

from __future__ import annotations

from briefing.words import MONTHS, WEEKDAYS

TITLES = frozenset(
    """
    Adm Amb Atty Brig Capt Cmdr Col Cong Const Cpl Cpt Det Dr Drs Fr Gen Gens Gov Govs Hon Insp Lt Maj Messrs
    Mgr Mlle Mme Mr Mrs Ms Msgr Mt Pfc Pres Prof Profs Pvt Rep Reps Rev Sen Sens Sgt Supt Treas Wm Mmes e.g
    i.e cf viz vs v
    """.split()
)
"""Always followed by more of their sentence."""

COUNTED = frozenset(
    """
    Apr April Art Aug Ch Dec Eq Feb Fig Figs Jan Jul Jun Mar May No Nos Nov Oct Op Pp Ref Rs Rte Sec Sep
    Sept Ser Stat Vol Vols approx art c ca ch fig figs no nos p par pp sec vol
    """.split()
)
"""Followed by a figure that belongs to them ("No. 5", "Jan. 6"); before anything else the sentence ends."""

SHORTENED = frozenset(
    """
    Ala Ariz Ark Assn Asst Ave Bldg Blvd Bros Calif Cie Cir Co Colo Conn Corp Cos Ct Del Dept Dist Div
    Est Ft Fla Ga Hwy Ill Inc Ind Intl Jr Kan Ky La Ltd Ma Mass Md Mfg Mich Minn Miss Mo Mont Natl Neb
    Nev Okla Ont Ore Pa Ph.D Pk Pl Pt Pty Pvt Rd Rt Sq Sr St Ste Tenn Tex Univ Va Vt Wash Wis Wyo Llc
    Plc abr al bn dept ed eds est esp etc ext ft gal hr hrs inc kg km lb lbs lit ltd max min mfg misc mm
    mn oz pct resp sq tel trans yd yr yrs Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    """.split()
)
"""May end a sentence; they do where one of STARTERS follows."""

CLOCK = frozenset(["a.m", "p.m", "A.M", "P.M", "am", "pm"])
"""End a sentence unless the day or the zone follows."""

AFTER_CLOCK = frozenset(
    """
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec AEDT AEST BST
    CDT CEST CET CST CT EDT EST ET GMT HKT IST JST MDT MST MT PDT PST PT UTC Eastern Central Mountain Pacific
    Greenwich
    """.split()
).union(map(str.capitalize, (*WEEKDAYS, *MONTHS)))

STARTERS = frozenset(
    """
    A About Above According Across After Again Against All Also Although Among An And Another Any Are As
    Asked At Authorities Because Before Below Besides Between Both But By Can Could Critics Despite Did
    Do Does During Each Earlier Either Even Every Everyone Few Finally First For From Further Had Has
    Have He Her Here His How However I If In Indeed Instead Is It Its Just Last Later Less Let Like Many
    Maybe Meanwhile More Moreover Most Much My Neither Never Nevertheless Next No Nobody None Nor Not
    Nothing Now Officials Often On Once One Only Or Other Others Our Out Over People Perhaps Police
    Prosecutors Rather Recently Researchers Residents Shares She Should Similarly Since So Some Someone
    Sometimes Soon Still Such Than That The Their Them Then There Therefore These They This Those Though
    Three Through Thus To Today Tomorrow Two Under Unless Until Up Upon Was We Were What When Where
    Whether Which While Who Whose Why Will With Within Without Witnesses Would Yes Yesterday Yet You
    Your
    """.split()
)
"""Capitalised words that begin a sentence more often than they go on with a name."""

SPEECH = frozenset(
    """
    added admitted agreed announced answered argued asked asks called claimed cried declared demanded
    exclaimed explained insisted joked muttered noted pleaded recalled remarked repeated replied
    responded said says screamed shouted sighed stated suggested told tweeted wailed warned whispered
    wondered writes wrote yelled
    """.split()
)
"""Verbs after a quotation's speaker ("Why now?" Ada Holm asked)."""
