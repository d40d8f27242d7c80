"""Keys and what is done with them: certificates, CMS and PDF signatures, age encryption, key wrapping, trust.

What is decided here:

- A laptop signs with ECDSA P-256 and SHA-256, because OpenSSL and every PDF reader verify it; Ed25519 in CMS
  is understood by neither. It decrypts with an age X25519 identity.
- The role (`poste`, `lead`, `central`) and the device stand inside the certificate, put there by the
  authority that issued it; what a request asks for counts for nothing.
- Trust is decided from certificates and a moment that come from outside: nothing here opens a file, reads a
  clock or asks a network.
- Hostile bytes (a damaged signature, a strange PDF, a truncated age file) give a `KnownError`, nothing else.
- pyHanko takes a third of a second to import, so only the functions that need it import it.

Where to begin: `certificates` and `identity` (who signs), `trust` (whom we believe), `cms` (the signature of
a manifest), `age` (who may read), `wrapping` (the key file of a workspace), `pades` (sealed PDF).
"""
