import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from fieldapp.xpath import Context, Environment, Node, compile_expression

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = base64.b64encode(KEY.public_key().public_bytes_raw()).decode()


def signed(text):
    return base64.b64encode(KEY.sign(text.encode()) + text.encode()).decode()


def extracted(content, key=PUBLIC):
    env = Environment(root=Node("data"))
    return compile_expression(f"extract-signed('{content}', '{key}')").string(Context(env.root, env))


def test_a_signed_text_is_given():
    assert extracted(signed("Fiche 7, é")) == "Fiche 7, é"


@pytest.mark.parametrize("content", ["", "blah", "pas du base64 !", signed("x")[:-8] + "AAAAAA=="])
def test_what_is_not_signed_by_the_key_is_blank(content):
    assert extracted(content) == ""


@pytest.mark.parametrize("key", ["", "YmxhaA==", base64.b64encode(bytes(32)).decode()])
def test_a_wrong_key_gives_a_blank(key):
    assert extracted(signed("x"), key) == ""
