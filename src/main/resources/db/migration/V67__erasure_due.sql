-- On PostgreSQL: tables whose files still hold bytes of what was erased. "*" is all of them.
create table erasure_due (
    name varchar(64) not null primary key
);
