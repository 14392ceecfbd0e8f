"""Everything Onrecord raises on purpose.

OnrecordError
├── CodebookError     a codebook, lexicon or rule is wrong: the run stops
├── ModelError        the parsing model is missing or is not the one named
├── PipelineError     stages are put together in an order that cannot work
├── RecordError       a record breaks the contract, in a stage's output or in a file read back
├── ReadError         one input cannot be read: it is named, the others go on
├── DateError         a publication date is not in a form we read
├── GazetteerError    a package of place names is missing, or not what it should be
└── StoreError        a database is busy, newer, or not one of ours
"""


class OnrecordError(Exception):
    """Base of all; its message says what was found, where, and what was expected."""


class CodebookError(OnrecordError):
    """A codebook, lexicon or rule is wrong. The message lists every problem as `file:line: field: …`."""


class ModelError(OnrecordError):
    """The parsing model is missing, or is not the one named."""


class PipelineError(OnrecordError):
    """Stages are put together so that one reads what none before it writes."""


class RecordError(OnrecordError):
    """A record breaks the contract of `model`."""


class ReadError(OnrecordError):
    """One input cannot be read."""


class DateError(OnrecordError):
    """A publication date is not in a form we read."""


class GazetteerError(OnrecordError):
    """A package of place names is missing, or not what it should be."""


class StoreError(OnrecordError):
    """A database is busy, written by a newer version, or not an Onrecord database."""
