"""Is the wording of a sentence coloured, or neutral? A fitted model, and its measure on labelled rows."""

from briefing.evaluation.neutrality.judge import Colour, colour
from briefing.evaluation.neutrality.measure import (
    Measured,
    Wording,
    measure,
    measure_neutrality,
    read_wordings,
)

__all__ = ["Colour", "Measured", "Wording", "colour", "measure", "measure_neutrality", "read_wordings"]
