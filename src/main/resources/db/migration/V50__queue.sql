-- The queue beside the log: what is wanted, what rings where, who is there.

create table handoff_case ( -- one stay of a conversation with the queue and with people
    id           varchar(100) not null primary key,
    conv         varchar(64)  not null,
    customer     varchar(64),
    reason       varchar(32)  not null,
    rule         varchar(64),
    language     varchar(8),
    topic        varchar(64), -- the intent that it is about: the skill it needs follows from it
    target       varchar(80), -- whom it was passed on to
    requested_at bigint       not null,
    joined_at    bigint,
    agent        varchar(64), -- who has or had it last
    last_agent   varchar(64), -- who served this customer before
    ended_at     bigint,
    outcome      varchar(16), -- served, returned, left, callback, failed
    code         varchar(64)  -- of the wrap-up
);
create index handoff_case_conv on handoff_case (conv, ended_at);
create index handoff_case_time on handoff_case (requested_at);
create index handoff_case_customer on handoff_case (customer, requested_at);

create table offer ( -- rings at one agent; the key makes sure of the one
    conv      varchar(64) not null primary key,
    agent     varchar(64) not null,
    ownership bigint      not null, -- under which it rings; an offer of another one is void
    since     bigint      not null,
    until     bigint      not null
);
create index offer_agent on offer (agent);

create table refusal (
    conv  varchar(64) not null,
    agent varchar(64) not null,
    until bigint      not null,
    primary key (conv, agent)
);

create table wrap_up (
    conv  varchar(64) not null primary key,
    agent varchar(64) not null,
    since bigint      not null,
    until bigint      not null -- the place is free from then on, code or not
);
create index wrap_up_agent on wrap_up (agent);

create table callback (
    conv      varchar(64) not null primary key,
    customer  varchar(64) not null,
    due_at    bigint      not null,
    booked_at bigint      not null,
    priority  int         not null
);
create index callback_due on callback (due_at);
create index callback_customer on callback (customer);

create table duty ( -- which node does what only one may do
    name  varchar(32) not null primary key,
    node  varchar(64) not null,
    until bigint      not null
);

alter table presence add column seen_at bigint; -- the last sign of the agent's socket; none when there never was one
alter table presence add column missed int default 0 not null;
alter table presence add column rung_at bigint default 0 not null;

create table agent_profile (
    agent     varchar(64)   not null primary key,
    team      varchar(64),
    skills    varchar(4000) not null,
    languages varchar(400)  not null
);

create table catalogue ( -- what administrators keep: canned replies, wrap-up codes, skills, opening hours
    kind varchar(16)     not null,
    id   varchar(64)     not null,
    body varchar(100000) not null,
    primary key (kind, id)
);
