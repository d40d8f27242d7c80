"""Journeys start from the same training workspace and centre as the use cases."""

from tests.usecases.conftest import enrolled, made_workspace, workspace

__all__ = ["enrolled", "made_workspace", "workspace"]
