-- Duties and targets, as files state them. A row of a file stands in its record at `place`; the
-- node of the file is kept with it by key, so that an index gives the order of the answers.
-- `same` is equal where files of one document state one fact; `shown` is 1 for the row that
-- stands for it (graph/stated.py).

alter table state add column duties integer not null default 0;
alter table state add column targets integer not null default 0;

-- A sentence that duties and targets of a file rest on.
create table sentence (
    file integer not null references file (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    quote text not null,
    primary key (file, start, "end")
) without rowid;

create table agency_name (
    id integer primary key,
    folded text not null unique
);

create table duty (
    file integer not null references file (id) on delete cascade,
    place integer not null,
    document text not null,
    same integer not null,
    garbled integer not null,
    shown integer not null,
    agency text not null,
    agency_full text,
    role text not null,
    partners text not null, -- a JSON list
    section text not null,
    recurrence text,
    deadline text,
    reports_to text,
    start integer not null,
    "end" integer not null,
    method integer not null references method (id),
    primary key (file, place)
) without rowid;
create index duty_document on duty (document, same);

-- The names, as named and in full, by which a duty is asked for, with what questions filter by.
create table duty_agency (
    name integer not null references agency_name (id),
    document text not null,
    file integer not null,
    place integer not null,
    shown integer not null,
    role text not null,
    primary key (name, document, file, place),
    foreign key (file, place) references duty (file, place) on delete cascade
) without rowid;
create index duty_agency_duty on duty_agency (file, place);

create table indicator_name (
    id integer primary key,
    folded text not null unique
);

create table target (
    file integer not null references file (id) on delete cascade,
    place integer not null,
    document text not null,
    same integer not null,
    garbled integer not null,
    shown integer not null,
    name integer not null references indicator_name (id),
    indicator text not null,
    unit text,
    section text not null,
    primary key (file, place)
) without rowid;
create index target_document on target (document, same);
create index target_name on target (name, document);

create table target_value (
    file integer not null,
    place integer not null,
    nth integer not null,
    baseline integer not null,
    year integer,
    op text not null,
    value real not null,
    value_to real,
    start integer not null,
    "end" integer not null,
    method integer not null references method (id),
    primary key (file, place, nth),
    foreign key (file, place) references target (file, place) on delete cascade
) without rowid;
