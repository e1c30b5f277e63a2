"""How much: a prescription becomes its volume, from one repetition to the whole programme."""

from kinescript.volumes._totals import NotDetermined, Total
from kinescript.volumes._volume import Figure, Volume, item_volumes, volume

__all__ = ["Figure", "NotDetermined", "Total", "Volume", "item_volumes", "volume"]
