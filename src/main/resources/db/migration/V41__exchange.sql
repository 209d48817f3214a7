-- Channels on which an answer can only be the answer to a request: how far each sender has been told.

create table exchange_thread (
    channel  varchar(16) not null,
    sender   varchar(64) not null, -- a hash: on these channels a sender's id is all that keeps them apart
    customer varchar(64) not null,
    conv     varchar(64) not null,
    seen     bigint      not null, -- seq up to which the sender has been told
    primary key (channel, sender)
);
create index exchange_customer on exchange_thread (customer);
