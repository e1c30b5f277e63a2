"""A prescription on a calendar becomes sessions, each with its timeline."""

from kinescript.plans._plan import PLANNER, Plan, plan
from kinescript.plans._session import Session, Unplaced, Unscheduled

__all__ = ["PLANNER", "Plan", "Session", "Unplaced", "Unscheduled", "plan"]
