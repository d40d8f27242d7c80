"""A program that exchanges and dies in the middle of it, as one that is killed: run by `test_team_crash`."""

import os
import sys
from pathlib import Path

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases import exchange_team
from fieldapp.usecases.open_workspace import open_workspace


def die(*_arguments, **_named):
    os._exit(9)


if __name__ == "__main__":
    at, where = Path(sys.argv[1]), sys.argv[2]
    setattr(exchange_team, where, die)
    exchange_team.exchange_team(open_workspace(at, passphrase=TRAINING_PASSPHRASE))
