-- Files that customers sent, their bytes in parts.

create table attachment (
    id       varchar(64)  not null primary key,
    conv     varchar(64)  not null,
    customer varchar(64)  not null,
    mime     varchar(128) not null,
    name     varchar(128) not null,
    bytes    bigint       not null,
    sha256   varchar(64)  not null,
    attached boolean      not null, -- part of a message; what never becomes one is dropped
    at       bigint       not null
);
create index attachment_customer on attachment (customer, at);
create index attachment_loose on attachment (attached, at);

create table attachment_part (
    attachment varchar(64) not null,
    part       int         not null,
    body       bytea       not null,
    primary key (attachment, part)
);
