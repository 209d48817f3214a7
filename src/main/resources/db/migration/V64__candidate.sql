-- What customers wrote and was not understood, masked, kept with their consent to be labelled for training.

create table candidate (
    conv        varchar(64)      not null,
    seq         bigint           not null, -- of the message in its conversation
    customer    varchar(64)      not null,
    text_key    varchar(32)      not null, -- the same for the same words of one language
    language    varchar(8)       not null,
    text        varchar(4096)    not null,
    ranking     varchar(1024)    not null, -- JSON: what it might have meant
    confidence  double precision not null,
    reason      varchar(32)      not null,
    times       int              not null, -- not understood in a row, this one included
    at          bigint           not null,
    state       varchar(16)      not null, -- open, labelled or dismissed
    intent      varchar(64),
    labelled_by varchar(64),
    labelled_at bigint,
    primary key (conv, seq)
);
create index candidate_key on candidate (text_key);
create index candidate_state on candidate (state, language);
create index candidate_customer on candidate (customer);
create index candidate_at on candidate (at);
