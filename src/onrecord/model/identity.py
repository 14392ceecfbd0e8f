"""Ids that are hashes of what a record says, so that coding twice gives the same ones."""

from hashlib import blake2b


def make_id(kind: str, *says: object) -> str:
    """An id such as "event-3f9a0c…": the kind, and 64 bits of a hash of everything the record says.

    Parts must have a repr that does not change from run to run (text, numbers, None, tuples of these).
    """
    digest = blake2b(repr(says).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{kind}-{digest.hexdigest()}"
