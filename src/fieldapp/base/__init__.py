"""Ground floor: what every other floor may use and what knows nothing of forms, records or screens."""
