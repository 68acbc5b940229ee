"""Graphs that are asked and stores that grow: RDF files, embedded Oxigraph, and any SPARQL 1.1 server."""
