"""THE FILE: every line of SQL, the journal and its tables; no window, no paper, no spreadsheet."""
