"""Any order and repetition of real bundles of several laptops ends in one state, on a real database."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.base.files import sha256_hex
from fieldapp.bundle.content import BundleFile
from fieldapp.records.change import Op
from tests.central.laptops import Laptop, new_centre
from tests.central.looks import merged_state

STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["edit", "edit", "see", "send", "withdraw", "create"]),
        st.sampled_from(["nom", "ville", "annee"]),
        st.sampled_from(["1999", "2001", "douze"]),
    ),
    min_size=2,
    max_size=9,
)


def with_document(laptop, record_id):
    """Seal everything a laptop has, with a document of the record as it stands there."""
    data = f"%PDF-1.7 {laptop.device_id} {len(laptop.stream)}".encode()
    return laptop.bundle(
        attachments=[BundleFile(sha256_hex(data), "pdf", "application/pdf", record_id, "", data)]
    )


def write_history(laptops, steps):
    """Play what agents did and return every bundle they sealed on the way."""
    record_id = laptops[0].create({"nom": "AMPF", "ville": "Rabat"})
    for other in laptops[1:]:
        other.records = {record_id: dict(laptops[0].records[record_id])}
    sealed = [with_document(laptops[0], record_id)]
    for who, what, path, value in steps:
        laptop = laptops[who]
        if what in ("edit", "withdraw"):
            op = Op.WITHDRAW if what == "withdraw" else Op.EDIT
            laptop.change(record_id, {path: None if what == "withdraw" else value}, op=op)
        elif what == "create":
            laptop.create({"nom": value})
        elif what == "see":
            seen = laptops[(who + 1) % 3].records[record_id]
            for name, heads in seen.items():
                laptop.records[record_id][name] = tuple({*laptop.records[record_id].get(name, ()), *heads})
        elif laptop.stream:
            sealed.append(with_document(laptop, record_id))
    return [*sealed, *(with_document(laptop, record_id) for laptop in laptops if laptop.stream)]


def check_orders(steps, shuffles):
    with tempfile.TemporaryDirectory() as folder:
        centres = [new_centre(f"sqlite:///{folder}/{name}.sqlite", Path(folder)) for name in ("a", "b")]
        laptops = [Laptop().enrol(centres[0]) for _ in range(3)]
        for laptop in laptops:
            centres[1].enrol(laptop.request().data)
        sealed = write_history(laptops, steps)
        for centre, order in zip(centres, (sealed, shuffles(sealed)), strict=True):
            results = [centre.import_data(one.data) for one in order]
            assert [result.code for result in results if result.is_refused] == []
        assert merged_state(centres[0]) == merged_state(centres[1])


@st.composite
def shuffles(draw):
    seed = draw(st.randoms(use_true_random=False))

    def shuffled(sealed):
        order = sealed + seed.sample(sealed, k=len(sealed) // 2)
        seed.shuffle(order)
        return order

    return shuffled


RELAXED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}


@settings(max_examples=4, **RELAXED)
@given(STEPS, shuffles())
def test_any_order_and_repetition_of_bundles_gives_one_state(steps, shuffles):
    check_orders(steps, shuffles)


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=60, **RELAXED)
@given(STEPS, shuffles())
def test_any_order_and_repetition_of_bundles_gives_one_state_at_length(steps, shuffles):
    check_orders(steps, shuffles)
