"""What the centre says to people, in French, Arabic and English, chosen from codes.

Two readers: the agent on whose laptop a receipt arrives (`advice`: what is wrong and what to do), and whoever runs
`fieldapp-central` (`import_sentence`, `status_lines`). Sentences of plain errors stand with all others in
`fieldapp.base.sentences`.
"""

from collections.abc import Mapping

from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence_of
from fieldapp.central.results import CentreStatus, ImportResult, ImportStatus

LANGUAGES = ("fr", "ar", "en")
Words = tuple[str, str, str]
"""One sentence in French, Arabic and English."""

_ADVICE: Mapping[str, Words] = {
    "change.unknown_form": (
        "Le centre ne connaît pas encore ce formulaire. Rien à faire sur le poste : prévenez l'ANAPEC.",
        "لا يعرف المركز هذه الاستمارة بعد. لا شيء مطلوب على الحاسوب: أخبروا الأنابيك.",
        "The centre does not know this form yet. Nothing to do on the laptop: tell ANAPEC.",
    ),
    "change.not_for_centre": (
        "Ce formulaire ne doit pas être transmis à l'ANAPEC. Mettez l'application à jour et prévenez le responsable.",
        "لا يجوز إرسال هذه الاستمارة إلى الأنابيك. حدّثوا التطبيق وأخبروا المسؤول.",
        "This form may not be sent to ANAPEC. Update the application and tell the person in charge.",
    ),
    "change.self_merge": (
        "Une fiche ne peut pas être fusionnée avec elle-même. Annulez la fusion sur le poste.",
        "لا يمكن دمج بطاقة مع نفسها. ألغوا الدمج على الحاسوب.",
        "A record cannot be merged with itself. Undo the merge on the laptop.",
    ),
    "change.unknown_record": (
        "La création de cette fiche n'est pas encore arrivée. Elle suivra avec le lot du poste qui l'a créée.",
        "لم يصل بعد إنشاء هذه البطاقة. سيصل مع حزمة الحاسوب الذي أنشأها.",
        "The creation of this record has not arrived yet. It will come with the bundle of the laptop that made it.",
    ),
    "change.wrong_form": (
        "Cette fiche existe au centre sous un autre formulaire. Prévenez le responsable.",
        "هذه البطاقة موجودة في المركز باستمارة أخرى. أخبروا المسؤول.",
        "This record exists at the centre under another form. Tell the person in charge.",
    ),
    "change.parent_missing": (
        "Cette modification s'appuie sur une autre qui n'est pas encore arrivée. Rien à refaire : elle attend.",
        "يعتمد هذا التعديل على تعديل آخر لم يصل بعد. لا شيء يُعاد: إنه في الانتظار.",
        "This change builds on another that has not arrived yet. Nothing to redo: it waits.",
    ),
    "change.held": (
        "Cette modification attend qu'une modification précédente de la même fiche soit corrigée.",
        "ينتظر هذا التعديل تصحيح تعديل سابق على البطاقة نفسها.",
        "This change waits until an earlier change of the same record is corrected.",
    ),
    "value.unknown_field": (
        "Le centre ne connaît pas cette question. Mettez le formulaire à jour, puis complétez la fiche de nouveau.",
        "لا يعرف المركز هذا السؤال. حدّثوا الاستمارة ثم أكملوا البطاقة من جديد.",
        "The centre does not know this question. Update the form, then finalise the record again.",
    ),
    "value.not_for_centre": (
        "Cette réponse est sensible et ne doit pas quitter le poste. Prévenez le responsable.",
        "هذا الجواب حسّاس ولا يجوز أن يغادر الحاسوب. أخبروا المسؤول.",
        "This answer is sensitive and may not leave the laptop. Tell the person in charge.",
    ),
    "value.wrong_type": (
        "La réponse n'a pas la forme attendue (nombre, date, position…). Corrigez-la et complétez la fiche de nouveau.",
        "الجواب ليس بالصيغة المنتظرة (عدد، تاريخ، موقع…). صحّحوه وأكملوا البطاقة من جديد.",
        "The answer is not of the expected kind (number, date, position…). Correct it and finalise the record again.",
    ),
    "value.unknown_choice": (
        "La réponse n'est pas dans la liste des choix. Choisissez-en une autre et complétez la fiche de nouveau.",
        "الجواب ليس ضمن لائحة الاختيارات. اختاروا جوابا آخر وأكملوا البطاقة من جديد.",
        "The answer is not among the choices. Choose another and finalise the record again.",
    ),
    "value.breaks_rule": (
        "La réponse ne respecte pas la règle de la question. Corrigez-la et complétez la fiche de nouveau.",
        "لا يحترم الجواب قاعدة السؤال. صحّحوه وأكملوا البطاقة من جديد.",
        "The answer breaks the rule of its question. Correct it and finalise the record again.",
    ),
    "value.forbidden_characters": (
        "La réponse contient des caractères invisibles interdits. Effacez-la, retapez-la et complétez la fiche.",
        "يحتوي الجواب على رموز خفية ممنوعة. امسحوه واكتبوه من جديد ثم أكملوا البطاقة.",
        "The answer holds forbidden invisible characters. Clear it, type it again and finalise the record.",
    ),
    "value.forbidden_link": (
        "Ce lien n'est pas une adresse de site. Corrigez-le (https://…) et complétez la fiche de nouveau.",
        "هذا الرابط ليس عنوان موقع. صحّحوه (https://…) وأكملوا البطاقة من جديد.",
        "This link is no site address. Correct it (https://…) and finalise the record again.",
    ),
    "bundle.gap": (
        "Des modifications manquent avant ce lot. Refaites un lot : il reprendra tout depuis le dernier reçu.",
        "هناك تعديلات ناقصة قبل هذه الحزمة. أنشئوا حزمة جديدة: ستستأنف كل شيء منذ آخر وصل.",
        "Changes are missing before this bundle. Make a new one: it takes up everything since the last receipt.",
    ),
    "bundle.fork": (
        "Ce poste a envoyé deux contenus différents sous le même numéro (copie ou sauvegarde restaurée). "
        "Faites un envoi complet depuis ce poste.",
        "أرسل هذا الحاسوب محتويين مختلفين تحت الرقم نفسه (نسخة أو استرجاع نسخة احتياطية). أنجزوا إرسالا كاملا منه.",
        "This laptop sent two different contents under one number (a clone or a restored backup). "
        "Make a full export from it.",
    ),
    "bundle.wrong_previous": (
        "Ce lot ne suit pas le lot précédent reçu de ce poste. Faites un envoi complet depuis ce poste.",
        "لا تتبع هذه الحزمة الحزمة السابقة الواردة من هذا الحاسوب. أنجزوا إرسالا كاملا منه.",
        "This bundle does not follow the one received before from this laptop. Make a full export from it.",
    ),
    "bundle.change_differs": (
        "Une modification déjà reçue est revenue avec un autre contenu. Prévenez l'ANAPEC avant tout nouvel envoi.",
        "عاد تعديل سبق استلامه بمحتوى مختلف. أخبروا الأنابيك قبل أي إرسال جديد.",
        "A change received before came back with other content. Tell ANAPEC before sending anything again.",
    ),
    "central.wrong_stream": (
        "Ce lot n'est pas destiné à l'ANAPEC mais à une équipe. Faites un lot pour l'ANAPEC.",
        "هذه الحزمة ليست موجهة إلى الأنابيك بل إلى فريق. أنشئوا حزمة للأنابيك.",
        "This bundle is meant for a team, not for ANAPEC. Make a bundle for ANAPEC.",
    ),
}
_IMPORTED: Mapping[ImportStatus, Words] = {
    ImportStatus.APPLIED: (
        "{name} : reçu. {new_count} modification(s) nouvelle(s), {known_count} déjà connue(s), "
        "{quarantine_count} en quarantaine, {conflict_count} champ(s) en discussion.",
        "{name}: تم الاستلام. {new_count} تعديل جديد، {known_count} معروف من قبل، "
        "{quarantine_count} في الحجر، {conflict_count} حقل قيد النقاش.",
        "{name}: received. {new_count} new change(s), {known_count} known before, "
        "{quarantine_count} in quarantine, {conflict_count} field(s) in conflict.",
    ),
    ImportStatus.SAME: (
        "{name} : déjà reçu, rien de nouveau. Le même reçu est rendu.",
        "{name}: سبق استلامها، لا جديد. يُعاد الوصل نفسه.",
        "{name}: received before, nothing new. The same receipt is given again.",
    ),
    ImportStatus.REFUSED: (
        "{name} : refusé, rien n'a été écrit. {reason}",
        "{name}: مرفوضة، لم يُكتب أي شيء. {reason}",
        "{name}: refused, nothing was written. {reason}",
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
    "CENTRE DE FORMATION : aucun centre réel n'accepte ses postes.",
    "مركز تدريب: لا يقبل أي مركز حقيقي حواسيبه.",
    "TRAINING CENTRE: no real centre accepts its laptops.",
)
_DEVICE: Words = (
    "  {code} {name} : dernier lot {bundle_no}, modification {last_seq}{revoked}",
    "  {code} {name}: آخر حزمة {bundle_no}، تعديل {last_seq}{revoked}",
    "  {code} {name}: last bundle {bundle_no}, change {last_seq}{revoked}",
)
_REVOKED: Words = (" (révoqué)", " (ملغى)", " (revoked)")


def advice(code: str, language: str) -> str:
    """Say to an agent what became of a change and what to do; blank for a code without advice."""
    words = _ADVICE.get(code)
    return _in(words, language) if words else ""


def codes_with_advice() -> frozenset[str]:
    """Return the codes a receipt may carry."""
    return frozenset(_ADVICE)


def import_sentence(result: ImportResult, language: str) -> str:
    """Say what became of one file."""
    reason = sentence_of(KnownError(result.code, **result.facts), language) if result.code else ""
    numbers = {
        name: getattr(result, name)
        for name in ("name", "new_count", "known_count", "quarantine_count", "conflict_count")
    }
    return _in(_IMPORTED[result.status], language).format(**numbers, reason=reason)


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
