-- Accounts that administrators keep.
alter table account add column disabled boolean default false not null;
alter table account add column source varchar(16) default 'settings' not null; -- here, settings, demo, oidc
