"""Statements that a cue introduces: a verb, a noun, an adjective or a phrase."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.contents import find_adjectival, find_contents, find_nominal_clause, group_spans, trim_edges
from onrecord.find.cues import CueIndex, FoundCue
from onrecord.find.drafts import Draft
from onrecord.find.quoted import introduces, is_beside_quotation
from onrecord.find.readings import FEW, NOBODY, is_light
from onrecord.find.silences import SilenceFinder
from onrecord.find.speakers import find_actor_span, find_subject, is_passive
from onrecord.find.trailing import TrailingFinder
from onrecord.model.coded import CodedDocument
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import find_phrase
from onrecord.model.spans import Span

ACTS_OF_ACTORS = ("threaten", "promise", "praise", "accuse")
"""Acts that storms and markets are only said to perform by a figure of speech: their speaker must be an actor."""
LINKING = {"be", "seem", "feel", "remain", "sound", "appear", "look", "become", "grow", "stay", "get"}
NOUN_TAGS = ("NN", "NNS")
CLAIMABLE = {
    "responsibility", "credit", "victory", "success", "innocence", "ignorance", "immunity", "self-defence",
    "self-defense", "sovereignty", "ownership", "authorship", "descent", "progress", "win", "majority", "right",
    "expertise", "knowledge",
}  # fmt: skip
"""Nouns that are said to be one's own, not taken: "claimed responsibility", not "claimed a prize"."""
FORCEFUL = ("defend", "support", "challenge", "oppose", "resist")
ARMED = {"MIL", "REB", "PRM", "UAF", "COP"}
QUOTING = ("quote", "cite", "report", "record", "paraphrase", "describe", "hear")
NAMING = ("call", "name", "title", "dub", "label", "brand", "christen", "term", "style", "entitle", "nickname")
"""Verbs whose participle names a thing: "a book called “The Salt Road”"."""
TURNING = ("refer to", "point to", "turn to")
"""Verbs that send somebody where they have an object: "referred the girl to a clinic"."""
EXPECTED = {"baby", "twin", "triplet", "child", "son", "daughter", "guest", "visitor", "delivery", "call"}
WRITTEN = ("read",)
"""Verbs by which signs and papers speak, and people do not: "a sign read"."""
UNSPOKEN = {
    "law", "rule", "plan", "schedule", "size", "rank", "age", "tradition", "custom", "recipe", "instruction",
    "procedure", "need", "merit", "type", "taste", "season", "weight", "height", "colour", "color", "order",
    "ability", "income", "wealth", "seniority", "protocol", "timetable", "design", "formula", "method", "principle",
    "standard", "preference", "convenience", "circumstance", "situation", "strength", "luck", "contract", "speed",
    "performance", "experience", "importance", "weather", "date", "number", "price", "distance", "demand", "class",
    "caste", "ritual", "rite", "usage", "length", "quality", "grade", "gender", "sex", "script", "ratio", "region",
    "level",
}  # fmt: skip
"""What things are done according to, without anybody's word."""
OWNING = ("of", "by", "from", "among")
QUOTATION_TAGS = ("``", "''")
MINDS = {
    "know", "think", "want", "believe", "imagine", "see", "understand", "realize", "realise", "hope", "guess",
    "suppose", "remember", "expect", "consider", "wonder", "assume", "feel", "mean", "find",
}  # fmt: skip
"""Verbs of the mind: "you know", "do you think" tell nothing of what a reader thinks."""
EXPLETIVES = {"it", "there", "this", "that"}


