"""The commands of ANAPEC's side, `fieldapp-central`: thin words around `fieldapp.central`, which they load late."""
