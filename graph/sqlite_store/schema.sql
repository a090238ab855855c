-- One graph in one SQLite file. Integer ids inside, keys outside.
-- Edges are what assertions say; `edge` holds each once, in both directions, by two covering
-- indexes. No ANALYZE: with statistics for `edge` the planner builds Bloom filters over all of it.

create table state (
    id integer primary key check (id = 1),
    revision integer not null,
    documents integer not null,
    loaded integer not null,
    files integer not null,
    edges integer not null,
    assertions integer not null,
    claims integer not null
);
insert into state values (1, 0, 0, 0, 0, 0, 0, 0);

create table document (
    id integer primary key,
    key text not null unique,
    type text,
    number text,
    title text,
    issuer text,
    issue_date text,
    level text,
    province text,
    district text,
    status text not null,
    quality text,
    block text,     -- of the number, in any spelling
    first_day text, -- of a partial date
    words text not null
);
create index document_block on document (block, key) where block is not null;
create index document_province on document (province, key) where province is not null;

create virtual table document_words using fts5 (
    words, content = 'document', content_rowid = 'id', detail = none, columnsize = 0,
    prefix = '2 3', tokenize = "unicode61 remove_diacritics 0 tokenchars '%‰'"
);

create table redirect (
    old text primary key,
    new text not null
) without rowid;

create table file (
    id integer primary key,
    name text not null unique,
    sha256 text not null,
    version text not null,
    outcome text not null,
    document integer references document (id),
    code text,
    message text
);
create index file_sha256 on file (sha256);
create index file_document on file (document) where document is not null;

create table content (
    file integer primary key references file (id) on delete cascade,
    record blob not null,
    text blob not null
);

create table claim (
    id integer primary key,
    hash text not null unique,
    document integer references document (id),
    candidates text, -- keys parted by blanks, best first
    files integer not null,
    block text not null,
    place text not null, -- folded province, empty where none is named
    own integer not null,
    type text,
    number text,
    symbol text,
    title text,
    issuer text,
    issue_date text,
    other_dates text not null, -- parted by blanks
    level text,
    province text,
    district text,
    term text,
    not_after text
);
create index claim_block on claim (block, place);
create index claim_document on claim (document);

-- Which claim each reference of a file makes; SELF for its header.
create table claim_use (
    file integer not null references file (id) on delete cascade,
    reference text not null,
    claim integer not null references claim (id),
    primary key (file, reference)
) without rowid;
create index claim_use_claim on claim_use (claim);

create table edge (
    source integer not null references document (id),
    type integer not null,
    target integer not null references document (id),
    primary key (source, type, target)
) without rowid;
create index edge_in on edge (target, type, source);

create table method (
    id integer primary key,
    rule text not null,
    confidence real not null,
    unique (rule, confidence)
);

-- A sentence that a file's facts rest on, kept once however many quote it.
create table passage (
    file integer not null references file (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    quote text not null,
    primary key (file, start, "end")
) without rowid;

create table assertion (
    source integer not null,
    type integer not null,
    target integer not null,
    file integer not null references file (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    method integer not null references method (id),
    page integer,
    primary key (source, type, target, file, start, "end", method),
    foreign key (source, type, target) references edge (source, type, target)
) without rowid;
create index assertion_file on assertion (file);
