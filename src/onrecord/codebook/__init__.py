"""The coding scheme and the lexicons: their shapes, loading, checking and look-up. Nothing is coded here."""
