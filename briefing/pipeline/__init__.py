"""The order of the stages, and the only place where jobs run at once."""

from briefing.pipeline.channels import answered, settled
from briefing.pipeline.making import make
from briefing.pipeline.options import Options
from briefing.pipeline.planning import plan
from briefing.pipeline.progress import Progress
from briefing.pipeline.seat import Seat

__all__ = ["Options", "Progress", "Seat", "answered", "make", "plan", "settled"]
