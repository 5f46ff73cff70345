"""Tokens of the o200k_base encoding, offline from the first run on."""

from briefing.tokens.tokenised import (
    Tokenised,
    count,
    ranks,
    tokenise,
)

__all__ = ["Tokenised", "count", "ranks", "tokenise"]
