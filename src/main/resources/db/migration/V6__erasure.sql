-- What was accepted is found by its conversation when a customer asks to be forgotten.
create index inbound_conversation on inbound (conv);
