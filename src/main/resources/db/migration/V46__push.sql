-- Apps on customers' devices, and what they are to be told while they are in the background.

create table push_device (
    customer         varchar(64)   not null,
    device           varchar(64)   not null,
    token            varchar(4096),
    background_since bigint, -- null while the app is in use
    changed_at       bigint        not null,
    primary key (customer, device)
);
create index push_device_background on push_device (background_since);

create table push_mark (
    customer varchar(64) not null,
    device   varchar(64) not null,
    conv     varchar(64) not null,
    told     bigint      not null, -- the device has been told up to here
    due      bigint      not null, -- and is to be told up to here
    attempts int         not null,
    next_at  bigint,               -- null when nothing is due
    primary key (customer, device, conv)
);
create index push_mark_due on push_mark (next_at);
