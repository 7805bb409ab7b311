-- An inspector asks who looked up an account: by the keyed hash of what was typed, the only thing the record keeps of it.
create index event_looked_up on event ((changes ->> 'term')) where type = 'lookup.performed';
