"""A second process that fills a record in the real window and then waits to be killed, or told to end by a signal."""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[2]))

from fieldapp.ui.app import Starter, make_application
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.parting import Parting
from tests.ui.robot import AnsweringChooser, answer, question, write


def main(folder: Path, scratch: Path) -> None:
    app = make_application(["fieldapp"], scratch / "marks", is_dark=False)
    window = MainWindow(AnsweringChooser())
    starter = Starter(app, window, scratch / "settings.json")
    window.show()
    starter.begin(folder)
    window.start_record("visite")
    answer(window.fill, "/identite/nom", "Amal — جمعية")
    answer(window.fill, "/details/cout", "12,5")
    question(window.fill, "/details/lieu")
    write("34.0")
    Parting(app, window).catch_signals()
    print("filled", flush=True)  # noqa: T201 - what the parent waits for
    sys.exit(app.exec())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
