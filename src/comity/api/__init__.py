"""The node's ports: they translate words and bytes, and decide nothing."""
