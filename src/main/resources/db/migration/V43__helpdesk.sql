-- How far a helpdesk has been told of each conversation that people have, or had.

create table helpdesk_cursor (
    conv     varchar(64) not null primary key,
    customer varchar(64) not null,
    sent     bigint      not null, -- seq up to which it has been told
    behind   boolean     not null, -- there is something to tell
    attempts int         not null, -- how often the next was tried
    next_at  bigint      not null  -- not before then; while it is being told, when to take it up again
);
create index helpdesk_behind on helpdesk_cursor (behind, next_at);
create index helpdesk_customer on helpdesk_cursor (customer);
