"""Every editor a form may use; each has value, set_value, edited, set_read_only and focus_target."""

from pmdesk.ui.choice_editors import Check, Choice, Combo, ListChoice, RadioChoice, YesNo
from pmdesk.ui.reference import Reference
from pmdesk.ui.text_editors import DateText, LineText, LongText, NumberText

Editor = LineText | LongText | ListChoice | RadioChoice | Reference

__all__ = [
    "Check", "Choice", "Combo", "DateText", "Editor", "LineText", "ListChoice", "LongText", "NumberText",
    "RadioChoice", "Reference", "YesNo",
]  # fmt: skip
