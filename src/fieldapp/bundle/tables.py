"""The tables a bundle may hold: their columns, the types of their cells, their keys, as data."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from fieldapp.bundle.content import ReceiptStatus
from fieldapp.records.change import Op
from fieldapp.records.receipt import ItemSeverity

_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_STEP = rf"[^\W\d][\w.\-]*(?:\[{_UUID}\])?"
UUID_PATTERN = f"^{_UUID}$"
SHA256_PATTERN = "^[0-9a-f]{64}$"
PATH_PATTERN = rf"^{_STEP}(?:/{_STEP})*(?:/@present|/@rank)?$"


@dataclass(frozen=True, slots=True)
class CellType:
    """What the cells of a column may hold, in the words of Frictionless, of SQL, and as our own check."""

    frictionless: str
    sql: str
    code: str = ""
    """The refusal of a cell that does not pass."""
    accepts: Callable[[str], object] | None = None
    """Whether a cell may stand here, as a truth value; `None` takes everything."""
    constraints: Mapping[str, object] = field(default_factory=dict)


def _matches(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern).fullmatch


def _pattern(pattern: str, code: str, sql: str) -> CellType:
    return CellType("string", sql, code, _matches(pattern), {"pattern": pattern})


def _enum(values: type[Op] | type[ReceiptStatus] | type[ItemSeverity], code: str) -> CellType:
    names = [str(value) for value in values]
    return CellType("string", "VARCHAR(20)", code, frozenset(names).__contains__, {"enum": names})


_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def is_moment(cell: str) -> bool:
    """Whether a cell is a moment in UTC that exists: `2026-11-22T09:30:00.000Z`."""
    return _MOMENT.fullmatch(cell) is not None and _exists(datetime.fromisoformat, cell[:19])


def is_date(cell: str) -> bool:
    """Whether a cell is a day that exists: `2026-02-28`, never 30 February."""
    return _DATE.fullmatch(cell) is not None and _exists(date.fromisoformat, cell)


def _exists(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


TEXT = CellType("string", "TEXT")
UUID = _pattern(UUID_PATTERN, "bundle.bad_id", "VARCHAR(36)")
UUIDS = _pattern(f"^{_UUID}( {_UUID})*$", "bundle.bad_id", "TEXT")
SHA256 = _pattern(SHA256_PATTERN, "bundle.bad_id", "VARCHAR(64)")
HEX = _pattern("^[0-9a-f]{8,128}$", "bundle.bad_id", "VARCHAR(128)")
TOKEN = _pattern(r"^[\w@:.+\-]{1,128}$", "bundle.bad_id", "VARCHAR(128)")
"""Identifiers that others give: actors, forms, versions, codes."""
PATH = _pattern(PATH_PATTERN, "bundle.bad_path", "TEXT")
INTEGER = CellType("integer", "BIGINT", "bundle.bad_number", _matches(r"[+-]?\d{1,18}"))
NUMBER = CellType(
    "number", "NUMERIC", "bundle.bad_number", _matches(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
)
DATE = CellType("date", "DATE", "bundle.bad_date", is_date)
MOMENT = CellType("datetime", "TIMESTAMP WITH TIME ZONE", "bundle.bad_date", is_moment, {})
OP = _enum(Op, "bundle.unknown_op")
STATUS = _enum(ReceiptStatus, "bundle.unknown_status")
SEVERITY = _enum(ItemSeverity, "bundle.unknown_severity")

FORM_TYPES: dict[str, CellType] = {
    "string": TEXT,
    "integer": INTEGER,
    "number": NUMBER,
    "date": DATE,
    "datetime": MOMENT,
}
"""Frictionless type -> cells, for tables whose columns come from a form."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    cells: CellType = TEXT
    is_required: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    """Language code -> label, for the dictionary."""
    code_list: str = ""
    since: str = "1.0"
    """Version of the format, or of the form, that brought it."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns that must name a row of another table."""

    column: str
    table: str
    reference: str


