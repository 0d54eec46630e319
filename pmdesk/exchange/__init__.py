"""IN AND OUT: spreadsheets read and written as plain values; no Qt, no register, no paper."""
