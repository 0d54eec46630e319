"""That two records called the same are two: how it is named in the journal, and for people."""

from pmdesk.domain.words import N_

# Holds the ids of the records that this one is not; a field of the journal that no form has.
APART = "apart"
IS_NOT = N_("Is not the same as")
