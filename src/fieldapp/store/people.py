"""Who writes and on what machine: the one device and the one person of a workspace, and those known from elsewhere."""

from dataclasses import dataclass

from fieldapp.records.change import GENESIS
from fieldapp.store.connection import Database


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who fills, checks or signs."""

    actor_id: str
    """Blank to have one made when the workspace is created."""
    name: str
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """A workspace as the centre knows it: one file on one laptop."""

    device_id: str
    device_code: str
    """`P0007`, given by the centre; blank until enrolled."""
    device_epoch: str
    """Changes when the file was restored or cloned, so that its numbers are never taken for the old ones."""
    name: str


class People:
    """The device and the actors of a workspace."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @property
    def device(self) -> Device:
        """This workspace's own device."""
        row = next(self._db.table("device").rows_where("is_own = 1"))
        return Device(row["device_id"], row["device_code"], row["device_epoch"], row["name"])

    @property
    def actor(self) -> Actor:
        """The person this workspace belongs to."""
        return _actor(next(self._db.table("actor").rows_where("is_own = 1")))

    def actors(self) -> list[Actor]:
        """Return everyone named in this workspace."""
        return [_actor(row) for row in self._db.table("actor").rows_where(order_by="name, actor_id")]

    def create(self, actor: Actor, device: Device, *, at: str) -> None:
        """Write the workspace's own person and device."""
        self._db.table("actor").insert({**_actor_row(actor), "is_own": 1})
        self._db.table("device").insert(
            {
                "device_id": device.device_id,
                "device_code": device.device_code,
                "device_epoch": device.device_epoch,
                "name": device.name,
                "made_at": at,
                "is_own": 1,
                "last_seq": 0,
                "last_hash": GENESIS,
            }
        )

    def add_actor(self, actor: Actor) -> None:
        """Remember a person known from elsewhere, or correct what is known of one."""
        self._db.table("actor").insert({**_actor_row(actor), "is_own": 0}, ignore=True)
        self._db.table("actor").update(actor.actor_id, _actor_row(actor))

    def enrol(self, device_code: str) -> None:
        """Keep the code that the centre gave to this device."""
        self._db.table("device").update(self.device.device_id, {"device_code": device_code})

    def begin_epoch(self, device_epoch: str) -> None:
        """Begin every stream of this device anew, for the centre that holds other changes under its numbers."""
        self._db.table("device").update(self.device.device_id, {"device_epoch": device_epoch})


def _actor(row: dict[str, str]) -> Actor:
    return Actor(row["actor_id"], row["name"], row["role"], row["organisation"])


def _actor_row(actor: Actor) -> dict[str, str]:
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "role": actor.role,
        "organisation": actor.organisation,
    }
