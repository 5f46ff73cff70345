"""What a brief costs its reader and its maker: repetition, words, calls, tokens, money, seconds."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.evaluation.score import Score
from briefing.evaluation.sending import Sending, sending
from briefing.evaluation.subject import Subject
from briefing.grounding import near_duplicates
from briefing.words import count_words


def repetition(subject: Subject) -> Score:
    """Statements that nearly repeat an earlier one."""
    statements = subject.account.statements
    pairs = list(near_duplicates([s.text for s in statements]))
    again = {j: i for i, j in reversed(pairs)}
    return Score.count(
        f"{statements[j].where} repeats {statements[i].where}" for j, i in sorted(again.items())
    )


def words(subject: Subject) -> Score:
    """Words of the stories' sentences, the disagreements left out."""
    return Score(float(sum(count_words(s.text) for s in subject.account.sentences)))


def calls(subject: Subject) -> Score:
    """Calls of the model, those that the cache answered among them."""
    usage = _usage(subject)
    return Score(usage.get("calls", 0.0) + usage.get("cached_calls", 0.0))


def tokens(subject: Subject) -> Score:
    """Tokens of prompts and completions."""
    usage = _usage(subject)
    return Score(usage.get("prompt_tokens", 0.0) + usage.get("completion_tokens", 0.0))


def source_text_sent(subject: Subject) -> Score:
    """How often each token of the sources' text is sent to the model, over all stages; rules not counted."""
    return Score(_sending(subject).times)


def source_text_fresh(subject: Subject) -> Score:
    """The same without what an earlier request of the run begins with: that a prefix cache could serve."""
    return Score(_sending(subject).fresh_times)


def _sending(subject: Subject) -> Sending:
    account = subject.account
    texts = [sentence.text for source in account.texts for sentence in account.read(source)]
    return sending(subject.requests, texts if subject.requests else ())


def cost_usd(subject: Subject) -> Score:
    """US dollars, None where the price is unknown."""
    return Score(_usage(subject).get("cost_usd"))


def seconds(subject: Subject) -> Score:
    """Seconds from the first call to the finished brief."""
    return Score(_usage(subject).get("seconds"))


def dropped(subject: Subject) -> Score:
    """Statements proposed and then dropped / proposed."""
    checks = subject.account.brief.get("checks", {})
    return Score.ratio(int(checks.get("dropped", 0)), int(checks.get("proposed", 0)))


def _usage(subject: Subject) -> Mapping[str, float]:
    usage = subject.account.brief.get("usage", {})
    return {k: float(v) for k, v in usage.items() if isinstance(v, int | float)}
