"""Is the wording of a sentence coloured, or neutral? A fitted model, and its measure on labelled rows."""

from briefing.evaluation.neutrality.judge import coloured
from briefing.evaluation.neutrality.measure import (
    Measured,
    Wording,
    measure,
    measure_neutrality,
)

__all__ = ["Measured", "Wording", "coloured", "measure", "measure_neutrality"]
