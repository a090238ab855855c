"""Which desk stands before which store."""

from __future__ import annotations

from api.asking import Desk, DeskHere
from api.asking_afar import DeskAfar
from api.settings import Settings
from api.stores import is_afar


def desk_of(settings: Settings) -> Desk:
    """Return the desk for the store of `settings`, which is opened when first asked for."""
    return DeskAfar(settings) if is_afar(settings.store) else DeskHere(settings)
