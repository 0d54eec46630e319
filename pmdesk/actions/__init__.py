"""THE VERBS A PERSON CAN DO: the window and the command line both call these; no Qt, no reportlab here.

To add a verb: a function here named as a person would say it, its test, its command in `cli`, its place in `ui`.
"""
