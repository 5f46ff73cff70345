"""The plan over partitioned frames: the only user of daft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import signature
from pathlib import Path
from typing import Any, TypeAlias

import daft
from daft import DataType, col
from daft.functions import list_count, monotonically_increasing_id

from briefing.dedup.near import HOPEFUL_CONTAINMENT, HOPEFUL_JACCARD
from briefing.scale import rows

Frame: TypeAlias = Any
"""A frame of daft, whose types are there only with the extra."""

OPTIONAL = ("id", "title", "url", "source", "published")
"""Columns that an input may have beside `text`."""

BATCH = 256
"""Documents that a worker takes at once; some megabytes, beside which its calls cost nothing."""

_NUMBERS = DataType.list(DataType.int64())
_READ = {
    "digest": DataType.string(),
    "says": DataType.bool(),
    "size": DataType.int64(),
    "shingles": DataType.list(DataType.uint64()),
    "voice": DataType.string(),
}
_PAIRED = {"first": _NUMBERS, "second": _NUMBERS}
_COMPARED = {"both": DataType.int64(), "in_first": DataType.int64(), "in_second": DataType.int64()}
_TOLD = {"voice": DataType.string(), "copies": _NUMBERS}


def use_ray(address: str | None) -> None:
    """From here on, all frames are on the Ray cluster at this address; None: one on this machine."""
    daft.set_runner_ray(address)


def read(sources: list[str]) -> Frame:
    """The documents of Parquet or JSON Lines files, cleaned and shingled; `day` is that of publication.

    They are numbered by publication (unknown: at the end), id and text: no engine keeps the order of rows,
    and what comes first of several carriers of one text must be the same on each.
    """
    open_ = daft.read_parquet if all(name.endswith(".parquet") for name in sources) else daft.read_json
    frame = open_(sources)
    for name in OPTIONAL:
        if name not in frame.column_names:
            frame = frame.with_column(name, daft.lit(None).cast(DataType.string()))
    frame = frame.select(
        _batched(rows.days, DataType.float64())(col("published")).alias("day"),
        *(col(name).cast(DataType.string()) for name in ("text", *OPTIONAL)),
    )
    frame = frame.sort(["day", "id", "text"])
    frame = frame.with_column("number", monotonically_increasing_id().cast(DataType.int64()))
    return _with(frame, "made", _batched(rows.read, DataType.struct(_READ))(col("text"), col("title")), _READ)


def only(documents: Frame, numbers: list[int]) -> Frame:
    """The documents with these numbers."""
    return documents.join(daft.from_pydict({"number": numbers}), on="number")


def candidates(documents: Frame, rate: int) -> Frame:
    """The pairs of documents that share shingles enough to be looked at."""
    sampled = _batched(lambda shingles: rows.sampled(shingles, rate), _READ["shingles"])
    shingles = documents.select("number", sampled(col("shingles")).alias("shingle"))
    held = shingles.select("number", list_count(col("shingle")).cast(DataType.int64()).alias("held"))
    shared = shingles.explode("shingle").where(col("shingle").not_null()).groupby("shingle")
    several: Any = list_count(col("numbers"))  # an expression, whose type has no ">"
    holders = shared.agg(col("number").list_agg().alias("numbers")).where(several > 1)
    pairs = _with(
        holders.select("numbers"),
        "pair",
        _batched(rows.paired, DataType.struct(_PAIRED), None)(col("numbers")),
        _PAIRED,
    )
    counted = pairs.select("first", "second").explode("first", "second").groupby("first", "second")
    both = counted.agg(col("first").count().cast(DataType.int64()).alias("both"))
    for side in ("first", "second"):
        named = held.select(col("number").alias(side), col("held").alias(f"held_{side}"))
        both = both.join(named, on=side)
    a, b, in_both = col("held_first"), col("held_second"), col("both")
    jaccard = in_both >= (a + b - in_both) * HOPEFUL_JACCARD
    contained = (in_both >= a * HOPEFUL_CONTAINMENT) | (in_both >= b * HOPEFUL_CONTAINMENT)
    return both.where(jaccard | contained).select("first", "second")


def overlaps(pairs: Frame, documents: Frame) -> Frame:
    """Each pair with the shingles that both have, counted: the exact check of every candidate."""
    for side in ("first", "second"):
        texts = documents.select(col("number").alias(side), col("shingles").alias(f"shingles_{side}"))
        pairs = pairs.join(texts, on=side)
    found = _with(
        pairs,
        "found",
        _batched(rows.compared, DataType.struct(_COMPARED))(col("shingles_first"), col("shingles_second")),
        _COMPARED,
    )
    return found.select("first", "second", *_COMPARED)


def voices(documents: Frame, carried: dict[int, int]) -> Frame:
    """What each origin of several documents says; `carried` is the origin of each of these documents."""
    of = daft.from_pydict({"number": [*carried], "origin": [*carried.values()]})
    joined = documents.select("number", "text", "title").join(of, on="number").groupby("origin")
    names = ("number", "text", "title")
    gathered = joined.agg(*(col(name).list_agg().alias(f"{name}s") for name in names))
    made = _with(
        gathered,
        "told",
        _batched(rows.told, DataType.struct(_TOLD))(col("numbers"), col("texts"), col("titles")),
        _TOLD,
    )
    return made.select("origin", *_TOLD)


def kept(made: Callable[[], Frame], folder: Path) -> Frame:
    """The frame as partitioned Parquet in `folder`; what an earlier run left whole is not made again."""
    whole = folder / "whole"
    if not whole.exists():
        made().write_parquet(str(folder), write_mode="overwrite")
        whole.touch()
    return daft.read_parquet(sorted(str(part) for part in folder.glob("*.parquet")))


def told(frame: Frame, *names: str) -> Iterator[dict[str, Any]]:
    """The rows, with these columns, batch by batch."""
    yield from frame.select(*names).iter_rows()


def written(table: dict[str, list[Any]], documents: Frame, folder: Path) -> None:
    """The documents with what became of them, as partitioned Parquet."""
    grouped = documents.select("number", *OPTIONAL, "text").join(daft.from_pydict({**table}), on="number")
    grouped.write_parquet(str(folder), write_mode="overwrite")


def _with(frame: Frame, name: str, made: Any, fields: dict[str, Any]) -> Frame:
    """The frame with the fields of a struct as columns."""
    frame = frame.with_column(name, made)
    return frame.with_columns({field: col(name)[field] for field in fields}).exclude(name)


def _batched(work: Callable[..., list[Any]], returns: Any, size: int | None = BATCH) -> Any:
    """A function over lists as one over columns."""

    def of_one(column: Any) -> list[Any]:
        return work(column.to_pylist())

    def of_two(one: Any, other: Any) -> list[Any]:
        return work(one.to_pylist(), other.to_pylist())

    def of_three(one: Any, other: Any, third: Any) -> list[Any]:
        return work(one.to_pylist(), other.to_pylist(), third.to_pylist())

    shape = (of_one, of_two, of_three)[len(signature(work).parameters) - 1]
    return daft.func.batch(return_dtype=returns, batch_size=size)(shape)
