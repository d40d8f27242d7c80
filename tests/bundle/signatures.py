"""Signatures that no signer of ours makes: with the content inside, or with two signers."""

from asn1crypto import cms


def embed_content(der, data):
    """Put the signed bytes into the signature."""
    container = cms.ContentInfo.load(der)
    signed = container["content"]
    signed["encap_content_info"] = {"content_type": "data", "content": data}
    return rewritten(container, signed)


def sign_twice(der):
    """Repeat the one signer."""
    container = cms.ContentInfo.load(der)
    signed = container["content"]
    infos = signed["signer_infos"]
    infos.append(cms.SignerInfo.load(infos[0].dump()))
    return rewritten(container, signed)


def rewritten(container, signed):
    return cms.ContentInfo({"content_type": container["content_type"], "content": signed}).dump(force=True)
