"""The colours of charts: few, and apart from each other in a black-and-white print too."""

from dataclasses import dataclass
from typing import Final, Literal

Tone = Literal["good", "fair", "bad", "idle", "ended", "blank"]


@dataclass(frozen=True, slots=True)
class Colour:
    """The colour of an area, and of the figures on it, as six hexadecimal digits."""

    fill: str
    ink: str


COLOURS: Final[dict[Tone, Colour]] = {
    "good": Colour("1F4E79", "FFFFFF"),
    "fair": Colour("7FA7CF", "000000"),
    "bad": Colour("B3261E", "FFFFFF"),
    "idle": Colour("BFBFBF", "000000"),
    "ended": Colour("7F7F7F", "FFFFFF"),
    "blank": Colour("E9E9E9", "404040"),
}
"""`blank` is for what is not known: it is there, and says nothing."""
