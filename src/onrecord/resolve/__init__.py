"""(CodedDocument) -> links: which actor, place or time a mention stands for."""