@dataclass(frozen=True, slots=True)
class TableSpec:
    """What a table looks like."""

    name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def path(self) -> str:
        """Where it stands in the bundle."""
        return f"data/{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """Its column names in order."""
        return tuple(column.name for column in self.columns)


def _labels(fr: str, ar: str, en: str) -> dict[str, str]:
    return {"fr": fr, "ar": ar, "en": en}


def _column(name: str, cells: CellType, fr: str, ar: str, en: str, *, required: bool = True) -> Column:
    return Column(name, cells, required, _labels(fr, ar, en))


def _optional(name: str, cells: CellType, fr: str, ar: str, en: str) -> Column:
    return _column(name, cells, fr, ar, en, required=False)


CHANGE = TableSpec(
    "change",
    (
        _column("stream_seq", INTEGER, "Numéro dans le flux", "الرقم في التدفق", "Number in the stream"),
        _column("change_id", UUID, "Identifiant de la modification", "معرّف التعديل", "Change identifier"),
        _column("device_id", UUID, "Poste d'origine", "الجهاز المصدر", "Device of origin"),
        _column(
            "seq", INTEGER, "Numéro dans le journal du poste", "الرقم في سجل الجهاز", "Number in the journal"
        ),
        _column(
            "at",
            MOMENT,
            "Moment, selon l'horloge du poste",
            "التاريخ والساعة",
            "Moment, by the device's clock",
        ),
        _column("actor_id", TOKEN, "Auteur", "صاحب التعديل", "Author"),
        _column("record_id", UUID, "Fiche", "الاستمارة المعبأة", "Record"),
        _column("form_id", TEXT, "Formulaire", "النموذج", "Form"),
        _optional("form_version", TEXT, "Version du formulaire", "إصدار النموذج", "Form version"),
        _column("op", OP, "Opération", "العملية", "Operation"),
        _optional("reason", TEXT, "Motif", "السبب", "Reason"),
        _optional("merge_into", UUID, "Fusionnée dans", "مدمجة في", "Merged into"),
        _column("content_hash", SHA256, "Empreinte du contenu", "بصمة المحتوى", "Content digest"),
    ),
    ("change_id",),
)
CHANGE_FIELD = TableSpec(
    "change_field",
    (
        _column("change_id", UUID, "Modification", "التعديل", "Change"),
        _column("path", PATH, "Champ", "الحقل", "Field"),
        _optional("old_value", TEXT, "Ancienne valeur", "القيمة السابقة", "Old value"),
        _optional("new_value", TEXT, "Nouvelle valeur", "القيمة الجديدة", "New value"),
        _optional("parents", UUIDS, "Modifications remplacées", "التعديلات المستبدلة", "Changes it replaces"),
        _optional(
            "salt",
            HEX,
            "Sel ; vide : valeur effacée",
            "الملح؛ فارغ: قيمة محذوفة",
            "Salt; empty: value erased",
        ),
        _column("digest", SHA256, "Empreinte de la valeur", "بصمة القيمة", "Value digest"),
    ),
    ("change_id", "path"),
    (ForeignKey("change_id", "change", "change_id"),),
)
ATTACHMENT = TableSpec(
    "attachment",
    (
        _column("sha256", SHA256, "Empreinte du fichier", "بصمة الملف", "File digest"),
        _column("extension", TOKEN, "Extension", "الامتداد", "Extension"),
        _column("media_type", TEXT, "Type de contenu", "نوع المحتوى", "Media type"),
        _column("bytes", INTEGER, "Taille en octets", "الحجم بالبايت", "Size in bytes"),
        _column("record_id", UUID, "Fiche", "الاستمارة المعبأة", "Record"),
        _optional(
            "path",
            PATH,
            "Champ ; vide : toute la fiche",
            "الحقل؛ فارغ: الاستمارة كلها",
            "Field; empty: whole record",
        ),
    ),
    (),
)
RECEIPT = TableSpec(
    "receipt",
    (
        _column("receipt_no", INTEGER, "Numéro de l'accusé", "رقم الوصل", "Receipt number"),
        _column("bundle_id", UUID, "Lot", "الحزمة", "Bundle"),
        _column("bundle_no", INTEGER, "Numéro du lot", "رقم الحزمة", "Bundle number"),
        _column("device_id", UUID, "Poste", "الجهاز", "Device"),
        _column("device_code", TOKEN, "Code du poste", "رمز الجهاز", "Device code"),
        _column("stream", TOKEN, "Flux", "التدفق", "Stream"),
        _column("status", STATUS, "État", "الحالة", "Status"),
        _column("manifest_sha256", SHA256, "Empreinte du manifeste", "بصمة البيان", "Manifest digest"),
        _column("ack_seq", INTEGER, "Reçu jusqu'au numéro", "مستلم حتى الرقم", "Received up to"),
        _column("need_from_seq", INTEGER, "Attendu à partir de", "مطلوب ابتداء من", "Needed from"),
        _column("received_at", MOMENT, "Reçu le", "تاريخ الاستلام", "Received at"),
    ),
    ("receipt_no",),
)
RECEIPT_ITEM = TableSpec(
    "receipt_item",
    (
        _column("item_no", INTEGER, "Ligne", "السطر", "Line"),
        _column("severity", SEVERITY, "Gravité", "الأهمية", "Severity"),
        _column("code", TOKEN, "Code", "الرمز", "Code"),
        _optional("change_id", UUID, "Modification", "التعديل", "Change"),
        _optional("record_id", UUID, "Fiche", "الاستمارة المعبأة", "Record"),
        _optional("path", TEXT, "Champ", "الحقل", "Field"),
        _optional("value", TEXT, "Valeur", "القيمة", "Value"),
        _optional("advice_fr", TEXT, "Que faire (français)", "ما العمل (بالفرنسية)", "What to do (French)"),
        _optional("advice_ar", TEXT, "Que faire (arabe)", "ما العمل (بالعربية)", "What to do (Arabic)"),
    ),
    ("item_no",),
)
CONFLICT = TableSpec(
    "conflict",
    (
        _column("record_id", UUID, "Fiche", "الاستمارة المعبأة", "Record"),
        _column("path", PATH, "Champ", "الحقل", "Field"),
        _column("change_id", UUID, "Modification", "التعديل", "Change"),
        _optional("value", TEXT, "Valeur proposée", "القيمة المقترحة", "Value proposed"),
        _optional(
            "agreed_value", TEXT, "Dernière valeur commune", "آخر قيمة متفق عليها", "Last agreed value"
        ),
        _column("device_code", TOKEN, "Code du poste", "رمز الجهاز", "Device code"),
        _column("actor_id", TOKEN, "Auteur", "صاحب التعديل", "Author"),
        _column("at", MOMENT, "Moment", "التاريخ والساعة", "Moment"),
    ),
    ("record_id", "path", "change_id"),
)
REQUEST = TableSpec(
    "request",
    (
        _column("device_id", UUID, "Poste", "الجهاز", "Device"),
        _column("device_name", TEXT, "Nom du poste", "اسم الجهاز", "Device name"),
        _column("actor_id", TOKEN, "Personne", "الشخص", "Person"),
        _column("actor_name", TEXT, "Nom de la personne", "اسم الشخص", "Person's name"),
        _column("age_recipient", TOKEN, "Destinataire age", "مستلم age", "age recipient"),
        _column("request_pem", TEXT, "Demande de certificat", "طلب الشهادة", "Certificate request"),
    ),
    ("device_id",),
)
ENROLMENT = TableSpec(
    "enrolment",
    (
        _column("device_id", UUID, "Poste", "الجهاز", "Device"),
        _column("device_code", TOKEN, "Code du poste", "رمز الجهاز", "Device code"),
        _column("certificate_pem", TEXT, "Certificat du poste", "شهادة الجهاز", "Device certificate"),
        _column("central_name", TOKEN, "Centre", "المركز", "Centre"),
        _column(
            "central_recipient",
            TOKEN,
            "Destinataire age du centre",
            "مستلم age للمركز",
            "Centre's age recipient",
        ),
        _optional("escrow_recipient", TOKEN, "Destinataire de secours", "مستلم الاحتياط", "Escrow recipient"),
    ),
    ("device_id",),
)
KNOWN: dict[str, TableSpec] = {
    spec.name: spec
    for spec in (CHANGE, CHANGE_FIELD, ATTACHMENT, RECEIPT, RECEIPT_ITEM, CONFLICT, REQUEST, ENROLMENT)
}
