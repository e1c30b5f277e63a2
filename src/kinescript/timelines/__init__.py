"""What, to the second: a routine becomes a timeline of steps."""

from kinescript.timelines._assumed import assumed
from kinescript.timelines._bounds import Bounds
from kinescript.timelines._build import timeline, timeline_of
from kinescript.timelines._cues import Cue, CueKind, cues
from kinescript.timelines._groups import component_node
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import (
    Basis,
    Ending,
    GroupMark,
    ItemMark,
    Level,
    Mark,
    Place,
    RoleMark,
    SideMark,
    StepKind,
    WayMark,
)
from kinescript.timelines._order import in_order
from kinescript.timelines._step import Step
from kinescript.timelines._timeline import Steps, Timeline
from kinescript.timelines._told import Assumed, Manner, reason_for, said
from kinescript.timelines._tree import (
    Amount,
    Node,
    RepeatNode,
    SequenceNode,
    StepNode,
    Timing,
)

__all__ = [
    "Amount",
    "Assumed",
    "Basis",
    "Bounds",
    "Cue",
    "CueKind",
    "Ending",
    "GroupMark",
    "ItemMark",
    "Level",
    "Manner",
    "Mark",
    "Node",
    "Place",
    "Policy",
    "RepeatNode",
    "RoleMark",
    "SequenceNode",
    "SideMark",
    "Step",
    "StepKind",
    "StepNode",
    "Steps",
    "Timeline",
    "Timing",
    "WayMark",
    "assumed",
    "component_node",
    "cues",
    "in_order",
    "reason_for",
    "said",
    "timeline",
    "timeline_of",
]
