"""`python -m tests.benchmarks` prints the table."""

from tests.benchmarks.run import main

main()
