"""A model at a server of the test."""

from __future__ import annotations

from chaos import Chaos

from briefing.llm.openai import OpenAIModel

KEY = "sk-very-secret-0123456789"


def model(server: Chaos, key: str | None = KEY, timeout: float = 5.0) -> OpenAIModel:
    return OpenAIModel("any", server.url, key, timeout)
