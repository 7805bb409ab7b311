-- The talk about a request: what both sides say to each other, what each says only among itself, who follows it and to whom it was
-- handed over. What was said stays as it was said: there is nothing to update and nothing to delete.

-- The side on which this person reads a request; a procuracy reads the order and stands on none, so it hears no talk.
create function app.reads_as(request_id uuid) returns text language sql stable parallel safe return
  (select case when app.works_cases() and r.requester_org_id = any(app.org_ids()) and app.unsealed(r.sealed_to) then 'asks'
    when app.answers() and r.addressee_org_id = app.org_id() and r.sent_at is not null then 'answers' end
    from public.request r where r.id = reads_as.request_id);
-- A colleague: he acts in this person's own organisation today.
create function app.is_colleague(member uuid) returns boolean language sql stable parallel safe return
  exists (select from public.membership m where m.id = is_colleague.member and m.organisation_id = app.org_id()
    and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()));
grant execute on function app.reads_as(uuid), app.is_colleague(uuid) to lachan_app, lachan_system;

-- Who took over how much from whom, with a word about it. Nobody (`to_membership_id` null) is the desk as a whole.
create table handover (
  id uuid primary key default uuid_v7(),
  org_id uuid not null references organisation (id),
  from_membership_id uuid not null references membership (id),
  to_membership_id uuid references membership (id),
  note text not null check (char_length(note) between 1 and 2000),
  request_count int not null check (request_count between 1 and 500),
  made_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  read_at timestamptz(3),
  constraint handover_to_another check (to_membership_id is distinct from from_membership_id)
);
create index handover_unread on handover (to_membership_id, made_at) where read_at is null;
create index handover_from on handover (from_membership_id);
create index handover_org on handover (org_id);

create table thread_message (
  id uuid primary key default uuid_v7(),
  request_id uuid not null references request (id),
  org_id uuid not null references organisation (id),
  membership_id uuid not null references membership (id),
  author_id uuid not null references person (id),
  kind text not null default 'message' check (kind in ('message', 'reminder', 'handover')),
  internal boolean not null,
  body text not null check (char_length(body) <= 4000),
  mentions uuid[] not null default '{}' check (cardinality(mentions) <= 20),
  handover_id uuid references handover (id),
  sent_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  constraint message_says_something check (kind = 'reminder' or body <> ''),
  constraint mention_stays_inside check (internal or cardinality(mentions) = 0),
  constraint reminder_is_said_across check (kind <> 'reminder' or not internal),
  constraint handover_stays_inside check ((kind = 'handover') = (handover_id is not null) and (kind <> 'handover' or internal))
);
create index thread_message_latest on thread_message (request_id, sent_at desc, id desc);
create index thread_message_membership on thread_message (membership_id);
create index thread_message_author on thread_message (author_id);
create index thread_message_org on thread_message (org_id);
create index thread_message_handover on thread_message (handover_id) where handover_id is not null;
create index thread_message_mentions on thread_message using gin (mentions) where cardinality(mentions) > 0;

-- How far each person has read.
create table thread_read (
  membership_id uuid not null references membership (id),
  request_id uuid not null references request (id),
  read_to timestamptz(3) not null,
  primary key (membership_id, request_id)
);
create index thread_read_request on thread_read (request_id);

-- Who follows a request in the unit that asks, once it was handed on; before that it is its drafter.
create table request_officer (
  request_id uuid primary key references request (id),
  membership_id uuid references membership (id),
  since timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);
create index request_officer_membership on request_officer (membership_id) where membership_id is not null;

alter table handover enable row level security;
alter table handover force row level security;
grant select on handover to lachan_system;
create policy handover_system on handover to lachan_system using (true) with check (true);
grant select, insert (org_id, from_membership_id, to_membership_id, note, request_count), update (read_at) on handover to lachan_app;
create policy handover_select on handover for select to lachan_app using (org_id = app.org_id()
  and (app.membership_id() in (from_membership_id, to_membership_id) or app.roles() && array['liaison_manager', 'commander']));
create policy handover_insert on handover for insert to lachan_app with check (org_id = app.org_id() and from_membership_id = app.membership_id()
  and (app.answers() or app.writes_requests()) and (to_membership_id is null or app.is_colleague(to_membership_id)));
create policy handover_update on handover for update to lachan_app using (to_membership_id = app.membership_id() and read_at is null)
  with check (to_membership_id = app.membership_id() and app.is_now(read_at));

alter table thread_message enable row level security;
alter table thread_message force row level security;
grant select on thread_message to lachan_system;
create policy thread_message_system on thread_message to lachan_system using (true) with check (true);
grant select, insert (request_id, org_id, membership_id, author_id, kind, internal, body, mentions, handover_id) on thread_message to lachan_app;
-- What was said inside is for one's own organisation; a unit reads what units below it say, as it reads their requests.
create policy thread_message_select on thread_message for select to lachan_app using (app.reads_as(request_id) is not null
  and (not internal or org_id = app.org_id() or (app.works_cases() and org_id = any(app.org_ids()))));
