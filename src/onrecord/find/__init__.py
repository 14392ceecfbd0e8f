"""(CodedDocument) -> records: mentions, statements, events, views and relations, as the words have them."""