@dataclass(frozen=True, eq=False)
class CuedFinder:
    """Finds the statements of the reporting cues of a lexicon."""

    lexicon: Lexicon

    @cached_property
    def cues(self) -> CueIndex:
        """The reporting cues."""
        return CueIndex(self.lexicon)

    @cached_property
    def silences(self) -> SilenceFinder:
        """Finds who will not say."""
        return SilenceFinder(self.cues)

    @cached_property
    def trailing(self) -> TrailingFinder:
        """Finds who says it at the end of a sentence."""
        return TrailingFinder(self.cues)

    @cached_property
    def refusals(self) -> frozenset[str]:
        """Verbs that negate their complement."""
        cues = self.lexicon.codebook.view_cues
        return frozenset(one.cue for one in cues if one.kind == "governor" and one.polarity == "negated")

    def find(self, doc: CodedDocument) -> Iterator[Draft]:
        """The statements of all cues of a document; a content may still lack the quotation beside its cue."""
        for token in doc.parsed.tokens:
            if token.tag.startswith("V"):
                found = [*self.find_verbal(token, doc)] or self.trailing.find(token, doc)
                yield from found
                yield from self.silences.find(token, doc)
            elif token.tag in NOUN_TAGS:
                yield from self.find_noun(token, doc)
            if token.tag in ("JJ", "VBN", "VBD"):
                yield from self.find_adjective(token, doc)
            yield from self.find_phrasal(token, doc)

    def find_verbal(self, token: Token, doc: CodedDocument) -> Iterator[Draft]:
        """Statements of a verb: "said", "pointed out", "accused … of". Not of "did not say"."""
        parse = doc.parsed
        cue = self.cues.find_verb(parse, token) if token.label != "amod" else None
        if cue is None or self.is_denied(parse, token) or self.is_state(token, parse) or quotes_another(parse, token):
            return
        speaker = find_relative(parse, token) or find_subject(parse, token)
        if speaker is not None and speaker.lemma in NOBODY:
            return
        if cue.row.act in ACTS_OF_ACTORS and speaker and not self.can_mean(speaker, cue, doc):
            return
        if cue.row.cue in FORCEFUL and self.is_fought(parse, cue, speaker, doc):
            return
        if cue.row.cue in WRITTEN and speaker and ("actor", speaker.index) in doc.mentions_by_head:
            return
        if is_asked_of_reader(parse, cue, speaker) or self.is_withheld(parse, cue) or is_idiom(parse, token):
            return
        if cue.row.cue in TURNING and parse.children_of(token, "dobj"):
            return
        if cue.row.act == "assert" and self.is_called_untrue(parse, token):
            cue = replace(cue, row=replace(cue.row, act="deny"))
        addressee = find_addressee(cue, doc, speaker)
        contents = find_contents(parse, cue, lambda one: ("actor", one.index) in doc.mentions_by_head)
        tokens = {token.index: token for content in contents for token in content}
        spans = tuple(group_spans([tokens[index] for index in sorted(tokens)]))
        if spans and not self.is_done_by_thing(speaker, cue, contents, doc):
            yield Draft(cue, spans, find_actor_span(doc, speaker), addressee, "verb")
            return
        if "quote" in cue.row.frames and (is_beside_quotation(token, doc) or introduces(token, doc)):
            yield Draft(cue, (), find_actor_span(doc, speaker), addressee, "verb")

    def is_called_untrue(self, parse: Parse, verb: Token) -> bool:
        """Whether a verb calls something untrue: "dismissed as fiction", "called baseless the rumour that"."""
        said = parse.children_of(verb, "oprd", "acomp", "ccomp", "xcomp")
        for preposition in parse.children_of(verb, "prep"):
            said += parse.children_of(preposition, "pobj", "amod", "acomp") if preposition.lemma == "as" else []
        nouns = [child for one in said for child in parse.children_of(one, "amod")]
        return any("untrue" in self.lexicon.echo_words.get(one.lemma, ()) for one in (*said, *nouns))

    def is_done_by_thing(
        self, speaker: Token | None, cue: FoundCue, contents: list[list[Token]], doc: CodedDocument
    ) -> bool:
        """Whether a thing does something to a thing: "years of marching stressed the bones"; a poll may show a gap."""
        if speaker is None or cue.row.act != "assert" or speaker.tag not in NOUN_TAGS:
            return False
        speaks = ("actor", speaker.index) in doc.mentions_by_head or speaker.lemma in self.lexicon.speaking_nouns
        heads = [one for content in contents for one in content if one.tag.startswith(("V", "MD"))]
        return not speaks and not heads and speaker.lemma not in self.lexicon.organization_words

    def is_fought(self, parse: Parse, cue: FoundCue, speaker: Token | None, doc: CodedDocument) -> bool:
        """Whether something is done by arms, not by words: "troops defended the town", "warplanes supported them"."""
        for one in parse.children_of(cue.token, "dobj", "nsubjpass"):
            words = {one.index, *(child.index for child in parse.children_of(one, "appos", "compound", "conj"))}
            if one.lemma in self.lexicon.place_nouns or any(
                ("place", index) in doc.mentions_by_head for index in words
            ):
                return True
            if speaker and self.is_armed(speaker, doc) and ("actor", one.index) in doc.mentions_by_head:
                return True
        return False

    def is_armed(self, token: Token, doc: CodedDocument) -> bool:
        """Whether a word heads a mention of soldiers, rebels or police, by its noun or its name."""
        mention = doc.mentions_by_head.get(("actor", token.index))
        actor = doc.actor_of(mention) if mention and mention.form == "name" else None
        agent = self.lexicon.agents.get(token.lemma)
        sector = actor.sector if actor else agent.sector if agent else None
        return sector in ARMED

    def is_withheld(self, parse: Parse, cue: FoundCue) -> bool:
        """Whether something is withheld or taken, not said: "denied bail", "claimed nine lives"."""
        objects = parse.children_of(cue.token, "dobj", "nsubjpass")
        if cue.row.cue == "claim" and objects and not parse.children_of(cue.token, "ccomp", "xcomp", "oprd"):
            return not any(one.lemma in CLAIMABLE for one in objects)
        if cue.row.cue == "expect":
            return any(one.lemma in EXPECTED for one in objects)
        if cue.row.cue != "deny":
            return False
        if parse.children_of(cue.token, "dative") or len(objects) > 1:
            return True
        return any("grant" in self.lexicon.echo_words.get(one.lemma, ()) for one in objects)

    def can_mean(self, speaker: Token, cue: FoundCue, doc: CodedDocument) -> bool:
        """Whether one can threaten, promise, praise or accuse: an actor; the last two also "others", "the paper"."""
        if ("actor", speaker.index) in doc.mentions_by_head or cue.row.cue == "accuse":
            return True
        if cue.row.act in ("threaten", "promise"):
            return False
        known = self.lexicon.organization_words.keys() | self.lexicon.medium_words
        return speaker.tag not in NOUN_TAGS or speaker.lemma in known

    def is_state(self, token: Token, parse: Parse) -> bool:
        """Whether a participle is read as an adjective: "is worried that"."""
        return self.find_predicate(token, parse) is not None

    def is_denied(self, parse: Parse, token: Token) -> bool:
        """Whether nothing was said: "did not say", "declined to say", "no group claimed", "nobody said"."""
        for negation in parse.children_of(token, "neg"):
            between = parse.tokens[negation.index + 1 : token.index]
            if not any(one.tag in QUOTATION_TAGS or one.words == "," for one in between):
                return True
        if any(one.lemma in ("neither", "nor") for one in parse.children_of(token, "preconj", "cc")):
            return True
        if token.label == "conj" and parse.children_of(parse.head_of(token), "preconj"):
            return self.is_denied(parse, parse.head_of(token))
        subjects = sorted(parse.children_of(token, "nsubj"), key=lambda one: abs(one.index - token.index))
        for subject in subjects[:1]:
            if subject.lemma in NOBODY or any(
                one.lemma in ("no", "neither") for one in parse.children_of(subject, "det")
            ):
                return True
        above = parse.head_of(token)
        is_to_come = above.lemma in ("have", "be") and any(
            one.lemma == "yet" for head in (token, above) for one in parse.children_of(head, "advmod")
        )
        return token.label == "xcomp" and (above.lemma in self.refusals or is_to_come)

    def find_noun(self, token: Token, doc: CodedDocument) -> Iterator[Draft]:
        """Statements of a noun with a clause or an infinitive: "the claim that", "his promise to"."""
        parse = doc.parsed
        clause = find_nominal_clause(parse, token)
        cue = self.cues.find_noun(token) if clause else self.cues.find_noun_with(parse, token)
        if cue is None:
            return
        if clause is None:
            preposition = cue.words[-1]
            clause = next(iter(parse.children_of(preposition, "pobj", "pcomp")), None)
        spans = tuple(group_spans(trim_edges(parse.subtree(clause)))) if clause else ()
        speaker = find_actor_span(doc, self.find_owner(cue, doc))
        is_untrue = any(
            "untrue" in self.lexicon.echo_words.get(one.lemma, ()) for one in parse.children_of(token, "amod")
        )
        if is_untrue or (not speaker and (self.is_disowned(parse, token) or is_scarce(parse, token))):
            return
        is_infinitive = clause is not None and any(one.lemma == "to" for one in parse.children_of(clause, "aux"))
        if spans and (speaker or (len(cue.words) == 1 and not is_infinitive)):
            yield Draft(cue, spans, speaker, None, "noun")

    def is_disowned(self, parse: Parse, noun: Token) -> bool:
        """Whether a claim is denied where it is told: "rejected the claim that", "called baseless the rumour that"."""
        verb = next((one for one in parse.ancestors(noun) if one.tag.startswith("V")), noun)
        if noun.label not in ("dobj", "pobj", "nsubj", "ccomp", "nsubjpass"):
            return False
        cue = self.cues.find_verb(parse, verb) if noun.label != "nsubj" else None
        return (cue is not None and cue.row.act == "deny") or self.is_called_untrue(parse, verb)

    def find_owner(self, cue: FoundCue, doc: CodedDocument) -> Token | None:
        """Whose words a noun names: its possessor, "of" or "by" phrase, nationality, or who voiced or made them."""
        parse, noun = doc.parsed, cue.token
        owner = next(iter(parse.children_of(noun, "poss")), None)
        if owner is None:
            of = [one for one in parse.children_of(noun, "prep") if one.lemma in OWNING and one not in cue.words]
            owner = next((child for one in of for child in parse.children_of(one, "pobj")), None)
        if owner is None:
            owner = next((one for one in parse.children_of(noun, "amod", "compound")
                          if ("actor", one.index) in doc.mentions_by_head), None)  # fmt: skip
        above = parse.head_of(noun)
        if owner is None and noun.label == "dobj" and is_light(above, self.lexicon):
            owner = find_subject(parse, above)
        return owner

    def find_adjective(self, token: Token, doc: CodedDocument) -> Iterator[Draft]:
        """Statements of an adjective: "is confident that", "were critical of". Not of "it is clear that"."""
        parse = doc.parsed
        verb = self.find_predicate(token, parse)
        cue = self.cues.find_adjective(parse, token) if verb else None
        if cue is None or verb is None or self.is_denied(parse, verb):
            return
        subjects = parse.children_of(verb, "nsubjpass") if verb.index == token.index else []
        speaker = find_relative(parse, verb) or next(iter(subjects), None) or find_subject(parse, verb)
        if speaker is None or speaker.lemma in EXPLETIVES:
            return
        span = find_actor_span(doc, speaker)
        spans = tuple(group_spans(find_adjectival(parse, cue, verb)))
        if span and spans:
            yield Draft(cue, spans, span, None, "adjective")

    def find_predicate(self, token: Token, parse: Parse) -> Token | None:
        """The verb that says an adjective of its subject; of a participle with "be" itself; None for any other word."""
        if not self.cues.has_adjective(token):
            return None
        above = parse.head_of(token)
        if token.label == "acomp" and above.lemma in LINKING:
            return above
        is_predicate = (
            token.tag in ("VBN", "VBD") and is_passive(parse, token) and not parse.children_of(token, "agent")
        )
        return token if is_predicate else None

    def find_phrasal(self, token: Token, doc: CodedDocument) -> Iterator[Draft]:
        """Statements of a phrase: "according to police, …"; "allegedly", which has no speaker."""
        parse = doc.parsed
        cue = self.cues.find_phrase(parse, token)
        if cue is None:
            return
        last = cue.words[-1]
        source = next(iter(parse.children_of(last, "pobj", "pcomp", "poss")), None)
        head = next((one for one in parse.ancestors(token) if one.index not in {t.index for t in cue.words}), None)
        if head is None or (source is None and token.label != "advmod"):
            return
        if source is not None and source.lemma in UNSPOKEN and ("actor", source.index) not in doc.mentions_by_head:
            return
        left_out = {one.index for word in (token, last) for one in parse.subtree(word)}
        tokens = [one for one in parse.subtree(head) if one.index not in left_out]
        spans = tuple(group_spans(trim_edges(tokens)))
        if spans:
            speaker = find_actor_span(doc, source) or find_phrase(parse, source) if source else None
            yield Draft(cue, spans, speaker, None, "phrase")


