"""A target said so that which way is better needs no key: '26.0% or less', '62.0% or more'."""

from pmdesk.domain.words import N_, Words

_SIGNS = frozenset("%£.")
_SAID = {"higher": N_("{target} or more"), "lower": N_("{target} or less")}


def say_aim(target: str, polarity: str, words: Words) -> str:
    """A target as it is shown, and which side of it is good; a band and one without a better way as it is.

    What is counted in whole things is 'fewer', what is measured 'less'.

    >>> [say_aim(each, "lower", Words()) for each in ("120", "26.0%", "4.8", "")]
    ['120 or fewer', '26.0% or less', '4.8 or less', '']
    """
    if not target or polarity not in _SAID:
        return target
    if polarity == "lower" and not _SIGNS & set(target):
        return words("{target} or fewer", target=target)
    return words(_SAID[polarity], target=target)
