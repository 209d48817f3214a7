-- Conversations over Direct Line: the site whose secret opened them, and the name that the client's user goes by there.

create table directline_conversation (
    conv       varchar(64)  not null primary key,
    site       varchar(64)  not null,
    customer   varchar(64)  not null,
    user_id    varchar(256),          -- as the client says it; proves nothing
    created_at bigint       not null
);
create index directline_customer on directline_conversation (customer);
