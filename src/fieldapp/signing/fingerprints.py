"""Fingerprints that two people compare by telephone: eight words of a list of 256 short French words."""

import hashlib

WORD_COUNT = 8
"""Words of a fingerprint: 64 bits, enough for a key that is read aloud within a few days of its making."""

# No accents, one spelling, no two words alike in their first four letters.
_WORDS = """
abricot acier adresse aigle aiguille ail algue amande ananas ancre ange anneau arbre argile armoire arrosoir
artiste asperge atelier aube avion avocat bague balai ballon banane barque bateau berger beurre bijou
biscuit bocal boeuf bois bonnet bougie boussole bouton brebis brique brosse bureau cactus cadenas caillou
camion canard carotte castor cerise chaise chemin cheval chien chou cigale citron clef clocher clou coffre
colline copain corbeau coton coude crabe crayon cuivre dame danse dauphin desert dindon docteur doigt domino
dragon drapeau dune echelle eclair ecole ecran ecureuil elephant enfant enveloppe epaule epice eponge
escargot etage etang etoile facteur falaise famille farine fenetre ferme feuille fiche figue flamme fleur
flute fontaine foret fourmi fraise frere fromage fruit gant garage gateau gazelle genou girafe glace gomme
grange guitare hache haricot herbe hibou hiver horloge huile huitre igloo ile image jardin jasmin jeton
jouet jour jument jupe kayak kiwi lac laine lampe langue lapin lavande lentille lettre lezard lievre limon
lion livre loup lunettes maison mandarine marteau matin melon menthe miel miroir montagne moulin mouton mur
musique nappe navire neige nid noix nuage oiseau olive ombre orange oreille orge ourson outil page paille
palmier panier papillon parasol patate pierre pigeon piment pinceau plage plume poire pomme pont porte poule
prune puits radis raisin renard riz robe rocher rose roue route ruche sable sac sapin savon sifflet singe
soleil souris sucre table tambour tapis tasse terre tigre tomate tonneau torche tortue train trompette tuile
tulipe usine vache valise vase velo vent verre vigne village violon voile voiture volcan wagon yaourt zebre
""".split()  # noqa: SIM905  256 words in quotes would be hard to read


def fingerprint_words(data: bytes) -> list[str]:
    """Return the words of the SHA-256 digest of these bytes, one for each of its first bytes."""
    return [_WORDS[byte] for byte in hashlib.sha256(data).digest()[:WORD_COUNT]]
