"""NUMBERS TO SHOW: frozen values, the same for screen, paper and command line; reads and draws nothing."""
