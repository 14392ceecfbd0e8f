"""How, why, where and when, from the words around a trigger."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.triggers import Trigger
from onrecord.model.coded import CodedDocument
from onrecord.model.mentions import Mention
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.model.spans import Span

Cues = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, eq=False)
class CircumstanceReader:
    """Reads modes and contexts off cue words, and place and time off the grammar."""

    lexicon: Lexicon

    @cached_property
    def mode_cues(self) -> dict[str, Cues]:
        """By event type and the first word of a cue: its words and the mode."""
        found: dict[str, Cues] = defaultdict(dict)
        for mode in self.lexicon.codebook.modes:
            for cue in mode.cues:
                words = tuple(cue.split())
                found[mode.event_type].setdefault(words[0], []).append((words, mode.id))
        return found

    @cached_property
    def context_cues(self) -> Cues:
        """By the first word of a cue: its words and the context."""
        found: Cues = {}
        for context in self.lexicon.codebook.contexts:
            for cue in context.cues:
                words = tuple(cue.split())
                found.setdefault(words[0], []).append((words, context.id))
        return found

    @cached_property
    def mode_scores(self) -> dict[tuple[str, str], float]:
        """Scores by (event type, mode)."""
        return {(mode.event_type, mode.id): mode.score for mode in self.lexicon.codebook.modes}

    def find_modes(self, parse: Parse, trigger: Trigger, type: str) -> tuple[str, ...]:
        """The rule's modes, else the one that words of the trigger's phrase imply; none where the type has changed."""
        if trigger.rule.event_type != type:
            return ()
        if trigger.rule.modes:
            return trigger.rule.modes
        found = find_cued(list_own_words(parse, trigger.token), self.mode_cues.get(type, {}))
        return tuple(sorted(found)[:1])

    def find_contexts(self, parse: Parse, trigger: Trigger) -> tuple[str, ...]:
        """The rule's contexts and those that words of the sentence imply, sorted."""
        sentence: Sentence = parse.sentence_of(trigger.token)
        found = find_cued(list(parse.tokens_of(sentence)), self.context_cues)
        return tuple(sorted(found | set(trigger.rule.contexts)))

    def score(self, type: str, modes: tuple[str, ...]) -> float:
        """The score of the first mode that has one, else of the type."""
        scores = [self.mode_scores[type, mode] for mode in modes if (type, mode) in self.mode_scores]
        return scores[0] if scores else self.lexicon.codebook.types_by_id[type].score

    def find_time(self, doc: CodedDocument, token: Token) -> tuple[str | None, Span | None]:
        """The time that hangs on a trigger, else on the verb above it, else on the next that shares its subject.

        (None, None) for none.
        """
        owners = list_owners(doc.parsed, token)
        later = [one for one in doc.parsed.children_of(token, "conj") if one.tag.startswith("VB")]
        owners += [one for one in later if not doc.parsed.children_of(one, "nsubj", "nsubjpass")]
        for owner in owners:
            for mention in list_times(doc, owner):
                time = doc.target_of(mention, "time")
                if time:
                    return time, mention.span
        return None, None


def list_own_words(parse: Parse, token: Token) -> list[Token]:
    """The words of a trigger's phrase without the clauses and appositions in it, which tell of something else."""
    found = [token]
    for child in parse.children_of(token):
        if child.label not in ("relcl", "appos", "advcl", "ccomp", "conj", "parataxis"):
            found.extend(list_own_words(parse, child))
    return sorted(found, key=lambda one: one.index)


def list_owners(parse: Parse, token: Token) -> list[Token]:
    """The trigger, then what it hangs on up to the next clause that has a subject of its own."""
    found = [token]
    for above in parse.ancestors(token):
        if opens_clause(parse, found[-1]) or above.tag[:1] not in ("V", "N", "I"):
            break
        found.append(above)
    return found


def opens_clause(parse: Parse, token: Token) -> bool:
    """Whether a word heads a clause with a time and place of its own; not the result in "struck …, killing two"."""
    if token.label == "advcl" and token.tag == "VBG":
        return bool(parse.children_of(token, "nsubj", "mark"))
    return token.label in ("ccomp", "advcl", "relcl", "acl", "parataxis")


def list_times(doc: CodedDocument, owner: Token) -> list[Mention]:
    """Mentions of times that hang on a token directly or by a preposition, in the order of the text."""
    parse = doc.parsed
    heads = parse.children_of(owner, "npadvmod", "advmod", "dobj", "tmod")
    for preposition in parse.children_of(owner, "prep"):
        heads += parse.children_of(preposition, "pobj", "pcomp")
    heads.sort(key=lambda one: one.index)
    found = (doc.mentions_by_head.get(("time", head.index)) for head in heads)
    return [mention for mention in found if mention]


def find_cued(tokens: list[Token], cues: Cues) -> set[str]:
    """What the cues among some tokens imply; a cue of several words must stand together."""
    lemmas = [token.lemma for token in tokens]
    found = set()
    for position, lemma in enumerate(lemmas):
        for words, implied in cues.get(lemma, ()):
            if tuple(lemmas[position : position + len(words)]) == words:
                found.add(implied)
    return found