def is_scarce(parse: Parse, noun: Token) -> bool:
    """Whether there is none of what a noun names: "no proof that", "little evidence that"."""
    return any(one.lemma in FEW for one in parse.children_of(noun, "det", "amod"))


def is_asked_of_reader(parse: Parse, cue: FoundCue, speaker: Token | None) -> bool:
    """Whether nobody says or thinks anything: "do you know", "imagine that", "without knowing", "a plan to demand"."""
    verb = cue.token
    if speaker is not None:
        asks = parse.tokens_of(parse.sentence_of(verb))[-1].words == "?"
        return speaker.lemma == "you" and (verb.lemma in MINDS or asks)
    if verb.tag == "VBN" and verb.label == "advcl" and not parse.children_of(verb, "ccomp", "xcomp"):
        return True
    if verb.tag == "VBN" and verb.label == "acl" and cue.row.cue in NAMING:
        return True
    return verb.tag in ("VB", "VBG") and not is_passive(parse, verb)


def is_idiom(parse: Parse, token: Token) -> bool:
    """Whether nobody speaks in a set phrase: "That said, …", "easier said than done", "pleaded guilty"."""
    if token.lemma == "plead" and any(one.lemma == "guilty" for one in parse.children_of(token)):
        return True
    before = parse.tokens[token.index - 1] if token.index else token
    after = parse.tokens[token.index + 1] if token.index + 1 < len(parse.tokens) else token
    opens = before.words == "That" and after.words == "," and parse.sentence_of(token).first == before.index
    return token.words.casefold() == "said" and (
        opens or (before.lemma in ("easy", "easier", "soon", "sooner") and after.words == "than")
    )


