"""The base of all shapes of the service's bodies."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """Part of a body."""

    model_config = ConfigDict(extra="forbid")
