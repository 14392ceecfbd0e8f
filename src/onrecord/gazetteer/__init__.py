"""Place names and what they can stand for, from the codebook's lists. Nothing is decided here."""
