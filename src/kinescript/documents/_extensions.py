"""Extensions: JSON of other programs inside a document to texts that are kept, and back."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import islice

from cattrs import Converter

from kinescript._fields import as_name
from kinescript.documents._faults import faults
from kinescript.documents._forms import EXTENSIONS, form_of
from kinescript.documents._json import laid_out
from kinescript.documents._problems import MOST, Collector, at_key, is_object, refused
from kinescript.documents._types import Annotation, Body, Plain
from kinescript.errors import DocumentError

Pairs = tuple[tuple[str, str], ...]


def teach_extensions(converter: Converter) -> None:
    """Teach *converter* that names with texts of JSON are an object of any values."""
    converter.register_structure_hook_func(_are_extensions, _read)
    converter.register_unstructure_hook_func(_are_extensions, _write)


def _are_extensions(kind: Annotation) -> bool:
    return bool(kind == EXTENSIONS)


def _read(value: Plain, kind: Annotation) -> Pairs:
    if not is_object(value):
        raise refused(form_of(kind), value)
    found = Collector()
    known: list[tuple[str, str]] = []
    for name, each in value.items():
        with found.under(at_key(name)):
            # What cannot be read has no text, so it is told here too, by the same path.
            if problems := list(islice(faults(each), MOST)):
                raise DocumentError(problems)
            known.append((as_name(name), laid_out(each)))
        if found.is_full:
            break
    found.raise_all()
    return tuple(known)


def _write(pairs: Pairs) -> Body:
    return {name: json.loads(text, parse_float=Decimal) for name, text in pairs}
