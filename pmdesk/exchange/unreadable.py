"""The one way a file that cannot be read or written says so: a sentence for a person, never a trace."""

from pmdesk.domain.words import Say


class Unreadable(Exception):
    """Nothing could be read from (or written to) the file; `sentence` says what happened and what to do."""

    def __init__(self, sentence: Say) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
