-- Words leave the search when something is erased, all at once; wiping each word at each save of a text cost
-- more than all else of the save, and more the larger the register.
-- Frozen: never edited after a release; the next change of the tables is the next file.

INSERT INTO search(search, rank) VALUES ('secure-delete', 0);
