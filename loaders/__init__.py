"""Documents in, records out: everything that knows how a Vietnamese policy paper is written.

`read.read_file` is the one entrance, and calls the packages in the order of CONTRIBUTING.md, each
of which imports only those before it. The records, errors, folding and tables of this package are
the vocabulary of the whole project; nothing else of it is imported by `graph` and `queries`.
"""
