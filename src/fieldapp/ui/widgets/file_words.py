"""What the widget of a file calls it: a photo, a sound, a video and a document have words of their own."""

from PySide6.QtCore import QObject, QStandardPaths

_PLACES = {
    "image": QStandardPaths.StandardLocation.PicturesLocation,
    "audio": QStandardPaths.StandardLocation.MusicLocation,
    "video": QStandardPaths.StandardLocation.MoviesLocation,
}


class FileWords(QObject):
    """The words of one kind: `image`, `audio`, `video`, or blank for any file."""

    def __init__(self, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = kind

    @property
    def place(self) -> str:
        """Where files of this kind usually lie."""
        location = _PLACES.get(self._kind, QStandardPaths.StandardLocation.DocumentsLocation)
        return QStandardPaths.writableLocation(location)

    def noun(self) -> str:
        """Name one."""
        return {
            "image": self.tr("Photo"),
            "audio": self.tr("Enregistrement sonore"),
            "video": self.tr("Vidéo"),
        }.get(self._kind, self.tr("Fichier"))

    def files(self) -> str:
        """Name several, for the system's dialog."""
        return {
            "image": self.tr("Images"),
            "audio": self.tr("Sons"),
            "video": self.tr("Vidéos"),
        }.get(self._kind, self.tr("Fichiers"))

    def choose(self) -> str:
        """Say what the first button does."""
        return {
            "image": self.tr("Choisir une photo…"),
            "audio": self.tr("Choisir un son…"),
            "video": self.tr("Choisir une vidéo…"),
        }.get(self._kind, self.tr("Choisir un fichier…"))

    def replace(self) -> str:
        """Say what it does once there is one."""
        return {
            "image": self.tr("Choisir une autre photo…"),
            "audio": self.tr("Choisir un autre son…"),
            "video": self.tr("Choisir une autre vidéo…"),
        }.get(self._kind, self.tr("Choisir un autre fichier…"))

    def wait(self) -> str:
        """Offer to wait for the system's camera or recorder; blank for what no device of the computer makes."""
        return {
            "image": self.tr("Prendre une photo…"),
            "audio": self.tr("Enregistrer un son…"),
            "video": self.tr("Filmer…"),
        }.get(self._kind, "")

    def ask_folder(self) -> str:
        """Ask where that device writes."""
        return {
            "image": self.tr("Dossier où l’appareil photo enregistre"),
            "audio": self.tr("Dossier où l’enregistreur enregistre"),
            "video": self.tr("Dossier où la caméra enregistre"),
        }.get(self._kind, "")

    def waiting(self, folder: str) -> str:
        """Say what to do now."""
        return {
            "image": self.tr(
                "Prenez la photo avec l’application de l’ordinateur : elle sera reprise de {folder}."
            ),
            "audio": self.tr(
                "Enregistrez avec l’application de l’ordinateur : le son sera repris de {folder}."
            ),
            "video": self.tr(
                "Filmez avec l’application de l’ordinateur : la vidéo sera reprise de {folder}."
            ),
        }.get(self._kind, "{folder}").format(folder=folder)
