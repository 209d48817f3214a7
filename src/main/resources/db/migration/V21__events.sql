-- Events of other systems: which were taken in, by a hash of source and id.
create table event_taken (
    id   varchar(64)  not null primary key,
    type varchar(200) not null,
    at   bigint       not null
);
create index event_taken_at on event_taken (at);

-- What other systems reported of the network. told_at is the time of the latest event: an older one changes nothing.
create table outage (
    id       varchar(64) not null primary key,
    eta      bigint,
    told_at  bigint      not null,
    ended_at bigint
);
create table outage_place (
    outage varchar(64)  not null,
    kind   varchar(8)   not null, -- area, customer
    place  varchar(200) not null,
    primary key (kind, place, outage)
);
create index outage_place_outage on outage_place (outage);

create table line_fault (
    customer varchar(64)   not null,
    id       varchar(64)   not null,
    readings varchar(4000) not null,
    told_at  bigint        not null,
    ended_at bigint,
    primary key (customer, id)
);
