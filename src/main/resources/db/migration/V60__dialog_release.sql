-- The dialogs that were in force, as files, so that a conversation can finish on the version that it began with: after a
-- restart and on other nodes too.

create table dialog_release (
    version varchar(32) not null primary key, -- from the files' content
    at      bigint      not null              -- last put in force
);

create table dialog_release_part (
    version varchar(32) not null,
    part    int         not null,
    body    bytea       not null, -- packed, in parts: no database then has to hold one whole
    primary key (version, part)
);

alter table conversation add column dialogs varchar(32); -- the version that the bot goes by in it
