"""The order of the stages, and the only place where jobs run at once."""

from briefing.pipeline.channels import answered, settled
from briefing.pipeline.making import make
from briefing.pipeline.options import Options, Progress, Seat
from briefing.pipeline.planning import plan

__all__ = ["Options", "Progress", "Seat", "answered", "make", "plan", "settled"]
