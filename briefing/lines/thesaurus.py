"""Words that news writers use for one another: two reports of one thing seldom choose the same."""

from __future__ import annotations

from briefing.words import stem, stems

_GROUPS = """
    custom tradition practice ceremony ritual rite
    myth legend folklore folktale tale fable
    law legislation statute act decree
    kill slay murder dead death die fatal fatality casualty deadly
    injure wound hurt injury
    attack assault strike raid bombing blast explosion
    troop soldier force military army
    ceasefire truce armistice
    proposal proposition offer plan initiative
    withdraw withdrawal pullout
    police officer cop policeman
    arrest detain apprehend custody
    shoot shot shooting gunfire gunman gun
    child kid boy girl son daughter infant baby
    teen teenager youth adolescent
    mother mom mum
    father dad
    wife husband spouse
    flight plane aircraft jet
    airline airliner carrier
    company firm corporation business
    buy purchase acquire acquisition
    layoff redundancy axe cull
    segregate separate segregation separation apart
    speech address
    talk negotiation negotiate discussion meeting met encounter summit
    deal agreement accord pact treaty
    vote ballot election poll
    resign resignation quit depart departure
    dismiss sack oust
    choose pick select name appoint nominate
    begin start launch commence
    end finish stop halt cease suspend suspension freeze
    ban bar prohibit forbid block
    build construct construction
    show reveal disclose expose
    find discover discovery
    hide conceal
    accuse allege allegation accusation charge
    lawsuit suit sue
    court judge tribunal
    jail prison imprison
    sentence sentenced
    money cash fund funding
    pay payment paid
    rise increase grow climb soar
    fall decrease drop decline plunge
    big large huge giant massive colossal
    video footage clip film
    photo photograph image picture
    doctor physician surgeon medic
    surgery operation procedure
    fire blaze
    storm hurricane typhoon cyclone
    quake earthquake tremor
    flood flooding
    house home residence
    car vehicle automobile
    street road highway
    protest demonstration rally demonstrator protester
    immigrant migrant refugee
    hostage captive
    rebel insurgent militant fighter
    leader chief head
    spokesman spokeswoman spokesperson
    help aid assist assistance
    demand require condition
    missile rocket
    nuclear atomic
    test testing
    visit trip travel
    letter note memo
    email e-mail
    president presidential
    site location venue
    leave exit
    close shut shutdown closure
    fulfil fulfill honor honour
    cost price expense
    adopt adoption
    job position post
"""


def _firsts() -> dict[str, str]:
    """The stem of each word, and that of the first of its group; raises ValueError where it is in two."""
    found: dict[str, str] = {}
    for group in _GROUPS.strip().splitlines():
        stems_of = dict.fromkeys(map(stem, group.split()))
        if twice := found.keys() & stems_of.keys():
            raise ValueError(f"in two groups of words: {', '.join(sorted(twice))}")
        found.update(dict.fromkeys(stems_of, next(iter(stems_of))))
    return found


_FIRST = _firsts()


def sequence(text: str) -> tuple[str, ...]:
    """The stems of the text's telling words in order, each replaced by the first of its group."""
    return tuple(_FIRST.get(word, word) for word in stems(text))


def concepts(text: str) -> frozenset[str]:
    """What the text speaks of: the same without order and repetition."""
    return frozenset(sequence(text))
