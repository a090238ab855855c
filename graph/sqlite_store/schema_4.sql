-- What people said of two documents: that they are one, or are not. An anchor is JSON
-- (graph/judgement.py). Rows are never removed; one that is undone says so.

alter table state add column judgements integer not null default 0;

create table judgement (
    id text primary key,
    verdict text not null,
    left_key text not null,
    right_key text not null,
    left_anchor text not null,
    right_anchor text not null,
    author text not null,
    made_at text not null,
    reason text not null,
    undone_by text,
    undone_at text,
    undone_reason text
) without rowid;
