-- The chain also covers who may read a line: an event that was moved to another province, sealed or unshared is as broken
-- as one whose words were changed.
create or replace function event_text(e event) returns text language sql stable as $$
  select concat_ws(E'\x1f', e.id, e.stream, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.type,
    coalesce(e.actor_id::text, ''), coalesce(e.actor_name, ''), coalesce(e.membership_id::text, ''), coalesce(e.org_id::text, ''),
    coalesce(e.province_code, ''), coalesce(e.case_id::text, ''), coalesce(e.request_id::text, ''),
    coalesce(e.requester_org_id::text, ''), coalesce(e.addressee_org_id::text, ''), e.restricted::text, e.sealed_to::text, e.shared::text,
    coalesce(e.subject_type, ''), coalesce(e.subject_id::text, ''), coalesce(e.reason, ''), coalesce(e.origin, ''), e.changes::text)
$$;
