-- Almost nothing is sealed, but the planner takes an expression it knows nothing of for one row in two hundred: it then fetched
-- and sorted a unit's whole open work to show fifty rows. These statistics tell it.
create statistics request_sealed on (cardinality(sealed_to)) from request;
create statistics case_sealed on (cardinality(sealed_to)) from fraud_case;
create statistics event_sealed on (cardinality(sealed_to)) from event;
create statistics search_entry_sealed on (cardinality(sealed_to)) from search_entry;
analyze request, fraud_case, event;

-- Part of a name: a common family name stands in hundreds of thousands of entries. With whose they are in the same index,
-- only the reader's own are walked. Finer statistics tell common words from rare ones.
create extension if not exists btree_gin;
drop index search_entry_norm;
create index search_entry_norm on search_entry using gin (owner_org_id, addressee_org_id, norm gin_trgm_ops);
alter table search_entry alter column norm set statistics 1000;
analyze search_entry;
