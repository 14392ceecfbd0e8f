"""The command line: one command a file. Importing it loads nothing heavy."""
