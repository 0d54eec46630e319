"""QT: draws, asks, tells; decides nothing, and reads and writes only through actions."""
