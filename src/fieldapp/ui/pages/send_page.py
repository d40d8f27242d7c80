"""The page that sends: link this computer with the centre once, then a file out and a receipt in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.desk import Desk
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.parts import BackHeader, button, card, ground, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import Page


class SendPage(Page):
    """Shows what can be sent and what came back.

    Signals:
        closed: The person goes back to the list.
        bundle_asked: Make the file that travels.
        receipt_asked: Read the centre's answer to one.
        request_asked: Write the request that links this computer.
        enrolment_asked: Read the centre's answer to it.
    """

    closed = Signal()
    bundle_asked = Signal()
    receipt_asked = Signal()
    request_asked = Signal()
    enrolment_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words: tuple[str, ...] = ()
        self._centre_words: tuple[str, ...] = ()
        self._waiting = self._sent = self._answered = 0
        self.setProperty("ground", "page")
        bar = BackHeader()
        bar.back_asked.connect(self.closed)
        self._back, self._title = bar.back, bar.title
        self.notice = Notice()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, Space.L, 0, Space.XL)
        column.setSpacing(Space.M)
        for part in (self._link_card(), self._bundle_card(), self._receipt_card()):
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for part in (bar, self.notice, ground(inside, Size.READING)):
            outer.addWidget(part)
        keep(self, self._say)

    def _link_card(self) -> QFrame:
        self._link, column = card()
        self._link_title = label(size="lead")
        self._link_text = label()
        self.request = button("primary", "download")
        self.request.clicked.connect(self.request_asked)
        self._link_words = label(size="lead")
        self._link_compare = label(tone="quiet")
        self.enrolment = button("", "upload")
        self.enrolment.clicked.connect(self.enrolment_asked)
        for part in (self._link_title, self._link_text):
            column.addWidget(part)
        column.addWidget(self.request, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self._link_words, self._link_compare):
            column.addWidget(part)
        column.addWidget(self.enrolment, 0, Qt.AlignmentFlag.AlignLeading)
        return self._link

    def _bundle_card(self) -> QFrame:
        self._send, column = card()
        self._send_title = label(size="lead")
        self._send_text = label()
        self.bundle = button("primary", "send")
        self.bundle.clicked.connect(self.bundle_asked)
        self.centre = label(tone="quiet", size="dense")
        for part in (self._send_title, self._send_text):
            column.addWidget(part)
        column.addWidget(self.bundle, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.centre)
        return self._send

    def _receipt_card(self) -> QFrame:
        self._receipt, column = card()
        self._receipt_title = label(size="lead")
        self._receipt_text = label()
        self._last = label(tone="quiet")
        self.receipt = button("", "mail-check")
        self.receipt.clicked.connect(self.receipt_asked)
        for part in (self._receipt_title, self._receipt_text, self._last):
            column.addWidget(part)
        column.addWidget(self.receipt, 0, Qt.AlignmentFlag.AlignLeading)
        return self._receipt

    @override
    def refresh(self) -> None:
        """Show what suits the state of this computer."""
        is_enrolled = self._desk.is_enrolled()
        self._waiting = self._desk.waiting_changes()
        self._centre_words = self._desk.centre_words()
        self._sent, self._answered = self._desk.sent_and_answered()
        self._link.setVisible(not is_enrolled)
        self._send.setVisible(is_enrolled)
        self._receipt.setVisible(is_enrolled)
        self._say()

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the next step is."""
        (self.bundle if self._desk.is_enrolled() and self.bundle.isEnabled() else self.request).setFocus()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show the words to compare with the centre by telephone."""
        self._words = words
        self._say()

    def _say(self) -> None:
        self._title.setText(self.tr("Envoyer"))
        self._say_link()
        self._say_sending()

    def _say_link(self) -> None:
        self._link_title.setText(self.tr("Relier cet ordinateur au centre"))
        self._link_text.setText(
            self.tr(
                "À faire une seule fois. 1. Préparez la demande et remettez le fichier au centre, par clé USB ou par "
                "courriel. 2. Ouvrez ici le fichier qu’il vous rend."
            )
        )
        self.request.setText(self.tr("Préparer la demande…"))
        self._link_words.setText(" · ".join(self._words))
        self._link_compare.setText(
            self.tr("Lisez ces huit mots au centre, par téléphone : il doit voir les mêmes.")
        )
        self._link_words.setVisible(bool(self._words))
        self._link_compare.setVisible(bool(self._words))
        self.enrolment.setText(self.tr("Ouvrir la réponse du centre…"))

    def _say_sending(self) -> None:
        self._send_title.setText(self.tr("Préparer un fichier d’envoi"))
        waiting = self._waiting
        if waiting:
            text = self.tr(
                "%n modification(s) à transmettre depuis le dernier accusé de réception.", "", waiting
            )
        else:
            text = self.tr("Rien de nouveau à transmettre. Les fiches partent une fois terminées.")
        chiffre = self.tr("Le fichier est chiffré et signé : seul le centre peut le lire.")
        self._send_text.setText(f"{text} {chiffre}")
        self.bundle.setText(self.tr("Préparer le fichier…"))
        trusted = self.tr("Votre centre se reconnaît à ces mots ; il doit pouvoir vous les lire : {words}")
        self.centre.setText(trusted.format(words=" · ".join(self._centre_words)))
        self.bundle.setEnabled(bool(waiting))
        self._receipt_title.setText(self.tr("Recevoir un accusé de réception"))
        self._receipt_text.setText(
            self.tr(
                "Le centre répond à chaque envoi par un fichier qui dit ce qui est intégré ou à corriger."
            )
        )
        self._last.setText(
            self.tr("Fichiers préparés : {sent}. Accusés reçus : {answered}.").format(
                sent=self._sent, answered=self._answered
            )
        )
        self._last.setVisible(bool(self._sent))
        self.receipt.setText(self.tr("Ouvrir un accusé…"))
