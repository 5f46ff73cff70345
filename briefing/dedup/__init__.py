"""Text that says nothing new: repeats and page furniture in a document, one text in many sources."""

from briefing.dedup.origins import origins, voices
from briefing.dedup.reading import reading

__all__ = ["origins", "reading", "voices"]
