"""newskg: news articles as a knowledge graph that an analyst can trust."""

__version__ = "0.1.0"
