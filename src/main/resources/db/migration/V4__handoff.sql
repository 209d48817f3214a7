-- The agents.

create table presence (
    agent      varchar(64) not null primary key,
    state      varchar(16) not null, -- online, busy, away, offline
    capacity   int         not null,
    changed_at bigint      not null
);
