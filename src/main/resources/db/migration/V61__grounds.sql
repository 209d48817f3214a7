-- What a turn's decision was made from, so that it can be made again (./attune replay). In the turn's own row: it is read only
-- for that, and goes with the conversation.
alter table event add column grounds varchar(1000000);
