"""Which desk stands before which store."""

from __future__ import annotations

from api.asking import Desk, DeskHere
from api.asking_afar import DeskAfar
from api.settings import Settings
from api.stores import is_local


def desk_of(settings: Settings) -> Desk:
    """Return the desk for the store of `settings`, which is opened when first asked for."""
    return DeskHere(settings) if is_local(settings.store) else DeskAfar(settings)
