-- Conversations that a Chatwoot has given to the bot.

create table chatwoot_conversation (
    route    varchar(64) not null primary key, -- account:conversation, as Chatwoot numbers them
    conv     varchar(64) not null,
    customer varchar(64) not null
);
create index chatwoot_customer on chatwoot_conversation (customer);
