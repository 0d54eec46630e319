"""Charts, each drawn from frozen figures; what a chart means was worked out before it comes here."""
