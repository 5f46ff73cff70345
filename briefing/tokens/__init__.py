"""Tokens of the o200k_base encoding, offline from the first run on."""

from briefing.tokens.tokenised import (
    Tokenised,
    count,
    encode,
    ranks,
    tokenise,
    tokenise_all,
)

__all__ = ["Tokenised", "count", "encode", "ranks", "tokenise", "tokenise_all"]
