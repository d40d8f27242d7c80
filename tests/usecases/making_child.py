"""A program that dies while it makes a workspace: run by `test_create_workspace`."""

import importlib
import os
import sys
from pathlib import Path

from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace


def die(*_arguments, **_named):
    os._exit(9)


if __name__ == "__main__":
    at, module, where, recipient, phrase = sys.argv[1:]
    setattr(importlib.import_module(module), where, die)
    create_workspace(
        Path(at),
        passphrase=phrase,
        actor=Actor("", "Amina"),
        is_training=False,
        recovery_recipient=recipient,
    )
