-- Customers whose data is kept and not used (GDPR art. 18). Their data does not go with age: other tables' clearing looks here.
create table restriction (
    customer varchar(64)  not null primary key,
    since    bigint       not null,
    reason   varchar(200) not null,
    made_by  varchar(64)  not null
);

-- Whether there is a restriction of this customer: nearly nobody has one, and they should not be searched for.
alter table customer add column restricted boolean default false not null;
