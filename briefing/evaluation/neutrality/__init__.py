"""Is the wording of a sentence coloured, or neutral? A fitted model, and its measure on labelled rows."""

from briefing.evaluation.neutrality.judge import coloured
from briefing.evaluation.neutrality.measure import (
    MeasuredWording,
    Wording,
    measure,
    measure_neutrality,
)

__all__ = ["MeasuredWording", "Wording", "coloured", "measure", "measure_neutrality"]
