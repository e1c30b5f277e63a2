"""Sides and ways out of their trees."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable

import attrs
from lark import Token

from kinescript.model import (
    UNSAID,
    Counted,
    EachSide,
    EachWay,
    Side,
)
from kinescript.notation._pieces import (
    Piece,
    Refined,
)
from kinescript.notation._quantities import (
    or_unsaid,
    text,
)
from kinescript.notation._texts import WAYS
from kinescript.notation._types import Value


def on_one_side(pieces: list[Piece], of_dose: dict[str, list[Value]]) -> list[Piece]:
    """Make the side that stands right behind every piece, if it is one, that of the dose."""
    said = of_dose.pop("side here", [])
    if len(said) < len(pieces) or len(set(said)) > 1:
        return pieces
    of_dose.setdefault("side", []).append(said[0])
    return [attrs.evolve(piece, side=UNSAID) for piece in pieces]


def only_one(what: str, values: Iterable[Value]) -> Value:
    first, *others = values
    if any(other != first for other in others):
        raise ValueError(f"expected {what} once")
    return first


def sides_of(of_dose: dict[str, list[Value]], *, is_sum: bool) -> Value:
    names = ("each side", "first", "switch", "changing", "in total")
    said = {name: only_one(name, of_dose[name]) for name in names if name in of_dose}
    if "side" in of_dose:
        if said or is_sum:
            raise ValueError("expected one side or each side, not both")
        return only_one("a side", of_dose["side"])
    if not said and not is_sum:
        return UNSAID
    if [*said] == ["in total"] and not is_sum:
        raise ValueError("expected `each side` beside `counted in total`")
    return EachSide(
        said.get("each side", UNSAID),
        first=said.get("first", UNSAID),
        switch=said.get("switch", UNSAID),
        every=said.get("changing", 1),
        counted=Counted.IN_TOTAL if "in total" in said else Counted.PER_SIDE,
    )


def one_side(side: Side) -> Side:
    if side is Side.BOTH:
        raise ValueError(
            "`both sides` can mean two things: expected `each side` or `both sides at once`"
        )
    return side


def each_way(count: Value, kind: Token, *rest: Value) -> Refined:
    *names, order = rest
    is_quoted = kind.type == "QUOTED"
    word = text(kind) if is_quoted else kind.casefold()
    if count is not None and not is_quoted:
        word = word.removesuffix("s")
    if not is_quoted and word not in WAYS:
        known = ", ".join(sorted(WAYS))
        raise ValueError(f"expected side or one of {known}, or words in quotes, got {kind}")
    return Refined(
        "way",
        EachWay(
            word,
            names=[each for each in names if each is not None],
            count=or_unsaid(count),
            order=or_unsaid(order),
        ),
    )


def alternating() -> Refined:
    raise ValueError(
        "`alternating` can count each side or both: expected `each side by rep`, "
        "or `taking turns` where the number counts both"
    )
