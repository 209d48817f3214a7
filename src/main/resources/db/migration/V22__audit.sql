-- Who saw or changed what of whom. Rows are only ever added; each holds the hash of the one before it.
create table audit (
    seq     bigint      not null primary key,
    at      bigint      not null,
    actor   varchar(64) not null, -- a user name, or the pseudonym of a customer
    role    varchar(16) not null,
    action  varchar(64) not null, -- such as customer.read
    subject varchar(64) not null, -- the pseudonym of the customer concerned; empty where nobody is
    hash    varchar(64) not null
);
create index audit_subject on audit (subject, seq);

-- The last row, to be locked by whoever adds the next; and the key of hashes and pseudonyms, unless the settings name one.
create table audit_head (
    id     int          not null primary key,
    seq    bigint       not null,
    hash   varchar(64)  not null,
    secret varchar(128) not null
);
