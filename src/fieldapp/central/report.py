"""What the centre says to people, in French, Arabic and English, chosen from codes.

Two readers: the agent on whose laptop a receipt arrives (`advice`: what is wrong and what to do), and whoever runs
`fieldapp-central` (`import_sentence`, `status_lines`). The words for codes stand with all others in
`fieldapp.base.sentences`.
"""

from collections.abc import Mapping

from fieldapp.base.sentences import LANGUAGES, sentence
from fieldapp.central.results import CentreStatus, ImportResult, ImportStatus

Words = tuple[str, str, str]
"""One sentence in French, Arabic and English."""

_IMPORTED: Mapping[ImportStatus, Words] = {
    ImportStatus.APPLIED: (
        "{name} : reçu. {new_count} modification(s) nouvelle(s), {known_count} déjà connue(s), "
        "{quarantine_count} en quarantaine, {conflict_count} réponse(s) en discussion.",
        "{name}: تم التوصل به. {new_count} تعديل جديد، {known_count} معروف من قبل، "
        "{quarantine_count} في الحجر، {conflict_count} جواب قيد النقاش.",
        "{name}: received. {new_count} new change(s), {known_count} known before, "
        "{quarantine_count} in quarantine, {conflict_count} answer(s) in conflict.",
    ),
    ImportStatus.SAME: (
        "{name} : déjà reçu, rien de nouveau. Le même accusé de réception est rendu.",
        "{name}: سبق التوصل به، لا جديد. يُعاد إشعار التوصل نفسه.",
        "{name}: received before, nothing new. The same receipt is given again.",
    ),
    ImportStatus.REFUSED: (
        "{name} : refusé. {reason}",
        "{name}: مرفوض. {reason}",
        "{name}: refused. {reason}",
    ),
}
_STATUS: tuple[Words, ...] = (
    ("Centre : {name} ({recipient})", "المركز: {name} ({recipient})", "Centre: {name} ({recipient})"),
    ("Fiches : {records}", "البطاقات: {records}", "Records: {records}"),
    ("Modifications appliquées : {changes}", "التعديلات المطبّقة: {changes}", "Changes applied: {changes}"),
    (
        "Champs en discussion : {conflicts}",
        "الحقول قيد النقاش: {conflicts}",
        "Fields in conflict: {conflicts}",
    ),
    ("En quarantaine : {quarantine}", "في الحجر: {quarantine}", "In quarantine: {quarantine}"),
)
_TRAINING: Words = (
    "CENTRE DE FORMATION : aucun centre réel n’accepte ses ordinateurs.",
    "مركز تدريب: لا يقبل أي مركز حقيقي حواسيبه.",
    "TRAINING CENTRE: no real centre accepts its laptops.",
)
_DEVICE: Words = (
    "  {code} {name} : dernier envoi {bundle_no}, modification {last_seq}{revoked}",
    "  {code} {name}: آخر إرسال {bundle_no}، تعديل {last_seq}{revoked}",
    "  {code} {name}: last bundle {bundle_no}, change {last_seq}{revoked}",
)
_RECEIPT: Words = (
    "Accusé de réception à rendre : {path}",
    "إشعار التوصل الواجب إرجاعه: {path}",
    "Receipt to give back: {path}",
)
_REVOKED: Words = (" (révoqué)", " (ملغى)", " (revoked)")


def advice(code: str, facts: Mapping[str, object], language: str) -> str:
    """Say to an agent what became of a change or a bundle, and what to do."""
    return sentence(code, facts, language)


def import_sentence(result: ImportResult, language: str) -> str:
    """Say what became of one file."""
    reason = sentence(result.code, result.facts, language) if result.code else ""
    numbers = {
        name: getattr(result, name)
        for name in ("name", "new_count", "known_count", "quarantine_count", "conflict_count")
    }
    return _in(_IMPORTED[result.status], language).format(**numbers, reason=reason)


def receipt_sentence(path: str, language: str) -> str:
    """Say where a receipt lies."""
    return _in(_RECEIPT, language).format(path=path)


def status_lines(status: CentreStatus, language: str) -> list[str]:
    """Say how the centre stands, a line a thing."""
    forms = ", ".join(f"{form} {count}" for form, count in sorted(status.records_by_form.items()))
    facts = {
        "name": status.name,
        "recipient": status.recipient,
        "records": forms or "0",
        "changes": status.change_count,
        "conflicts": status.conflict_count,
        "quarantine": status.quarantine_count,
    }
    lines = [_in(_TRAINING, language)] if status.is_training else []
    lines += [_in(words, language).format(**facts) for words in _STATUS]
    for device in status.devices:
        revoked = _in(_REVOKED, language) if device.is_revoked else ""
        shown = {"code": device.device_code, "name": device.name, "bundle_no": device.last_bundle_no}
        lines.append(_in(_DEVICE, language).format(**shown, last_seq=device.last_seq, revoked=revoked))
    return lines


def _in(words: Words, language: str) -> str:
    return words[LANGUAGES.index(language) if language in LANGUAGES else 0]
