"""Which verbs there are and where each stands; so light that the window can ask it at every start."""

from collections.abc import Mapping

VERBS: Mapping[str, str] = {
    "new": "registers",
    "check": "registers",
    "attention": "reading",
    "gaps": "bodies",
    "remind": "reminding",
    "owed": "owing",
    "open-year": "owing",
    "list": "reading",
    "show": "reading",
    "history": "reading",
    "add": "writing",
    "appoint": "bodies",
    "set": "writing",
    "delete": "writing",
    "undo": "writing",
    "redo": "writing",
    "submit": "updates",
    "accept": "updates",
    "sign-off": "updates",
    "correct": "updates",
    "return-back": "updates",
    "publish": "updates",
    "member-file": "member_files",
    "merge": "member_files",
    "import": "sheets",
    "export": "sheets",
    "paper": "papers",
    "backup": "registers",
}
