-- The customer remembered.

create table customer (
    id         varchar(64)      not null primary key,
    profile    varchar(1000000) not null,
    settings   varchar(1000000) not null, -- preferences and consents
    estimates  varchar(1000000) not null, -- observations behind the estimates; empty when there are none
    created_at bigint           not null,
    changed_at bigint           not null
);

create table identity (
    channel  varchar(32)  not null,
    handle   varchar(255) not null, -- the number, address or user name there
    customer varchar(64)  not null,
    verified boolean      not null,
    primary key (channel, handle, customer)
);
create index identity_customer on identity (customer);

create table ledger (
    id        varchar(64) not null primary key, -- of the content: the same entry is never there twice
    customer  varchar(64) not null,
    at        bigint      not null,
    channel   varchar(32) not null,
    intent    varchar(64) not null,
    remedy    varchar(128),
    outcome   varchar(16),
    diagnosis varchar(128)
);
create index ledger_query on ledger (customer, at);

create table demo_line (
    customer varchar(64)      not null primary key,
    state    varchar(1000000) not null
);
