"""What runs `briefing send` unattended: a crontab, or the units of systemd, as text."""

from briefing.schedule.crontab import crontab
from briefing.schedule.job import Job, Need
from briefing.schedule.timing import Timing
from briefing.schedule.units import service, timer

__all__ = ["Job", "Need", "Timing", "crontab", "service", "timer"]
