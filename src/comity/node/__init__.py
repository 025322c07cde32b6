"""The node: storage, keys, clock, partner and jobs; the only room that runs."""
