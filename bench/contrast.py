"""How well events that happened are told from those that did not: the minimal pairs of tests/cases/contrasts.toml.

    python -m bench.contrast [--errors]

Prints, for all pairs and for those about violence and coercion, the share of affirmed members that are coded, of
contrasts with the right status and holder, and of contrasts in which violence or coercion is made up; then each kind of
contrast; with --errors what is wrong with each member.
"""

import sys
from collections import defaultdict

from tests.contrasts import KINDS, Judgement, Pair, judge_affirmed, judge_contrast, load_pairs

from onrecord.coder import Coder

Judged = list[tuple[Pair, Judgement, Judgement]]
VIOLENT = ("ASSAULT", "COERCE")


def print_row(name: str, judged: Judged) -> None:
    """One line: how many pairs, and the three shares in percent."""
    count = len(judged)
    coded = sum(not affirmed.problem for _, affirmed, _ in judged)
    right = sum(not contrast.problem for _, _, contrast in judged)
    invented = sum(bool(contrast.invented) for _, _, contrast in judged)
    shares = "  ".join(f"{100 * share / count:7.1f}" for share in (coded, right, invented))
    print(f"{name:<14}{count:6}  {shares}")


def main() -> None:
    """Judge all pairs and print."""
    coder = Coder()
    judged: Judged = [(pair, judge_affirmed(coder, pair), judge_contrast(coder, pair)) for pair in load_pairs()]
    print(f"{'':<14}{'pairs':>6}  {'coded %':>7}  {'right %':>7}  {'made up':>7}")
    print_row("all", judged)
    print_row("violence", [one for one in judged if one[0].type in VIOLENT])
    groups: dict[str, Judged] = defaultdict(list)
    for one in judged:
        groups[one[0].kind].append(one)
        groups[one[0].type].append(one)
    for name in (*KINDS, *dict.fromkeys(pair.type for pair, _, _ in judged)):
        if groups[name]:
            print_row(name, groups[name])
    if "--errors" in sys.argv:
        for pair, affirmed, contrast in judged:
            for text, judgement in ((pair.text, affirmed), (pair.contrast, contrast)):
                if judgement.problem or judgement.invented:
                    mark = "!!" if judgement.invented else "  "
                    print(f"\n{mark} {pair.type} {pair.kind}: {text}\n     {judgement.problem}")


if __name__ == "__main__":
    main()
