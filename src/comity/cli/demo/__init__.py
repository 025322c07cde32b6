"""The demo is the article: two nodes on this machine play it, scene by scene."""
