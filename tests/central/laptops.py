"""Laptops that send to a centre: real keys, real bundles, a journal of their own and nothing else."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from fieldapp.base.clock import FixedClock, utc_text
from fieldapp.base.ids import SystemIds
from fieldapp.bundle.content import (
    NO_MANIFEST,
    BundleContent,
    BundleHeader,
    EnrolmentRequest,
    Kind,
    RecordState,
    SealedBundle,
    StreamedChange,
)
from fieldapp.bundle.enrolment import CENTRE, TRAINING_CENTRE, open_enrolment, write_request
from fieldapp.bundle.receipts import open_receipt
from fieldapp.bundle.writer import write_bundle
from fieldapp.central import init_centre
from fieldapp.forms import load_form_bytes
from fieldapp.records.change import Change, ChangeField, Op, value_digest
from fieldapp.signing.certificates import (
    Role,
    Subject,
    certificate_from_pem,
    make_request,
    request_to_pem,
    self_signed,
)
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import new_age_identity, new_signing_key
from fieldapp.signing.trust import TrustStore

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
IDS = SystemIds()
FORM = load_form_bytes(
    """
| survey |
| | type | name | label | bind::fieldapp:privacy | constraint |
| | text | nom | Nom | public | |
| | text | ville | Ville | public | . != ${nom} |
| | integer | annee | Année | public | . > 1900 and . < 2100 |
| | text | telephone | Téléphone | public | regex(., '^0[5-8][0-9]{8}$') |
| | select_multiple service | services | Services | public | |
| | select_one oui_non | ouvert | Ouvert | public | |
| | text | secret | Secret | sensitive | |
| | begin repeat | site | Site | public | |
| | text | adresse | Adresse | public | |
| | end repeat | | | | |
| choices |
| | list_name | name | label |
| | service | emploi | Emploi |
| | service | sante | Santé |
| | service | droit | Droit |
| | oui_non | oui | Oui |
| | oui_non | non | Non |
| settings |
| | form_id | version | namespaces | attribute::fieldapp:export_policy |
| | essai | 1 | fieldapp="https://fieldapp.ma/xforms" | full |
""".encode(),
    name="essai.md",
)
FORMS = {("essai", "1"): FORM}


def new_centre(url, folder: Path, *, training=False, forms=(FORM,)):
    return init_centre(url, folder / "keys", training=training, forms=forms, clock=FixedClock(NOW))


@dataclass
class Laptop:
    """One laptop: everything it ever finalised, and how far its stream went."""

    device_id: str = field(default_factory=IDS.uuid4)
    epoch: str = field(default_factory=IDS.uuid4)
    stream: list = field(default_factory=list)
    bundles: list = field(default_factory=list)
    prev: str = NO_MANIFEST
    next_no: int = 1
    records: dict = field(default_factory=dict)
    at: datetime = NOW

    def __post_init__(self):
        self.key, self.age = new_signing_key(), new_age_identity()

    def request(self, recipient=CENTRE):
        subject = Subject(self.device_id, "Poste d'essai", Role.POSTE)
        pem = request_to_pem(make_request(self.key, subject)).decode()
        asked = EnrolmentRequest(self.device_id, "Poste d'essai", "agent-1", "Amina", self.age.recipient, pem)
        self.asked = asked
        identity = Identity(self_signed(self.key, subject, at=self.at), self.key)
        return write_request(asked, identity=identity, bundle_id=IDS.uuid7(), at=self.at, recipient=recipient)

    def enrol(self, centre, role=Role.POSTE):
        recipient = TRAINING_CENTRE if centre.status().is_training else CENTRE
        answer = centre.enrol(self.request(recipient).data, role=role)
        self.enrolment = open_enrolment(SealedBundle(answer.data), request=self.asked, at=self.at).enrolment
        return self

    @property
    def identity(self):
        return Identity(certificate_from_pem(self.enrolment.certificate_pem.encode()), self.key)

    def change(self, record_id, values, *, op=Op.EDIT, parents=None, seq=0, form_version="1", **more):
        """Write one finalised change; by default its parents are what this laptop knows of each path."""
        known = self.records.setdefault(record_id, {})
        change_id = IDS.uuid7()
        fields = []
        for path, value in sorted(values.items()):
            seen = known.get(path, ()) if parents is None else parents.get(path, ())
            salt, old = IDS.salt(), more.get("old")
            fields.append(
                ChangeField(path, old, value, tuple(sorted(seen)), salt, value_digest(salt, old, value))
            )
            known[path] = (change_id,)
        change = Change(
            more.get("device_id", self.device_id), seq or len(self.stream) + 1, change_id, utc_text(self.at), "agent-1",
            record_id, more.get("form_id", "essai"), form_version, op, more.get("reason", ""),
            more.get("merge_into", ""), tuple(fields),
        )  # fmt: skip
        self.stream.append(change)
        return change

    def create(self, values, **more):
        record_id = IDS.uuid7()
        self.change(record_id, values, op=Op.CREATE, **more)
        return record_id

    def carry(self, change):
        """Put a change into the stream as it is: a relayed one, or one made by hand."""
        self.stream.append(change)

    def header(self, **more):
        facts = {
            "kind": Kind.DELTA,
            "bundle_id": IDS.uuid7(),
            "device_id": self.device_id,
            "device_code": self.enrolment.device_code,
            "device_epoch": self.epoch,
            "recipient": self.enrolment.central_name,
            "bundle_no": self.next_no,
            "prev_manifest_sha256": self.prev,
            "seq_from": 1,
            "seq_to": len(self.stream),
        }
        return BundleHeader(**(facts | more))

    def bundle(self, *, seq_from=1, seq_to=None, forms=FORMS, attachments=(), keep=True, **more):
        """Seal the stream from one number on; by default everything, as before the first receipt."""
        last = len(self.stream) if seq_to is None else seq_to
        streamed = [StreamedChange(seq, change) for seq, change in enumerate(self.stream, start=1)]
        changes = tuple(one for one in streamed if seq_from <= one.stream_seq <= last)
        header = self.header(seq_from=seq_from, seq_to=last, **more)
        records = {one.change.record_id: one.change for one in changes}
        states = tuple(
            RecordState(record_id, change.form_id, change.form_version, {}, utc_text(self.at))
            for record_id, change in sorted(records.items())
        )
        versions = {(one.change.form_id, one.change.form_version) for one in changes}
        used = {key: forms[key] for key in versions}
        content = BundleContent(header, changes, states, used, tuple(attachments))
        recipients = [self.enrolment.central_recipient, self.age.recipient]
        sealed = write_bundle(content, identity=self.identity, recipients=recipients, at=self.at)
        if keep:
            self.prev, self.next_no = sealed.manifest_sha256, self.next_no + 1
        return sealed

    def clone(self):
        """Copy the laptop as somebody copies its workspace."""
        other = replace(
            self, stream=list(self.stream), records={key: dict(one) for key, one in self.records.items()}
        )
        other.key, other.age, other.enrolment = self.key, self.age, self.enrolment
        return other

    def open(self, receipt):
        roots = tuple(certificate_from_pem(pem.encode()) for pem in self.enrolment.authorities_pem)
        sealed = SealedBundle(receipt.data)
        opened = open_receipt(
            sealed,
            identities=[self.age.secret],
            trust=TrustStore(roots),
            device_id=self.device_id,
            at=self.at,
        )
        return opened.content
