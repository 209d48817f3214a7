-- What is on its way out on channels that bring messages to the customer. What a letter says stays in the log.

create table outbound (
    id         varchar(96)  not null primary key, -- conversation, seq and part
    channel    varchar(20)  not null,
    route      varchar(128) not null, -- where to, in the channel's own terms
    conv       varchar(64)  not null,
    seq        bigint       not null,
    part       int          not null,
    state      varchar(16)  not null, -- waiting, held, sending, unknown, sent, failed, delivered, read
    standing   int          not null, -- the state's place in that order: news never lowers it
    attempts   int          not null,
    next_at    bigint       not null, -- not before; of one being sent, when to stop believing so
    external   varchar(255),          -- the provider's id of it
    fault      varchar(64),
    created_at bigint       not null,
    changed_at bigint       not null
);
create index outbound_route on outbound (channel, route, standing);
create index outbound_due on outbound (standing, next_at);
create index outbound_external on outbound (external);
create index outbound_conversation on outbound (conv, seq);

-- How far a channel has read a log.
create table outbound_cursor (
    channel varchar(20)  not null,
    conv    varchar(64)  not null,
    route   varchar(128) not null,
    seq     bigint       not null,
    active  boolean      not null, -- the customer wrote last on this channel
    primary key (channel, conv)
);
create index outbound_cursor_conversation on outbound_cursor (conv);
