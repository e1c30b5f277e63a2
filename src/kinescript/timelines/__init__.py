"""What, to the second: a routine becomes a timeline of steps."""

from kinescript.timelines._assumed import Assumed, Manner, assumed, reason_for, said
from kinescript.timelines._build import item_node, timeline, timeline_of
from kinescript.timelines._cues import Cue, CueKind, cues
from kinescript.timelines._lengths import Bounds, Policy
from kinescript.timelines._step import Step
from kinescript.timelines._timeline import Steps, Timeline
from kinescript.timelines._tree import (
    Basis,
    Ending,
    ItemMark,
    Level,
    Mark,
    Node,
    Place,
    RepeatNode,
    SequenceNode,
    SideMark,
    StepKind,
    StepNode,
    Timing,
)

__all__ = [
    "Assumed",
    "Basis",
    "Bounds",
    "Cue",
    "CueKind",
    "Ending",
    "ItemMark",
    "Level",
    "Manner",
    "Mark",
    "Node",
    "Place",
    "Policy",
    "RepeatNode",
    "SequenceNode",
    "SideMark",
    "Step",
    "StepKind",
    "StepNode",
    "Steps",
    "Timeline",
    "Timing",
    "assumed",
    "cues",
    "item_node",
    "reason_for",
    "said",
    "timeline",
    "timeline_of",
]
