-- Who holds this account is asked by its value and its kind (held_elsewhere, lib/deconfliction). The comparison of kinds may not be used
-- before a row is known to be visible (enum_eq is not leakproof), that of texts may: an index that begins with the value serves, one that
-- begins with the kind made both questions read every target there is.
create index target_value_kind_idx on target (value, kind);
drop index target_kind_value_idx;
