-- A common name is found among the newest entries of whoever looks; only a rare one needs the trigrams of all.
create index search_entry_newest_of_unit on search_entry (owner_org_id, at desc);
create index search_entry_newest_of_desk on search_entry (addressee_org_id, at desc) where addressee_org_id is not null;
