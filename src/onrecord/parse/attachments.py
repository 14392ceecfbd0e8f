"""Reporting verbs that hang on what others say, hung where a reader would hang them.

    He said the bridge was lost, adding that …      *adding* is his, not the bridge's
    She said he would resign and warned …           *warned* is hers: it does not share "would"
    They said it was over, but witnesses denied …   *denied* is told by the report
    The army shot the men, saying that …            *saying* is the army's, not the men's

Nothing is moved out of a quotation or into one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.model.parse import Token

FINITE = ("VBD", "VBZ", "VBP")
LINKS = (
    "ccomp", "xcomp", "conj", "advcl", "acomp", "attr", "acl", "relcl", "dobj", "pobj", "prep", "pcomp", "dative",
    "nsubj", "appos", "parataxis",
)  # fmt: skip
CLAUSES = ("ccomp", "acl")
CONTRASTS = {"while", "though", "although", "whereas"}
DOUBLE_MARKS = {'"', "“", "”", "``", "''", "«", "»", "„"}
TIMES = {"day", "week", "month", "year", "time", "moment", "hour", "night", "morning", "way", "extent", "fact"}
SAYING_IN = ("in", "on", "at", "during", "to", "with", "via", "for", "after", "before", "outside", "from", "through")
"""Prepositions of where, when and in what something is said."""
WRITINGS = {
    "statement", "letter", "report", "tweet", "post", "message", "ad", "advertisement", "article", "editorial",
    "email", "memo", "note", "resolution", "declaration", "poster", "sign", "banner", "video", "text", "column",
}  # fmt: skip
"""Nouns that may themselves say what a participle after them says."""


@dataclass(frozen=True)
class Reporting:
    """Lemmas of verbs that report, and of nouns for those who can."""

    verbs: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Attachments:
    """The tokens of one sentence, by index, with what hangs on each."""

    tokens: dict[int, Token]
    children: dict[int, list[Token]]
    words: Reporting

    def reports(self, token: Token) -> bool:
        """Whether a token is a verb that reports."""
        return token.tag.startswith("V") and token.lemma in self.words.verbs

    def has_subject(self, token: Token) -> bool:
        """Whether a verb has a subject of its own."""
        return any(one.label in ("nsubj", "nsubjpass") for one in self.children.get(token.index, ()))

    def has_speaker(self, token: Token) -> bool:
        """Whether the subject of a verb is another who can speak: not "the bridge", nor "it", maybe the speaker."""
        subjects = [one for one in self.children.get(token.index, ()) if one.label in ("nsubj", "nsubjpass")]
        return not subjects or any(
            one.tag.startswith("NNP") or one.lemma in self.words.speakers or one.tag in ("WP", "WDT", "DT", "JJ", "CD")
            for one in subjects
        )

    def climb(self, token: Token) -> Iterator[tuple[Token, Token]]:
        """Pairs (below, above) upwards from a token to the root of the sentence."""
        seen = {token.index}
        while token.head in self.tokens and token.head not in seen:
            above = self.tokens[token.head]
            seen.add(above.index)
            yield token, above
            token = above

    def find_outer(self, token: Token) -> Token | None:
        """The topmost reporting verb before a token whose clause the token stands in, on the same side of all marks."""
        found, in_clause = None, False
        for below, above in self.climb(token):
            if below.label not in LINKS:
                break
            in_clause = in_clause or (below.label in CLAUSES and below.index != token.index)
            if in_clause and above.index < token.index and self.reports(above):
                found = above
        return found if found and self.count_marks(found, token) % 2 == 0 else None

    def count_marks(self, first: Token, last: Token) -> int:
        """Quotation marks between two tokens."""
        return sum(self.tokens[n].words in DOUBLE_MARKS for n in range(first.index, last.index) if n in self.tokens)

    def follows_comma(self, token: Token, marks: str = ",;—–-") -> bool:
        """Whether a comma stands before a token or its clause, but for "and", adverbs and the like."""
        first = min((one.index for one in self.subtree(token)), default=token.index)
        for start in {first, token.index}:
            before = self.tokens.get(start - 1)
            while before and before.tag in ("RB", "CC", "IN") and before.index > min(self.tokens):
                before = self.tokens.get(before.index - 1)
            if before and before.words in marks:
                return True
        return False

    def subtree(self, token: Token) -> Iterator[Token]:
        """A token and all below it."""
        waiting, seen = [token], {token.index}
        while waiting:
            one = waiting.pop()
            yield one
            for child in self.children.get(one.index, ()):
                if child.index not in seen:
                    seen.add(child.index)
                    waiting.append(child)


def mend_attachments(sentence: list[Token], words: Reporting) -> list[Token]:
    """The tokens of a sentence, its reporting verbs on the heads that a reader would give them."""
    if not any(token.tag.startswith("V") and token.lemma in words.verbs for token in sentence):
        return sentence
    children: dict[int, list[Token]] = {}
    for token in sentence:
        if token.head != token.index:
            children.setdefault(token.head, []).append(token)
    found = Attachments({token.index: token for token in sentence}, children, words)
    last = find_last_word(found, sentence)
    if last is not None:
        return mend_attachments(raise_verb(sentence, last), words)
    return [find_place(found, token) for token in sentence]


def find_last_word(found: Attachments, sentence: list[Token]) -> Token | None:
    """The reporting verb that closes a sentence with its subject, where the parser hung it on what was said.

    'He ordered them to burn it "down to the last hut", a witness *told* the court.'
    """
    verb = next((one for one in reversed(sentence) if one.tag.startswith(("V", "MD"))), None)
    if verb is None or verb.tag not in FINITE or not found.reports(verb) or verb.head == verb.index:
        return None
    subject = next((one for one in found.children.get(verb.index, ()) if one.label == "nsubj"), None)
    if subject is None or verb.index < subject.index or subject.tag in ("WP", "WDT", "WRB"):
        return None
    first = min(one.index for one in found.subtree(subject))
    before = [one for one in sentence if one.index < first]
    while before and before[-1].words in DOUBLE_MARKS:
        before.pop()
    says = any(one.tag in (*FINITE, "MD") for one in before) and found.count_marks(sentence[0], verb) % 2 == 0
    opens = bool(before) and before[0].tag not in ("IN", "WRB", "CC", "RB")
    return verb if says and opens and before[-1].words == "," and is_run(found, subject, verb) else None


def is_run(found: Attachments, subject: Token, verb: Token) -> bool:
    """Whether nothing but helping words stands between a subject and its verb."""
    between = (found.tokens[number] for number in range(subject.index + 1, verb.index))
    return all(one.tag in ("RB", "VBD", "VBZ", "VBP", "MD") and one.head == verb.index for one in between)


def raise_verb(sentence: list[Token], verb: Token) -> list[Token]:
    """The sentence with a verb for its root, and the old root as what it says."""
    root = next((one for one in sentence if one.head == one.index), verb)
    subject = max(
        (one.index for one in sentence if one.head == verb.index and one.label == "nsubj"), default=verb.index
    )
    moved = {
        one.index: replace(one, head=root.index)
        for one in sentence
        if one.head == verb.index and one.index < subject and one.label not in ("punct", "nsubj")
    }
    moved[verb.index] = replace(verb, head=verb.index, label="ROOT")
    moved[root.index] = replace(root, head=verb.index, label="ccomp")
    return [moved.get(one.index, one) for one in sentence]


def find_place(found: Attachments, token: Token) -> Token:
    """The token with the head and label that it should have; most have them already."""
    if token.tag == "VB" and token.label == "conj":
        return place_infinitive(found, token)
    if token.tag == "VBN" and token.label == "conj":
        return place_gapped(found, token)
    if token.label == "acl" and token.tag == "VBD":
        return place_main(found, token)
    if token.label in ("acl", "relcl") and token.tag in (*FINITE, "VB", "VBN", "VBG", "JJ", "MD"):
        placed = place_clause(found, token)
        if placed is not token:
            return placed
    if not found.reports(token):
        return token
    above = found.tokens.get(token.head, token)
    if above.index >= token.index or token.label not in ("advcl", "acl", "conj", "ccomp"):
        return token
    if token.tag == "VBG" and token.label in ("advcl", "acl"):
        return place_participle(found, token, above)
    if token.label == "ccomp":
        return place_second(found, token, above)
    outer = found.find_outer(token)
    if outer is None or token.tag not in FINITE:
        return token
    if token.label == "conj" and not found.has_subject(token):
        shares = (above.tag == token.tag and found.has_speaker(above)) or token.tag != outer.tag
        return token if shares else replace(token, head=outer.index)
    if token.label == "advcl":
        contrasts = any(one.label == "mark" and one.lemma in CONTRASTS for one in found.children.get(token.index, ()))
        return replace(token, head=outer.index) if contrasts and found.follows_comma(token) else token
    if token.label == "conj" and token.tag == outer.tag and found.has_subject(token) and found.follows_comma(token):
        return replace(token, head=outer.index)
    return token


def place_clause(found: Attachments, token: Token) -> Token:
    """ "said in a statement *that it was over*": on the reporting verb, where nothing else says what is said."""
    below = found.children.get(token.index, ())
    marked = any(one.label == "mark" and one.lemma == "that" for one in below) and found.has_subject(token)
    if not marked:
        return token
    for below_it, above in found.climb(token):
        if (below_it.label == "prep" and below_it.lemma not in SAYING_IN) or above.lemma in TIMES:
            return token
        if above.tag.startswith("V"):
            clauses = ("ccomp", "xcomp", "acl")
            free = not any(one.label in clauses for one in found.children.get(above.index, ()))
            fits = found.reports(above) and below_it.label == "prep" and above.index < token.index
            return replace(token, head=above.index, label="ccomp") if fits and free else token
        if below_it.label not in ("acl", "relcl", "pobj", "prep"):
            return token
    return token


def place_main(found: Attachments, token: Token) -> Token:
    """ "Bolivia, whose trucks stood at the border, *called* on Peru": on the noun that the parser took for the root."""
    root = next((one for one in found.tokens.values() if one.head == one.index), token)
    before = found.tokens.get(token.index - 1)
    is_cut = root.tag.startswith("NN") and root.index < token.index and before is not None and before.words == ","
    return replace(token, head=root.index) if is_cut else token


def place_infinitive(found: Attachments, token: Token) -> Token:
    """ "said she wanted to speak and *let* them know": a bare infinitive goes with the one before it."""
    above = found.tokens.get(token.head, token)
    helped = any(one.label in ("aux", "nsubj", "nsubjpass") for one in found.children.get(token.index, ()))
    if above.tag not in FINITE or helped or not found.reports(above):
        return token
    before = [one for one in found.tokens.values() if above.index < one.index < token.index and one.tag == "VB"]
    if not before or found.count_marks(before[-1], token) % 2:
        return token
    return replace(token, head=before[-1].index)


def place_second(found: Attachments, token: Token, above: Token) -> Token:
    """ "said the road was open and *asked* why …": beside "said", not what was said."""
    before = found.tokens.get(token.index - 1)
    is_joined = before is not None and before.tag == "CC" and token.tag == above.tag and not found.has_subject(token)
    first = any(one.label == "ccomp" and one.index < token.index for one in found.children.get(above.index, ()))
    return replace(token, label="conj") if is_joined and first and found.reports(above) else token


def place_gapped(found: Attachments, token: Token) -> Token:
    """ "said four people had been killed and two *injured*": on "killed", whose "had been" it shares, not on "said"."""
    above = found.tokens.get(token.head, token)
    helped = any(one.label in ("aux", "auxpass") for one in found.children.get(token.index, ()))
    clauses = [one for one in found.children.get(above.index, ()) if one.label == "ccomp" and one.index < token.index]
    if helped or not clauses or not found.has_subject(token) or not found.reports(above):
        return token
    return replace(token, head=clauses[-1].index) if found.count_marks(clauses[-1], token) % 2 == 0 else token


def place_participle(found: Attachments, token: Token, above: Token) -> Token:
    """ "…, saying that": on the reporting verb around it, else on the verb whose subject it shares."""
    if not found.follows_comma(token):
        return token
    outer = found.find_outer(token)
    if outer is not None:
        return replace(token, head=outer.index, label="advcl")
    if (
        token.label != "acl"
        or above.lemma in WRITINGS
        or above.label not in ("dobj", "pobj", "attr", "conj", "npadvmod", "appos")
    ):
        return token
    verb = next((one for _, one in found.climb(above) if one.tag.startswith("V")), None)
    if verb is None or verb.index > token.index or found.count_marks(verb, token) % 2:
        return token
    return replace(token, head=verb.index, label="advcl")
