-- The conversations and their log. Runs unchanged on H2 and on PostgreSQL. Times are milliseconds since 1970.

create table conversation (
    id            varchar(64)  not null primary key,
    stream        varchar(64)  not null, -- names this incarnation of the log: the "epoch" of care.v1
    customer      varchar(64)  not null,
    channel       varchar(16)  not null,
    head          bigint       not null, -- seq of the last entry
    owner         varchar(8)   not null, -- who answers: bot, queue, agent, closed
    ownership     bigint       not null, -- grows with each change of owner; a turn commits only under the one it read
    agent         varchar(64),
    last_customer bigint       not null, -- seq of the last customer message
    answered      bigint       not null, -- customer messages up to here are answered
    pending_since bigint,                -- there is something for the bot to answer since then
    attempts      int          not null, -- turns that were started for it and died
    queued_at     bigint,
    priority      int          not null,
    reason        varchar(32),           -- why it was handed over, a code
    created_at    bigint       not null,
    changed_at    bigint       not null
);
create index conversation_pending on conversation (pending_since);
create index conversation_queue on conversation (owner, priority, queued_at);
create index conversation_customer on conversation (customer, created_at);

-- The fold of the log up to seq. Apart from the row above, which changes with every entry and should stay small.
create table snapshot (
    conv  varchar(64)      not null primary key,
    seq   bigint           not null,
    state varchar(1000000) not null
);

create table event (
    conv varchar(64)      not null,
    seq  bigint           not null,
    at   bigint           not null,
    body varchar(1000000) not null,
    turn varchar(1000000), -- what was understood, estimated and decided; never shown to the customer
    primary key (conv, seq)
);

-- What was accepted, under the sender's own id.
create table inbound (
    id   varchar(300) not null primary key, -- scope, sender and the sender's id
    conv varchar(64)  not null,
    seq  bigint       not null,
    hash varchar(64)  not null,
    at   bigint       not null
);
create index inbound_at on inbound (at);
