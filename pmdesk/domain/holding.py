"""Which saves a laptop holds, said shortly: whole beginnings of each laptop's saves, and single ones by hash.

The last hash of a beginning vouches for all before it, since each save names the one before it: 'you have
laptop X up to 12' alone let registers drift apart where two copies had each written a twelfth.
"""

from typing import NamedTuple

SUFFIX = ".pmpack"  # of the file that carries saves from one laptop to another


class Chain(NamedTuple):
    """All of a laptop's saves from its first to its `n`th, whose hash is `hash`."""

    device: bytes
    n: int
    hash: bytes


class Have(NamedTuple):
    """Saves that somebody holds with every value, or knows to be erased."""

    chains: tuple[Chain, ...] = ()
    loose: tuple[bytes, ...] = ()


def held_by_both(one: Have, other: Have) -> Have:
    """What stands in both, of a laptop's two beginnings the shorter: at most what either of them said.

    >>> a, b = Chain(b"a", 3, b"x"), Chain(b"a", 5, b"y")
    >>> held_by_both(Have((a,), (b"1", b"2")), Have((b,), (b"2",))) == Have((a,), (b"2",))
    True
    """
    shortest = dict[bytes, Chain]()
    for chain in sorted(one.chains + other.chains, key=lambda each: -each.n):
        shortest[chain.device] = chain
    both = {each.device for each in one.chains} & {each.device for each in other.chains}
    loose = tuple(sorted(set(one.loose) & set(other.loose)))
    return Have(tuple(chain for device, chain in sorted(shortest.items()) if device in both), loose)
