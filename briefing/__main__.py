"""`python -m briefing` is `briefing`."""

from briefing.cli.main import run

run()
