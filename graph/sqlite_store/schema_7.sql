-- Which documents have a term: its words, their beginnings, pairs of them, days and fields
-- (`graph.sqlite_store_terms`). FTS5 read the whole list of every word of a question, and the nodes
-- of all that fit, for the best few of them (docs/decisions/0009).

create table posting (
    term text not null,
    part integer not null, -- ids of documents in 65,536s, so that a commit rewrites little
    documents blob not null, -- a roaring bitmap of ids
    primary key (term, part)
) without rowid;

drop table document_words;
