"""Files and folders become documents: text, web pages and JSON lines, with their dates and zones."""
