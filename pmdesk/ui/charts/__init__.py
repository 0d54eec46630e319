"""Charts, each drawn from frozen figures; what a chart means was worked out before it comes here.

To add a chart:
1. its numbers as frozen values in a file of `figures`, with a test that reads them beside a small register;
2. its drawing in a file here, like timeline.py: colours are tokens, a state is a shape and a word as well;
3. its words in said.py: one sentence for the whole and one for each mark, for screen readers;
4. on its page: 'show as table', keyboard reading and 'save as picture' (picture.py);
5. on paper: its drawing in `papers`, from the same figures.
"""
