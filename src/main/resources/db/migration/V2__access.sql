-- Who may come in. Secrets are kept as SHA-256 only.

create table visitor (
    secret     varchar(64) not null primary key,
    site       varchar(64) not null,
    customer   varchar(64) not null,
    anonymous  varchar(64),          -- who this device was before it signed in
    signed_in  boolean     not null,
    created_at bigint      not null
);
create index visitor_customer on visitor (customer);

create table ticket (
    secret     varchar(64) not null primary key,
    kind       varchar(16) not null, -- chat, agent
    site       varchar(64),
    subject    varchar(64) not null, -- customer or user
    anonymous  varchar(64),
    role       varchar(16),
    expires_at bigint      not null
);
create index ticket_expiry on ticket (expires_at);

create table account (
    username varchar(64)  not null primary key,
    name     varchar(128) not null,
    role     varchar(16)  not null,
    password varchar(128) not null, -- bcrypt
    demo     boolean      not null
);

create table session (
    secret     varchar(64) not null primary key,
    username   varchar(64) not null,
    expires_at bigint      not null
);
create index session_expiry on session (expires_at);
create index session_username on session (username);