def quotes_another(parse: Parse, token: Token) -> bool:
    """Whether a verb only says that another is quoted: "was quoted as saying", "quoted the general as saying"."""
    participles = (child for one in parse.children_of(token, "prep") if one.lemma == "as"
                   for child in parse.children_of(one, "pcomp"))  # fmt: skip
    return any(one.tag == "VBG" for one in participles) and token.lemma in QUOTING


def find_relative(parse: Parse, verb: Token) -> Token | None:
    """The "who" that is the subject of a cue: the words that name the speaker there."""
    return next((one for one in parse.children_of(verb, "nsubj") if one.tag == "WP" and one.lemma == "who"), None)


def find_addressee(cue: FoundCue, doc: CodedDocument, speaker: Token | None) -> Span | None:
    """The one spoken to, in the slot that the cue has for it."""
    parse = doc.parsed
    if cue.row.addressee == "object":
        found = parse.children_of(cue.token, "dobj", "dative", "nsubjpass")
        found += [child for one in cue.words[1:] for child in parse.children_of(one, "pobj")]
        found = [child for one in found for child in (parse.children_of(one, "pobj") or [one])]
    else:
        prepositions = parse.children_of(cue.token, "prep", "dative")
        named = [one for one in prepositions if one.lemma == cue.row.addressee]
        found = [child for one in named for child in parse.children_of(one, "pobj")]
    kept = [one for one in found if speaker is None or one.index != speaker.index]
    mentions = [doc.mentions_by_head.get(("actor", one.index)) for one in kept]
    return next((mention.span for mention in mentions if mention), None)
