"""What can be done with a record is the same in the menu of the list and in that of the page that fills it."""

from PySide6.QtWidgets import QMenu

from fieldapp.ui.record_actions import RecordActions


def test_an_action_shows_only_for_the_records_it_is_for(desk):
    actions = RecordActions()
    done = []
    actions.add("read", "eye", words=lambda: "Lire", run=done.append)
    actions.add(
        "print", "file-text", words=lambda: "Imprimer", run=done.append, shows=lambda one: one.revision > 0
    )
    draft = desk.start("visite").record
    menu = QMenu()
    actions.fill(menu, draft)
    assert [action.text() for action in menu.actions()] == ["Lire"]
    menu.actions()[0].trigger()
    assert done == [draft.record_id]


def test_the_page_that_fills_offers_what_the_list_offers(window, filling):
    filling._menu.aboutToShow.emit()
    record = filling.bridge.opened.record
    offered = window.records.record_actions.keys(record)
    names = [action.objectName() for action in filling._menu.actions()]
    assert [name for name in names if name in offered] == offered
