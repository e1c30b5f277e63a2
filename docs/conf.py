"""Sphinx configuration."""

import pkgutil
import re
from enum import Enum
from importlib import import_module
from importlib.metadata import version as installed
from types import UnionType
from typing import Any, get_args

import attrs
from docutils.nodes import Element, TextElement
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.highlighting import lexer_classes
from sphinx.pycode import ModuleAnalyzer

project = "kinescript"
author = "the kinescript contributors"
project_copyright = f"2026, {author}"
release = version = installed("kinescript")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "kinescript"
html_static_path = ["_static"]
html_css_files = ["kinescript.css"]

default_role = "py:obj"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

nitpicky = True
nitpick_ignore_regex = [
    # Other people's names: building the pages needs no network.
    (r"py:.*", r"(?!kinescript\b)\w+\..*"),
    # Type variables are no names to look up.
    (r"py:class", r"kinescript\..*\.T"),
    # Private names in signatures, and aliases that only type checkers see.
    (r"py:class", r"kinescript\..*\._\w+\.\w+|SearchStrategy"),
]

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True


TYPE_OF_ATTRIBUTE = re.compile(
    r"(^\.\. attribute:: \w+\n)(\n(?:(?: .*)?\n)+?) *\n   :type:( .*)$", re.MULTILINE
)
LONG = 30


def find_public_name(
    app: Sphinx,
    env: BuildEnvironment,
    node: pending_xref,
    contnode: TextElement,
) -> Element | None:
    """Point a bare name, or one in a private module, at the public name it has."""
    target = str(node.get("reftarget", ""))
    if node.get("refdomain") != "py" or target.partition(".")[0] not in {"kinescript", target}:
        return None
    domain = env.domains.python_domain
    name = target.rpartition(".")[2]
    known = ((full, entry) for full, entry in domain.objects.items() if not entry.aliased)
    public = [full for full, _ in known if full.rpartition(".")[2] == name]
    if len(public) != 1:
        return None
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", public[0], node, contnode)


def write_text(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Give constants the text below them, and attributes their types beside their names."""
    del app, options
    if what in {"class", "exception"}:
        lines[:] = TYPE_OF_ATTRIBUTE.sub(r"\1   :type:\3\n\2", "\n".join(lines)).split("\n")
    if what == "data":
        lines[:] = [*_text_below(name), "", *_members(obj)]


def _text_below(name: str) -> list[str]:
    home, _, constant = name.rpartition(".")
    inside = pkgutil.iter_modules(getattr(import_module(home), "__path__", ()), f"{home}.")
    texts = (
        ModuleAnalyzer.for_module(module).find_attr_docs()
        for module in (home, *(each.name for each in inside))
    )
    return next((found["", constant] for found in texts if ("", constant) in found), [])


def _members(obj: object) -> list[str]:
    kinds = get_args(obj) if isinstance(obj, UnionType) else ()
    names = (f":py:class:`{kind.__name__} <{kind.__module__}.{kind.__name__}>`" for kind in kinds)
    return [" | ".join(names)]


def write_signature(
    app: Sphinx,
    what: str,
    name: str,
    obj: type,
    options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str, None] | None:
    """Write the arguments of values as one gives them; their types stand below."""
    del app, name, options, signature, returns
    if what != "class":
        return None
    if not attrs.has(obj):
        return "", None
    fields = [field for field in attrs.fields(obj) if field.init]
    names = [f"{field.alias}{_default(field)}" for field in fields]
    free = sum(not field.kw_only for field in fields)
    return f"({', '.join([*names[:free], *['*'][: len(names) - free], *names[free:]])})", None


def _default(field: attrs.Attribute[Any]) -> str:
    if field.default is attrs.NOTHING:
        return ""
    made = isinstance(field.default, attrs.Factory)  # type: ignore[arg-type]
    text = "..." if made else repr(field.default)
    return f"={text if len(text) < LONG else '...'}"


def show_terms(
    app: Sphinx, what: str, name: str, obj: object, would_skip: object, options: object
) -> bool | None:
    """Show the members of enums, which the enum's own text explains."""
    del app, what, name, would_skip, options
    return False if isinstance(obj, Enum) else None


def setup(app: Sphinx) -> None:
    """Register the hooks above, and show the notation as plain text."""
    lexer_classes["kine"] = lexer_classes["kine-lines"] = lexer_classes["none"]
    app.connect("missing-reference", find_public_name)
    app.connect("autodoc-process-docstring", write_text, priority=900)
    app.connect("autodoc-process-signature", write_signature)
    app.connect("autodoc-skip-member", show_terms)
