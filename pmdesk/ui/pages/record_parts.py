"""Parts of a record's page that are words: prose, lines 'label: words', a question nobody has answered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pmdesk.figures.record_page import Ask, Lead, Pair
from pmdesk.ui.buttons import flat
from pmdesk.ui.labels import label
from pmdesk.ui.pages.measure_side import Mark
from pmdesk.ui.pill import Pill
from pmdesk.ui.theme import px, scale
from pmdesk.ui.words import _

Go = Callable[[Lead | None], object]
PROSE, PAIR = 560, 124
LARGE = 1.25  # text scale above which what stands side by side stands one below the other


class Prose(QLabel):
    """Words that wrap at the length of a line that reads well, and say their height for that length."""

    def __init__(self, text: str, role: str = "body") -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMaximumWidth(px(PROSE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks for the width it has, not for the most this takes.
        return super().heightForWidth(min(width, self.maximumWidth()))


class Pairs(QWidget):
    """Labels on one edge and words on the next; one below the other where the text is large."""

    def __init__(self, pairs: Sequence[Pair], go: Go, read_only: bool) -> None:
        super().__init__()
        self._go, self._read_only = go, read_only
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        names = [label(pair.label, "quiet_list", wrap=False) for pair in pairs]
        width = max([px(PAIR), *(name.sizeHint().width() + 16 for name in names)])
        for pair, name in zip(pairs, names, strict=True):
            line = QVBoxLayout() if scale() > LARGE else QHBoxLayout()
            line.setSpacing(0)
            if scale() <= LARGE:
                name.setFixedWidth(width)
            middle = (pair.link and not pair.text) or pair.state
            edge = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
            line.addWidget(name, 0, edge)
            line.addWidget(self._words(pair), 100)
            line.addStretch(1)
            lines.addLayout(line)

    def _words(self, pair: Pair) -> QWidget:
        if not pair.link and not pair.state:
            return Prose(pair.text, "list")
        holder = QWidget()
        # Words that are long stand over what leads on from them.
        line = QHBoxLayout(holder) if pair.state or not pair.text else QVBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        if pair.state:
            line.addWidget(Pill(pair.state, pair.text))
        elif pair.text:
            line.addWidget(Prose(pair.text, "list"))
        if pair.link and not (self._read_only and pair.lead and pair.lead.page == "edit"):
            button = flat(pair.link, lambda: self._go(pair.lead))
            button.setAccessibleName(f"{pair.link}: {pair.label}" if pair.text else pair.link)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        return holder


class AskLine(QWidget):
    """A question that nobody has answered, and the link that opens the form at its field."""

    def __init__(self, ask: Ask, go: Go, read_only: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Mark("unknown", "close"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Prose(ask.question))
        if not read_only:
            button = flat(_("Answer"), lambda: go(ask.lead))
            button.setAccessibleName(_("Answer: {question}", question=ask.question))
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
