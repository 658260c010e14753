"""Three states of one draft into one: what it was, what one person made of it, and what another did meanwhile.

In: the state that a form began with, the state that was sent, and the state that stands, as frozen values. Out: one
state, and what two people did to the same place, for a person to choose.
May not import: Django, models, or any other room. It is pure.
"""

from __future__ import annotations

from articles.reconciling.drafts import Conflict, Reconciled, Row, State, reconcile

__all__ = ["Conflict", "Reconciled", "Row", "State", "reconcile"]
