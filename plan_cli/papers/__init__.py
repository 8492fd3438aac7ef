"""Papers to read and print: `blocks` is what they are made of; renderers know nothing of plans."""
