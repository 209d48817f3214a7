-- WhatsApp: who writes there, and what has come in.

-- Somebody who writes to one of our numbers.
create table whatsapp_peer (
    id           varchar(64)  not null primary key,
    line         varchar(64)  not null, -- our number: phone_number_id
    customer     varchar(64)  not null,
    wa_id        varchar(64),           -- their phone number, where they let it be seen
    user_id      varchar(160),          -- their id within our business
    window_until bigint       not null, -- free text may be sent until then
    asked_for    bigint       not null, -- the window for whose end a template was sent already
    last_inbound varchar(255),          -- their latest message: what read marks and typing name
    created_at   bigint       not null
);
create index whatsapp_peer_customer on whatsapp_peer (customer);

-- A person has several names at once, and loses and gains them.
create table whatsapp_identity (
    line   varchar(64)  not null,
    kind   varchar(16)  not null, -- wa_id, user_id
    handle varchar(160) not null,
    peer   varchar(64)  not null,
    primary key (line, kind, handle)
);
create index whatsapp_identity_peer on whatsapp_identity (peer);

-- What a webhook brought. The body goes when it has been worked on; the id stays to recognise a repetition.
create table whatsapp_inbox (
    id       varchar(64)  not null primary key, -- hash of number, kind and the provider's id
    lane     varchar(200) not null,             -- whom it is from: their messages keep their order
    at       bigint       not null,             -- the provider's time, to the second
    arrived  bigint       not null,
    body     varchar(1000000),
    conv     varchar(64),
    state    varchar(8)   not null, -- new, taken, done
    attempts int          not null,
    due      bigint       not null
);
create index whatsapp_inbox_lane on whatsapp_inbox (lane, state);
create index whatsapp_inbox_due on whatsapp_inbox (state, due);
create index whatsapp_inbox_arrived on whatsapp_inbox (arrived);
