"""Evaluation: cases with gold are briefed and scored, and the scores themselves are put to the test."""

from briefing.evaluation.case import Case, Suite
from briefing.evaluation.judges import Judge
from briefing.evaluation.judges.model import ModelJudge
from briefing.evaluation.judges.pairs import measure, read_pairs
from briefing.evaluation.judges.rules import RulesJudge
from briefing.evaluation.neutrality import measure_neutrality
from briefing.evaluation.results import Evaluation
from briefing.evaluation.running import Made, Maker, run
from briefing.evaluation.suites import read_suites
from briefing.evaluation.whole import whole

__all__ = [
    "Case",
    "Evaluation",
    "Judge",
    "Made",
    "Maker",
    "ModelJudge",
    "RulesJudge",
    "Suite",
    "measure",
    "measure_neutrality",
    "read_pairs",
    "read_suites",
    "run",
    "whole",
]
