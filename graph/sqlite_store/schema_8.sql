-- Where the paper is that names a document without its place (`graph.model.Claim.home`).
alter table claim add column home text;
