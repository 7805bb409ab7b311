-- Deconfliction without disclosure: who works a case of a police unit learns that another unit holds the same account, wallet or number,
-- and which duty desk to call. The unit's short name and the number of its desk leave this function and nothing else: no case, no count,
-- no date. Asked is by the whole value; a sealed case is known to its members alone and is never a match. `asked` is an array of
-- {kind, value, institution}, of which at most 200 are read; an account whose institution nobody named is told by its number.
create function app.held_elsewhere(asked jsonb) returns table (place int, unit text, phone text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct (a.ordinality - 1)::int, o.short_name, o.duty_phone
  from jsonb_array_elements(asked) with ordinality as a
    join public.target t on t.kind::text = a.value ->> 'kind' and t.value = a.value ->> 'value'
      and (t.institution_id is null or a.value ->> 'institution' is null or t.institution_id = (a.value ->> 'institution')::uuid)
    join public.fraud_case c on c.id = t.case_id and not c.restricted and c.unit_id <> all(app.org_ids())
    join public.organisation o on o.id = c.unit_id
  where app.works_cases() and a.ordinality <= 200 and a.value ->> 'kind' in ('bank_account', 'e_wallet', 'phone_number')
    and exists (select from public.organisation own where own.id = app.org_id() and own.kind = 'police')
$$;

do $$
declare
  holder text := 'lachan_trust';
begin
  begin
    grant usage, create on schema public, app to lachan_trust;
    alter function app.held_elsewhere(jsonb) owner to lachan_trust;
    revoke create on schema public, app from lachan_trust;
    grant select on target, fraud_case to lachan_trust;
  exception when insufficient_privilege or undefined_object then
    raise warning 'held_elsewhere() keeps its owner: %', sqlerrm;
    holder := current_user;
  end;
  execute format('create policy target_trust on target for select to %I using (true)', holder);
  execute format('create policy fraud_case_trust on fraud_case for select to %I using (true)', holder);
end $$;
revoke execute on function app.held_elsewhere(jsonb) from public;
grant execute on function app.held_elsewhere(jsonb) to lachan_app;
