"""Journeys start from the same training workspace and centre as the use cases."""

from tests.usecases.conftest import enrolled, workspace

__all__ = ["enrolled", "workspace"]
