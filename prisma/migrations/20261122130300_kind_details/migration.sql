-- What a request asks beside its targets (a window, a text, a day), and the request it came from: the other half of a
-- reconciliation, or the one that was answered "not ours". Signed content like the rest.

alter table request add column details jsonb, add column linked_id uuid references request (id), add column link text check (link in ('pair', 'rerouted'));
alter table request add constraint request_link_whole check ((link is null) = (linked_id is null) and linked_id is distinct from id);
create index request_linked_id_idx on request (linked_id) where linked_id is not null;

create or replace function app.request_columns(side text, status public.request_status) returns text[] language sql stable parallel safe return case
  when side = 'asks' then array['version', 'updated_at', 'restricted', 'sealed_to'] || case status
    when 'DRAFT' then array['kind_code', 'addressee_org_id', 'procuracy_org_id', 'urgency', 'grounds', 'legal_bases', 'disclosure', 'parent_id', 'details',
      'disputed_amount', 'item_count', 'first_target_label', 'first_target_name', 'first_transfer_at', 'status', 'stated_reason', 'submitted_at', 'closed_at']
    when 'PENDING_SIGNATURE' then array['status', 'stated_reason', 'submitted_at', 'signer_id', 'sent_at', 'document_number', 'document_date', 'content_hash',
      'due_at', 'queue_at', 'paused_at', 'span_minutes']
    else array['status', 'stated_reason', 'answered_at', 'answered_count', 'closed_at', 'due_at', 'queue_at', 'paused_at', 'span_minutes'] end
  when side = 'answers' then array['opened_at', 'answering_id', 'answering_at'] || case
    when status = 'CLARIFICATION_NEEDED' then array['version', 'updated_at', 'assignee_id']
    when status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'PARTLY_ANSWERED') then array['version', 'updated_at', 'assignee_id', 'status', 'stated_reason',
      'refusal_ground', 'held_amount', 'moved_amount', 'cashed_out_amount', 'answered_count', 'acknowledged_at', 'first_action_at', 'answered_at', 'queue_at', 'paused_at']
    else '{}' end
  else '{}' end;

-- Beside request_guard: the details are what was signed, and where a request came from is told once.
create function request_details_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if app.for_person() and new.linked_id is not null and not exists (select from public.request r
        where r.id = new.linked_id and r.case_id = new.case_id and r.requester_org_id = new.requester_org_id) then
      raise exception 'a request comes from one of its own case' using errcode = 'check_violation', constraint = 'request_link_whole';
    end if;
    return new;
  end if;
  if (old.sent_at is not null and new.details is distinct from old.details) or (new.linked_id, new.link) is distinct from (old.linked_id, old.link) then
    raise exception 'a signed request does not change' using errcode = 'check_violation', constraint = 'request_signed_content';
  end if;
  return new;
end $$;
create trigger request_details_guard before insert or update on request for each row execute function request_details_guard();

-- Taken down, and looked at again by the unit that asked: gone still, or there again.
create table recheck (
  id uuid primary key default uuid_v7(),
  request_id uuid not null references request (id),
  item_id uuid not null references request_item (id),
  is_gone boolean not null,
  note text,
  checked_by_id uuid not null references person (id),
  checked_at timestamptz(3) not null default now(),
  constraint recheck_says_what check (is_gone or note is not null)
);
create index recheck_item_id_idx on recheck (item_id);
create index recheck_request_id_idx on recheck (request_id);
create index recheck_checked_by_id_idx on recheck (checked_by_id);
alter table recheck enable row level security;
alter table recheck force row level security;
grant select, insert on recheck to lachan_app, lachan_system;
create policy recheck_system on recheck to lachan_system using (true) with check (true);
create policy recheck_select on recheck for select to lachan_app using (exists (select 1 from request r
  where r.id = recheck.request_id and app.works_cases() and r.requester_org_id = any(app.org_ids()) and app.unsealed(r.sealed_to)));
create policy recheck_insert on recheck for insert to lachan_app with check (checked_by_id = app.user_id() and app.is_now(checked_at)
  and app.side_of(request_id) = 'asks' and exists (select 1 from request_item i where i.id = recheck.item_id and i.request_id = recheck.request_id
    and i.answered_at is not null));
