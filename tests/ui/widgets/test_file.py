"""A file is chosen, dropped or picked up; kept in another thread, shown, replaced, removed and copied out."""

import threading

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage

from fieldapp.store import FileFacts
from fieldapp.ui.widgets.answer import Asked, Files
from fieldapp.ui.widgets.file import FileWidget, wish_of
from fieldapp.usecases.attachments import LONGEST_SIDE, Wish, read_file

SOUND = b"ID3 a voice"


class Shelf:
    """Keeps files in memory as a workspace would, and can be told to take its time."""

    def __init__(self):
        self.kept = {}
        self.threads = set()
        self.gate = threading.Event()
        self.gate.set()

    def files(self):
        return Files(
            keep=lambda *_: "",
            fetch=lambda value: self.kept[value].data,
            take=self._take,
            copy=lambda value, target: target.write_bytes(self.kept[value].data),
            facts=self._facts,
        )

    def _take(self, path, wish):
        self.gate.wait(5)
        self.threads.add(threading.get_ident())
        ready = read_file(path, wish)
        self.kept[f"{len(self.kept)}.{ready.extension}"] = ready
        return f"{len(self.kept) - 1}.{ready.extension}"

    def _facts(self, value):
        ready = self.kept.get(value)
        return ready and FileFacts(ready.name, ready.media_type, ready.extension, len(ready.data))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def build(qtbot, speech, shelf):
    def build(mediatype="audio/*"):
        widget = FileWidget(Asked("upload", "binary", (), shelf.files(), mediatype=mediatype))
        qtbot.addWidget(widget)
        widget.given = []
        widget.answered.connect(widget.given.append)
        widget.describe("Entretien", "")
        return widget

    return build


@pytest.fixture
def sound(tmp_path):
    path = tmp_path / "voix de Salma.mp3"
    path.write_bytes(SOUND)
    return path


def taken(widget, path):
    widget.take(path)
    widget.commit()
    return widget


def test_a_file_is_kept_in_another_thread_and_named(build, shelf, sound):
    widget = taken(build(), sound)
    assert widget.given == ["0.mp3"]
    assert len(shelf.threads - {threading.get_ident()}) == 1
    assert widget.face.words == "\u2066voix de Salma.mp3\u2069 · Enregistrement sonore · 1 ko"
    assert "voix de Salma.mp3" in widget.choose_button.accessibleDescription()


def test_who_leaves_meanwhile_loses_nothing(build, shelf, sound):
    shelf.gate.clear()
    widget = build()
    widget.take(sound)
    assert (widget.given, widget.note) == ([], "Lecture du fichier…")
    threading.Timer(0.05, shelf.gate.set).start()
    widget.commit()
    assert widget.given == ["0.mp3"]


def test_a_widget_that_goes_meanwhile_takes_nothing_down_with_it(qtbot, build, shelf, sound):
    shelf.gate.clear()
    widget = build()
    widget.take(sound)
    job = widget._job
    widget.deleteLater()
    with qtbot.waitSignal(job.finished):
        shelf.gate.set()
    assert list(shelf.kept) == ["0.mp3"]


def test_a_refusal_is_said_and_the_answer_stays(build, sound, tmp_path):
    widget = taken(build(), sound)
    (tmp_path / "lettre.pdf").write_bytes(b"%PDF-1.7")
    taken(widget, tmp_path / "lettre.pdf")
    assert widget.given == ["0.mp3"]
    assert "lettre.pdf" in widget.note
    assert widget._said.property("tone") == "problem"


def test_two_hundred_megabytes_are_refused_in_words(build, tmp_path):
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(200_000_000)
    assert "50 Mo" in taken(build("video/*"), tmp_path / "film.mp4").note


def test_a_photo_is_shrunk_and_shown(build, shelf, tmp_path):
    image = QImage(4000, 3000, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Comment", "34.0209 -6.8416")
    assert image.save(str(tmp_path / "photo.png"))
    widget = taken(build("image/*"), tmp_path / "photo.png")
    kept = shelf.kept["0.jpg"].data
    assert QImage.fromData(kept).width() == LONGEST_SIDE
    assert b"34.0209" not in kept
    assert not widget.face.picture.pixmap().isNull()


def test_a_file_removed_can_be_brought_back_by_undo(build, sound):
    widget = taken(build(), sound)
    widget.remove_button.click()
    assert (widget.given[-1], widget.note) == ("", "Retiré. Ctrl+Z le fait revenir.")
    assert widget.face.isHidden()
    widget.set_value("0.mp3")
    assert not widget.face.isHidden()


def drop(widget, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)
    widget.commit()


def test_a_file_is_dropped(build, sound):
    widget = build()
    drop(widget, sound)
    assert widget.given == ["0.mp3"]


def test_what_a_locked_record_holds_can_only_be_copied_out(build, sound, tmp_path):
    widget = taken(build(), sound)
    widget.set_locked(is_locked=True)
    drop(widget, sound)
    widget.copy_to(tmp_path / "copie.mp3")
    widget.commit()
    assert widget.given == ["0.mp3"]
    assert (tmp_path / "copie.mp3").read_bytes() == SOUND
    shown = [part for part in widget._fields() if not part.isHidden()]
    assert shown == [widget.copy_button]


def test_the_recorders_file_is_picked_up_once_it_is_written_to_its_end(build, sound, tmp_path):
    widget = build()
    widget.watch(tmp_path)
    watch = widget._files.watch
    watch.look()
    assert watch.is_waiting, "what lies there already is not meant"
    (tmp_path / "nouveau.mp3").write_bytes(b"ID3 begun")
    watch.look()
    (tmp_path / "nouveau.mp3").write_bytes(b"ID3 begun and ended")
    (tmp_path / "photo.jpg").write_bytes(b"not asked for")
    watch.look()
    assert widget.given == []
    watch.look()
    widget.commit()
    assert widget.given == ["0.mp3"]
    assert (watch.is_waiting, widget.bin_button.isHidden()) == (False, False)


def test_one_question_waits_at_a_time(build, shelf, tmp_path):
    first, second = build(), build()
    second._files = first._files
    first.watch(tmp_path)
    second.watch(tmp_path)
    assert first.wait_button.text() == "Enregistrer un son…"
    assert second.wait_button.text() == "Ne plus attendre"
    second.wait_button.click()
    assert not second._files.watch.is_waiting


def test_a_question_that_is_gone_waits_for_nothing(qapp, speech, shelf, tmp_path):
    widget = FileWidget(Asked("upload", "binary", (), shelf.files(), mediatype="audio/*"))
    watch = widget._files.watch
    widget.watch(tmp_path)
    widget.deleteLater()
    qapp.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
    (tmp_path / "nouveau.mp3").write_bytes(SOUND)
    watch.look()
    watch.look()
    assert not watch.is_waiting


def test_a_form_says_how_large_a_photo_may_be_and_whether_its_place_stays():
    assert wish_of("image", {}) == Wish("image", LONGEST_SIDE, keeps_place=False)
    assert wish_of("image", {"max-pixels": "640", "photo-place": "keep"}) == Wish(
        "image", 640, keeps_place=True
    )
    assert wish_of("image", {"max-pixels": "much"}).longest_side == LONGEST_SIDE
