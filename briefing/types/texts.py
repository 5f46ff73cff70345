"""The texts of documents by their SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.types.document import Document


class Texts(Mapping[str, str]):
    """Each text once; it is made when it is asked for, so that no two need be there at once."""

    __slots__ = ("_documents",)

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {document.id: document for document in documents}

    def __getitem__(self, sha256: str) -> str:
        return self._documents[sha256].text

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)
