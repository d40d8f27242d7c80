"""The workspace: one encrypted SQLite file, from the first letter of a draft to the receipt of the centre.

Decided here:

* **A workspace is a folder**: `fiches.db` (SQLCipher, a random 32-byte key, WAL, one fsync a commit), the wrapped
  key twice (`workspace.keys`, `workspace.keys.copy`), a marker without secrets (`workspace.json`), a lock. Nothing
  else is ever written there but the backups (`backups/`) and what a restoration replaced (`set-aside/`), which are
  folders of the same kind; and nothing of an answer outside it, unless a person asks for a copy (`copies`).
* **A backup is a workspace**, closed: proved whole before it gets its name, openable by itself. Restoring one sets
  the present file aside and begins a new epoch of the device (`restoring`).
* **What opens it may change, its key does not**: a new passphrase or recovery key is a new wrapping, here and in the
  backups of the folder (`keychange`); where both wrappings are torn, those of a backup take their place
  (`keysearch`), and a marker that is lost is written again (`marking`).
* **A form is kept whole** (`installed_forms`): workbook, XForm, the files beside it, and the definition compiled
  of them, which is read back quickly, belongs to one version of the program, and is made again when it does not fit.
* **Order is a number of the file** (`events`), taken in the transaction of each event; the clock's word is kept beside
  it, with what speaks against it (`base.clock_guard`), and decides nothing.
* **A file is never migrated in place** (`upgrading`): a copy is migrated, proved and swapped. What an upgrade or a
  restoration replaced is kept for ninety days, and the last of it for longer (`set_aside`).
* **An answer is a committed step** (`drafts`) before the next question is asked. Steps are the undo list, never leave
  the laptop, and are kept after they went into a revision.
* **Finalising is one transaction** (`finalising`): one `change` with the net difference since the last revision, its
  entries in every stream, the record's row. The journal and the streams are append-only by triggers of the file
  itself; the journal is a hash chain, whose end also stands in the device's row so that a missing end is seen.
* **What is said of a record** (`reviewing`) goes to the team and, of comments, to nobody else; what the list knows of
  it is noted beside, made anew of the changes.
* **Deleting is a change too**: it blanks every field, and restoring sets them again, so that a deletion against
  an edit elsewhere is a conflict like any other.
* **Erasing on request** (law 09-08) takes values out of everything by one transaction (`erasing`) and leaves their
  digests; then the file and every copy in the folder are written anew (`finishing`), at the next opening if need be.
* **What travels is decided when a change enters a stream** (`streams`), never again.
* **A team is more streams.** Each peer is an audience (`equipe:` and its device) that gets everything finalised; what
  came from others stands in the journal as it was signed, outside the chain of this device (`inbox`, `merging`). A
  record goes to ANAPEC from the workspace that began it and from no other.
* **An official list is never altered** (`official_lists`): another takes its place, and comes back when that is
  withdrawn; what was answered with a code keeps its name.
* **Transmission is computed** from streams, bundles and receipts (`outbox`), never stored.
* **One program a folder**: an operating-system lock, which ends with the program, even a killed one.

Threads. A connection belongs to the thread that opened it: the window's thread opens the workspace, and it alone
writes. A worker that reads (an export, a bundle) opens a connection of its own::

    with workspace.reader() as reading:     # in the worker's thread
        fiches = reading.records.list()

It sees the file as it was last committed, blocks nobody and is refused every write. Results that must be written
(a bundle made, a receipt) go back to the window's thread.
"""

from fieldapp.store.attachments import Attachment, FileFacts
from fieldapp.store.copying.backups import list_backups
from fieldapp.store.copying.contents import Contents
from fieldapp.store.copying.copies import Copy
from fieldapp.store.copying.losses import CopyNote, Losses
from fieldapp.store.copying.restoring import Preview, Restored, preview_copy, restore_copy
from fieldapp.store.copying.set_aside import list_set_aside
from fieldapp.store.drafts import DraftStep
from fieldapp.store.finalising import Pen
from fieldapp.store.installed_forms import InstalledForm
from fieldapp.store.keys.keychange import KeyChange, change_keys
from fieldapp.store.keys.keysearch import Mending
from fieldapp.store.keys.marking import show_person, shows_person
from fieldapp.store.marker import Marker, is_workspace, read_marker
from fieldapp.store.official_lists import OfficialAct, OfficialEntry, OfficialList
from fieldapp.store.opening import (
    TRAINING_PASSPHRASE,
    create_workspace,
    describe_workspace,
    open_workspace,
    prove_passphrase,
    recover_workspace,
    rewrap_workspace,
)
from fieldapp.store.outbox import Receipt, SentBundle, Transmission
from fieldapp.store.people import Actor, Device
from fieldapp.store.streams import StreamPosition
from fieldapp.store.team.inbox import InboxBundle, InboxEntry, InboxStream, ReadFile, WaitingChange
from fieldapp.store.team.merging import MergedRecord
from fieldapp.store.team.team import Membership, Peer, is_team_stream, stream_to
from fieldapp.store.workspace import Workspace

__all__ = [
    "TRAINING_PASSPHRASE",
    "Actor",
    "Attachment",
    "Contents",
    "Copy",
    "CopyNote",
    "Device",
    "DraftStep",
    "FileFacts",
    "InboxBundle",
    "InboxEntry",
    "InboxStream",
    "InstalledForm",
    "KeyChange",
    "Losses",
    "Marker",
    "Membership",
    "Mending",
    "MergedRecord",
    "OfficialAct",
    "OfficialEntry",
    "OfficialList",
    "Peer",
    "Pen",
    "Preview",
    "ReadFile",
    "Receipt",
    "Restored",
    "SentBundle",
    "StreamPosition",
    "Transmission",
    "WaitingChange",
    "Workspace",
    "change_keys",
    "create_workspace",
    "describe_workspace",
    "is_team_stream",
    "is_workspace",
    "list_backups",
    "list_set_aside",
    "open_workspace",
    "preview_copy",
    "prove_passphrase",
    "read_marker",
    "recover_workspace",
    "restore_copy",
    "rewrap_workspace",
    "show_person",
    "shows_person",
    "stream_to",
]
