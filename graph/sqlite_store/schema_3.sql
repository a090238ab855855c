-- What a lineage asks of every document that it reaches: the files that hold its text, and
-- whether an act carries it. Both are answered from an index; few documents are carried, so that
-- what tells them is small. 2 and 6 are APPROVES and PROMULGATES (graph/sqlite_store_rows.py).

drop index file_document;
create index file_document on file (document, name) where document is not null;
create index edge_carrying on edge (source) where type in (2, 6);
