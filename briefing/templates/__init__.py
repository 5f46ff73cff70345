"""What the model is told: loads, checks, renders and fingerprints prompts."""

from briefing.templates.rendering import Templates, default_folder, names

__all__ = ["Templates", "default_folder", "names"]
