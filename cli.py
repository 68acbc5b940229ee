"""Run `kg` from a checkout: python cli.py build article.txt -o graph.ttl"""

from kg.commands import main

if __name__ == "__main__":
    main()
