"""What is recorded: frozen records named by their content. Imports the standard library and errors only."""
