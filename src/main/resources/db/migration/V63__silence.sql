-- When a conversation is to be looked at because its customer has not answered. A wake-up and no more: whether anything is said
-- follows from the log.
create table silence (
    conv varchar(64) not null primary key,
    due  bigint      not null
);
create index silence_due on silence (due);
