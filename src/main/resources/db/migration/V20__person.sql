-- One person under several ids. A merge moves nothing: it says that ids belong together until it is undone.
create table merge (
    id        varchar(64) not null primary key,
    kept      varchar(64) not null,
    other     varchar(64) not null,
    made_by   varchar(64) not null,
    at        bigint      not null,
    undone_by varchar(64),
    undone_at bigint
);
create index merge_kept on merge (kept);
create index merge_other on merge (other);

-- Merges are made one at a time, so that no two of them close a circle.
create table merge_turn (
    id int not null primary key
);
insert into merge_turn (id) values (1);

-- Whether an undone merge of this customer is not undone yet: nearly nobody is merged, and they should not be searched for.
alter table customer add column merged boolean default false not null;

-- The profile's column holds each value with its source, time, confidence and purpose from now on.
update customer set profile = '{"values":{}}';

-- What the words of a query were, to recognise the same query under another intent; no text can be read from it.
alter table ledger add column words varchar(16);

create index identity_handle on identity (handle);

-- What is removed for its age is found by it. Conversations have no such index: each message would write to it.
create index ledger_at on ledger (at);
