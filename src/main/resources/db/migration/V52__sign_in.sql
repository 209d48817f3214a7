-- Sign-ins by another server that are under way.
create table oidc_login (
    state      varchar(64) not null primary key, -- SHA-256
    browser    varchar(64) not null,             -- SHA-256
    nonce      varchar(64) not null,
    verifier   varchar(64) not null,
    expires_at bigint      not null
);
create index oidc_login_expiry on oidc_login (expires_at);
