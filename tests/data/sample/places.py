"""Where things are: towns of the mission with their region, their province and the middle of the town."""

PLACES = {
    "Tanger": ("01", "01.511", 35.7595, -5.8340),
    "Tétouan": ("01", "01.571", 35.5785, -5.3684),
    "Al Hoceima": ("01", "01.051", 35.2517, -3.9372),
    "Oujda": ("02", "02.411", 34.6814, -1.9086),
    "Nador": ("02", "02.381", 35.1681, -2.9335),
    "Berkane": ("02", "02.113", 34.9200, -2.3200),
    "Fès": ("03", "03.231", 34.0331, -5.0003),
    "Meknès": ("03", "03.061", 33.8935, -5.5473),
    "Rabat": ("04", "04.421", 34.0209, -6.8416),
    "Salé": ("04", "04.441", 34.0531, -6.7985),
    "Kénitra": ("04", "04.281", 34.2610, -6.5802),
    "Témara": ("04", "04.501", 33.9287, -6.9067),
    "Béni Mellal": ("05", "05.091", 32.3373, -6.3498),
    "Khouribga": ("05", "05.311", 32.8811, -6.9063),
    "Casablanca": ("06", "06.141", 33.5731, -7.5898),
    "Mohammedia": ("06", "06.371", 33.6866, -7.3830),
    "El Jadida": ("06", "06.181", 33.2316, -8.5007),
    "Marrakech": ("07", "07.351", 31.6295, -7.9811),
    "Safi": ("07", "07.431", 32.2994, -9.2372),
    "Errachidia": ("08", "08.201", 31.9314, -4.4244),
    "Ouarzazate": ("08", "08.401", 30.9189, -6.8934),
    "Agadir": ("09", "09.001", 30.4278, -9.5981),
    "Inezgane": ("09", "09.273", 30.3553, -9.5364),
    "Tiznit": ("09", "09.581", 29.6974, -9.7316),
    "Guelmim": ("10", "10.261", 28.9870, -10.0574),
    "Laâyoune": ("11", "11.321", 27.1536, -13.2033),
    "Dakhla": ("12", "12.391", 23.6848, -15.9580),
}
AGENCIES = {
    "Rabat": "rabat",
    "Salé": "sale",
    "Casablanca": "casablanca",
    "Fès": "fes",
    "Meknès": "meknes",
    "Oujda": "oujda",
    "Tanger": "tanger",
    "Marrakech": "marrakech",
    "Agadir": "agadir",
    "Béni Mellal": "beni_mellal",
    "Nador": "nador",
    "Tiznit": "tiznit",
}
"""ANAPEC agencies that the forms name."""


def region(town):
    return PLACES[town][0]


def interview(town, dice):
    """Return where an interview took place."""
    code, province, _, _ = PLACES[town]
    return {
        "entretien_region": code,
        "entretien_province": province,
        "entretien_lieu": f"{town}, {dice.choice(SPOTS)}",
    }


SPOTS = (
    "local de l’association",
    "café près de la gare",
    "salle de réunion prêtée",
    "centre d’accueil",
    "marché, à l’écart",
    "bureau de l’Entraide nationale",
    "cour d’une école",
    "chez une voisine",
)


def point(town, dice):
    """Return coordinates in a town, at some streets from its middle."""
    _, _, latitude, longitude = PLACES[town]
    return f"{latitude + dice.uniform(-0.012, 0.012):.4f} {longitude + dice.uniform(-0.008, 0.008):.4f} 0 0"
