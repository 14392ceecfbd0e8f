"""One SQLite file is the only state, and this folder holds the only SQL."""
