-- The folded words of a task, by which duties are asked for; agencies are asked for by their kinds
-- and by what they are part of, too. Both are taken from the records again.

alter table duty add column words text not null default '';
