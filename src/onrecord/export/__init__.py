"""A database as files that other programs read; a file is there whole or not at all."""
