"""The device and the persons of a workspace."""

from fieldapp.store import Actor


def test_enrolment_gives_the_device_its_code(workspace, reopen):
    before = workspace.device
    workspace.people.enrol("P0007")
    workspace.close()
    after = reopen().device
    assert (after.device_code, after.device_id) == ("P0007", before.device_id)


def test_persons_known_from_elsewhere_are_remembered_and_corrected(workspace):
    workspace.people.add_actor(Actor("a2", "Yassine", "agent"))
    workspace.people.add_actor(Actor("a2", "Yassine Alami", "agent"))
    assert {actor.name for actor in workspace.people.actors()} == {"Salma Idrissi", "Yassine Alami"}


def test_correcting_ones_own_name_keeps_ones_place(workspace):
    me = workspace.actor
    workspace.people.add_actor(Actor(me.actor_id, "Salma I.", me.role, me.organisation))
    assert workspace.actor.name == "Salma I."
