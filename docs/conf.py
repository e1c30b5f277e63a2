"""Sphinx configuration."""

from importlib.metadata import version as installed

from docutils.nodes import Element, TextElement
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

project = "kinescript"
author = "the kinescript contributors"
project_copyright = f"2026, {author}"
release = version = installed("kinescript")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "kinescript"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

nitpicky = True
nitpick_ignore_regex = [
    # Other people's names: building the pages needs no network.
    (r"py:.*", r"(?!kinescript\b)\w+\..*"),
]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True


def find_public_name(
    app: Sphinx,
    env: BuildEnvironment,
    node: pending_xref,
    contnode: TextElement,
) -> Element | None:
    """Point a reference to a private module at the public name it has."""
    target = str(node.get("reftarget", ""))
    if node.get("refdomain") != "py" or not target.startswith("kinescript."):
        return None
    domain = env.domains.python_domain
    name = target.rpartition(".")[2]
    public = [full for full in domain.objects if full.rpartition(".")[2] == name]
    if len(public) != 1:
        return None
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", public[0], node, contnode)


def setup(app: Sphinx) -> None:
    """Register the hook above."""
    app.connect("missing-reference", find_public_name)
