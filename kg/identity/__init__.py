"""One thing, one node, across the articles of a store: names compared, things and events joined, sources weighed."""
