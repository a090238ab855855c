"""A console for texts that others wrote."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from visual.formats import inert


class InertConsole(Console):
    """A console that shows texts without the characters that hide, reorder or command."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield the segments; those that rich itself makes as commands stay as they are."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else inert(text), style, control)
