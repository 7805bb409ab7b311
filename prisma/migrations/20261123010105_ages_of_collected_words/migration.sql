-- Collected words are forgotten from the oldest on: what was told, and what waits for a mail while its notification is gone.
create index digest_entry_age on digest_entry (at);
drop index digest_entry_closed;