-- To the other side one speaks while there is something to settle; among colleagues always.
create policy thread_message_insert on thread_message for insert to lachan_app with check (
  org_id = app.org_id() and membership_id = app.membership_id() and author_id = app.user_id() and app.side_of(request_id) is not null
  and (internal or exists (select 1 from request r where r.id = thread_message.request_id and r.status in
    ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED', 'ANSWERED', 'NOT_EXECUTED')))
  and (handover_id is null or exists (select 1 from handover h where h.id = thread_message.handover_id and h.from_membership_id = app.membership_id()))
  and not exists (select 1 from unnest(mentions) as m(id) where not app.is_colleague(m.id)));

-- A reminder is the asking side's, about what is overdue now, and not again within four hours.
create function reminder_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform 1 from public.request where id = new.request_id for update;
  if app.for_person() and (app.side_of(new.request_id) is distinct from 'asks' or not exists (select from public.request r where r.id = new.request_id
      and r.due_at < clock_timestamp() and r.paused_at is null and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'PARTLY_ANSWERED'))) then
    raise exception 'this reminder is not yours to send' using errcode = 'insufficient_privilege', constraint = 'reminder_of_overdue';
  end if;
  if exists (select from public.thread_message m where m.request_id = new.request_id and m.kind = 'reminder' and m.sent_at > clock_timestamp() - interval '4 hours') then
    raise exception 'reminded within four hours' using errcode = 'check_violation', constraint = 'reminder_not_again';
  end if;
  return new;
end $$;
create trigger reminder_guard before insert on thread_message for each row when (new.kind = 'reminder') execute function reminder_guard();

alter table thread_read enable row level security;
alter table thread_read force row level security;
grant select on thread_read to lachan_system;
create policy thread_read_system on thread_read to lachan_system using (true) with check (true);
grant select, insert, update (read_to) on thread_read to lachan_app;
create policy thread_read_select on thread_read for select to lachan_app using (membership_id = app.membership_id());
create policy thread_read_insert on thread_read for insert to lachan_app with check (membership_id = app.membership_id() and app.reads_as(request_id) is not null);
create policy thread_read_update on thread_read for update to lachan_app using (membership_id = app.membership_id()) with check (membership_id = app.membership_id());

alter table request_officer enable row level security;
alter table request_officer force row level security;
grant select on request_officer to lachan_system;
create policy request_officer_system on request_officer to lachan_system using (true) with check (true);
grant select, insert, update (membership_id, since) on request_officer to lachan_app;
create policy request_officer_select on request_officer for select to lachan_app using (app.reads_as(request_id) = 'asks');
create policy request_officer_insert on request_officer for insert to lachan_app with check (app.side_of(request_id) = 'asks' and app.is_now(since)
  and (membership_id is null or app.is_colleague(membership_id)));
create policy request_officer_update on request_officer for update to lachan_app using (app.side_of(request_id) = 'asks')
  with check (app.side_of(request_id) = 'asks' and app.is_now(since) and (membership_id is null or app.is_colleague(membership_id)));

-- A file of the talk lies beside the request, not on it: what was signed covers the order's own files and no other. Until its message
-- is sent it is its sender's alone; then whoever reads the message reads the file.
alter table attachment add column thread_request_id uuid references request (id);
alter table attachment add column message_id uuid references thread_message (id);
alter table attachment add constraint thread_file_lies_beside check (thread_request_id is null or (request_id is null and item_id is null));
alter table attachment add constraint message_file_is_of_thread check (message_id is null or thread_request_id is not null);
create index attachment_message on attachment (message_id) where message_id is not null;
create index attachment_thread on attachment (thread_request_id) where thread_request_id is not null;
grant update (message_id) on attachment to lachan_app;
create policy attachment_of_message on attachment as restrictive for select to lachan_app using (thread_request_id is null
  or (message_id is null and uploaded_by_id = app.user_id()) or exists (select 1 from thread_message m where m.id = attachment.message_id));
create policy attachment_select_thread on attachment for select to lachan_app using (thread_request_id is not null and app.reads_as(thread_request_id) is not null);
create policy attachment_into_thread on attachment as restrictive for insert to lachan_app with check (message_id is null and (thread_request_id is null
  or (owner_org_id = app.org_id() and uploaded_by_id = app.user_id() and app.side_of(thread_request_id) is not null
    and exists (select 1 from request r where r.id = attachment.thread_request_id and r.case_id = attachment.case_id))));
create policy attachment_insert_thread on attachment for insert to lachan_app with check (thread_request_id is not null);
create policy attachment_onto_message on attachment as restrictive for update to lachan_app
  using (thread_request_id is null or (message_id is null and uploaded_by_id = app.user_id()))
  with check ((thread_request_id is null and message_id is null) or exists (select 1 from thread_message m where m.id = attachment.message_id
    and m.request_id = attachment.thread_request_id and m.author_id = app.user_id() and app.is_now(m.sent_at)));
create policy attachment_update_thread on attachment for update to lachan_app using (thread_request_id is not null) with check (thread_request_id is not null);
