"""A small association form, two records and the people who sign: what the tests of bundles are about."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from fieldapp.bundle.content import (
    BundleActor,
    BundleContent,
    BundleFile,
    BundleHeader,
    Kind,
    RecordState,
    SealedFile,
    StreamedChange,
)
from fieldapp.bundle.writer import write_bundle
from fieldapp.forms.definition import (
    Bind,
    ExportPolicy,
    FormDefinition,
    Group,
    Itemset,
    Question,
    Repeat,
    Text,
    TextPart,
)
from fieldapp.records.change import Change, ChangeField, Op, value_digest
from fieldapp.signing.certificates import Role, Subject, issue, make_authority, make_request
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import AgeIdentity, new_age_identity, new_signing_key
from fieldapp.signing.trust import TrustStore

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LAPTOP = "0197a000-0000-7000-8000-000000000007"
OTHER_LAPTOP = "0197a000-0000-7000-8000-000000000008"
CENTRAL = "0197a000-0000-7000-8000-00000000c0de"
EPOCH = "0197a000-0000-4000-8000-00000000e90c"
RECORD = "0197b000-0000-7000-8000-000000000001"
OTHER_RECORD = "0197b000-0000-7000-8000-000000000002"
SITE = "0197c000-0000-4000-8000-000000000001"
OTHER_SITE = "0197c000-0000-4000-8000-000000000002"
SERVICE = "0197d000-0000-4000-8000-000000000001"
RECIPIENT = "central-2026"
PHOTO = b"\xff\xd8\xff\xe0" + b"a small photo of a door " * 40


def change_id(number):
    return f"0197e000-0000-7000-8000-{number:012d}"


def bundle_id(number):
    return f"0197f000-0000-7000-8000-{number:012d}"


def text(fr, ar="", en=""):
    spoken = {"Français (fr)": fr, "العربية (ar)": ar or fr, "English (en)": en or fr}
    return Text({language: (TextPart(words),) for language, words in spoken.items()})


def question(nodeset, fr, kind="input", list_name=""):
    itemset = Itemset(list_name=list_name) if list_name else None
    return Question(nodeset, kind, text(fr), Text(), itemset=itemset)


def definition(version="2026112201", more=()):
    root = "/fiche"
    sites = Repeat(
        f"{root}/sites/site",
        text("Sites"),
        (
            question(f"{root}/sites/site/ville", "Ville"),
            Repeat(
                f"{root}/sites/site/service",
                text("Services"),
                (question(f"{root}/sites/site/service/duree", "Durée"),),
            ),
        ),
    )
    body = (
        Group(
            f"{root}/identite",
            text("Identité", "الهوية"),
            (
                question(f"{root}/identite/nom", "Nom de l'organisation", "input"),
                question(f"{root}/identite/type", "Type", "select1", "cl1_type"),
                question(f"{root}/identite/annee", "Année de création"),
                question(f"{root}/identite/visite", "Date de visite"),
                question(f"{root}/identite/photo", "Photo", "upload"),
                *more,
            ),
        ),
        Group(f"{root}/sites", text("Sites", "المواقع"), (sites,)),
    )
    types = {"annee": "int", "visite": "date", "photo": "binary"}
    binds = {f"{root}/identite/{name}": Bind(f"{root}/identite/{name}", kind) for name, kind in types.items()}
    binds[f"{root}/sites/site/service/duree"] = Bind(f"{root}/sites/site/service/duree", "decimal")
    languages = ("Français (fr)", "العربية (ar)", "English (en)")
    return FormDefinition(
        form_id="fiche",
        version=version,
        title="Fiche",
        languages=languages,
        default_language=languages[0],
        export_policy=ExportPolicy.FULL,
        root=root,
        body=body,
        binds=binds,
        xform=b"<h:html/>",
    )


def field(path, new, old=None, parents=()):
    salt = hashlib.sha256(path.encode()).hexdigest()[:32]
    return ChangeField(path, old, new, tuple(parents), salt, value_digest(salt, old, new))


def change(number, record_id, answers, **facts):
    fields = tuple(field(path, value) for path, value in sorted(answers.items()))
    defaults = {
        "device_id": LAPTOP,
        "seq": number,
        "change_id": change_id(number),
        "at": "2026-11-22T09:00:00.000Z",
        "actor_id": "actor-1",
        "record_id": record_id,
        "form_id": "fiche",
        "form_version": "2026112201",
        "op": Op.CREATE,
        "reason": "",
        "merge_into": "",
        "fields": fields,
    }
    return Change(**(defaults | facts))


def answers():
    photo = hashlib.sha256(PHOTO).hexdigest()
    site, service = f"sites/site[{SITE}]", f"sites/site[{SITE}]/service[{SERVICE}]"
    return {
        "identite/nom": 'Association "Les Amis, ensemble"\nd\'Oujda',
        "identite/type": "association",
        "identite/annee": "2009",
        "identite/visite": "2026-02-28",
        "identite/photo": f"{photo}.jpg",
        f"{site}/@present": "1",
        f"{site}/@rank": "V",
        f"{site}/ville": "Oujda — وجدة",
        f"sites/site[{OTHER_SITE}]/@present": "1",
        f"sites/site[{OTHER_SITE}]/@rank": "k",
        f"{service}/@present": "1",
        f"{service}/@rank": "V",
        f"{service}/duree": "1.5",
    }


def photo(record_id=RECORD):
    return BundleFile(
        hashlib.sha256(PHOTO).hexdigest(), "jpg", "image/jpeg", record_id, "identite/photo", PHOTO
    )


def header(**facts):
    defaults = {
        "kind": Kind.DELTA,
        "bundle_id": bundle_id(42),
        "device_id": LAPTOP,
        "device_code": "P0007",
        "device_epoch": EPOCH,
        "recipient": RECIPIENT,
        "bundle_no": 42,
        "prev_manifest_sha256": "ab" * 32,
        "seq_from": 11,
        "seq_to": 12,
        "last_receipt_no": 38,
        "app_version": "0.1.0",
        "actors": (BundleActor("actor-1", "agent"),),
    }
    return BundleHeader(**(defaults | facts))


def content(**facts):
    """Two changes, on two records, with a photo."""
    simple = {"identite/nom": "جمعية الأمل", "identite/annee": "inconnue"}
    defaults = {
        "header": header(),
        "changes": (
            StreamedChange(11, change(1, RECORD, answers())),
            StreamedChange(12, change(2, OTHER_RECORD, simple)),
        ),
        "records": (
            RecordState(RECORD, "fiche", "2026112201", answers(), "2026-11-22T09:00:00.000Z"),
            RecordState(OTHER_RECORD, "fiche", "2026112201", simple, "2026-11-22T09:10:00.000Z"),
        ),
        "definitions": {("fiche", "2026112201"): definition()},
        "attachments": (photo(),),
    }
    return BundleContent(**(defaults | facts))


@dataclass(frozen=True)
class People:
    """Everyone with a key: the authority, the laptop, another laptop, a lead, the centre, a stranger."""

    authority: object
    laptop: Identity
    other_laptop: Identity
    lead: Identity
    central: Identity
    stranger: Identity
    laptop_age: AgeIdentity
    central_age: AgeIdentity
    escrow_age: AgeIdentity

    @property
    def trust(self):
        return TrustStore((self.authority.certificate,))

    @property
    def recipients(self):
        return [self.central_age.recipient, self.escrow_age.recipient, self.laptop_age.recipient]


def member(authority, device_id, role, *, at=AT, days=365):
    key = new_signing_key()
    request = make_request(key, Subject(device_id, f"poste {device_id[-4:]}", role))
    certificate = issue(authority, request, role=role, at=at, days=days)
    return Identity(certificate, key, (authority.certificate,))


def make_people():
    authority = make_authority("Autorité d'essai", at=AT)
    return People(
        authority=authority,
        laptop=member(authority, LAPTOP, Role.POSTE),
        other_laptop=member(authority, OTHER_LAPTOP, Role.POSTE),
        lead=member(authority, LAPTOP, Role.LEAD),
        central=member(authority, CENTRAL, Role.CENTRAL),
        stranger=member(make_authority("Inconnue", at=AT), LAPTOP, Role.POSTE),
        laptop_age=new_age_identity(),
        central_age=new_age_identity(),
        escrow_age=new_age_identity(),
    )


def write(people, what=None, **facts) -> SealedFile:
    defaults = {"identity": people.laptop, "recipients": people.recipients, "at": AT}
    return write_bundle(what or content(), **(defaults | facts))


def with_header(**facts):
    sample = content()
    return replace(sample, header=replace(sample.header, **facts))
