-- A file that a desk lays beside an answer is the desk's own until the answer goes out: the side that asks sees it with the answer and
-- not before, and until then it can be taken off again. Nothing is deleted: what was taken off keeps its row, `dropped_at` says when.
alter table attachment add column unsent boolean not null default false;
alter table attachment add column dropped_at timestamptz(3);
alter table attachment add constraint dropped_was_unsent check (dropped_at is null or unsent);
create index attachment_unsent on attachment (request_id) where unsent;

-- Whether a file waits follows from where it lies, never from who brings it.
create function attachment_unsent_born() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() then return new; end if;
  new.dropped_at := null;
  new.unsent := new.request_id is not null and exists (select from request r where r.id = new.request_id
    and r.sent_at is not null and r.addressee_org_id = new.owner_org_id);
  return new;
end $$;
create trigger attachment_unsent_born before insert on attachment for each row execute function attachment_unsent_born();

-- It is sent or taken off, once and for good, and changes in nothing else meanwhile.
create function attachment_unsent_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() then return new; end if;
  if old.unsent is distinct from new.unsent or old.dropped_at is distinct from new.dropped_at then
    if not old.unsent or old.dropped_at is not null then
      raise exception 'a file that was sent or taken off stays so' using errcode = 'check_violation';
    end if;
    if new.unsent and new.dropped_at is null then
      raise exception 'a file is sent or taken off' using errcode = 'check_violation';
    end if;
  end if;
  if old.unsent and app.without(to_jsonb(new), array['unsent', 'dropped_at']) is distinct from app.without(to_jsonb(old), array['unsent', 'dropped_at']) then
    raise exception 'a file that waits changes in nothing else' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger attachment_unsent_guard before update on attachment for each row execute function attachment_unsent_guard();

create policy attachment_unsent on attachment as restrictive for select to lachan_app using (not unsent or owner_org_id = app.org_id());
grant update (unsent, dropped_at) on attachment to lachan_app;
create policy attachment_send on attachment for update to lachan_app
  using (unsent and owner_org_id = app.org_id() and exists (select 1 from request r where r.id = attachment.request_id
    and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'answers'))
  with check (owner_org_id = app.org_id() and exists (select 1 from request r where r.id = attachment.request_id
    and app.side(r.requester_org_id, r.addressee_org_id, r.sealed_to, r.sent_at) = 'answers'));
