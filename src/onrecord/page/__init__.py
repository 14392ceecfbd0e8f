"""Coded reports as a person reads them: the sentence, the words for a record, why it was made, and one HTML page."""
