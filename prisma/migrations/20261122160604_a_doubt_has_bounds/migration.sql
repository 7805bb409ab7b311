-- A doubt holds an order, and its sender only where that order may be the work of whoever has his account now: while it is open, or was
-- sent within seven days. Once a doubt of a desk was found to be none, its next one about the same order holds the order alone. One
-- membership has no more than three of its doubts open in a day, and a second sender is doubted by who runs the desk.

alter table suspicion drop constraint suspicion_check;
alter table suspicion add constraint suspicion_holds_by_hand check (not holds_sender or reason <> 'content_changed');
create index suspicion_open_of on suspicion (raised_by_id, raised_at) where decided_at is null;

-- Would a doubt raised by this desk now hold who sent the order too?
create function app.doubt_holds_sender(request_id uuid) returns boolean language sql stable parallel safe return
  exists (select from public.request r where r.id = doubt_holds_sender.request_id
    and (r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED') or r.sent_at > now() - interval '7 days')
    and not exists (select from public.suspicion s where s.request_id = r.id and s.addressee_org_id = r.addressee_org_id and s.decision = 'genuine'
      and s.reason <> 'content_changed'));
-- Why this membership may not doubt this sender now: too_many, needs_manager, or nothing.
create function app.doubt_bar(signer_id uuid) returns text language sql stable parallel safe return
  (select case when count(*) >= 3 then 'too_many'
      when count(*) filter (where s.signer_id <> doubt_bar.signer_id) > 0 and not coalesce(app.roles() && array['liaison_manager', 'commander'], false) then 'needs_manager' end
    from public.suspicion s where s.raised_by_id = app.membership_id() and s.decided_at is null and s.reason <> 'content_changed'
      and s.raised_at > now() - interval '24 hours');
grant execute on function app.doubt_holds_sender(uuid), app.doubt_bar(uuid) to lachan_app, lachan_system;

create function suspicion_bounds() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.for_person() then return new; end if;
  if new.holds_sender <> (new.reason <> 'content_changed' and app.doubt_holds_sender(new.request_id)) then
    raise exception 'whom a doubt holds follows from its order' using errcode = 'insufficient_privilege', constraint = 'suspicion_holds_sender';
  end if;
  if new.reason <> 'content_changed' then
    -- Two doubts of one membership at once are counted one after the other.
    perform pg_advisory_xact_lock(hashtextextended('doubt' || new.raised_by_id::text, 0));
    if app.doubt_bar(new.signer_id) is not null then
      raise exception 'this membership has doubted enough: %', app.doubt_bar(new.signer_id) using errcode = 'insufficient_privilege', constraint = 'suspicion_bounds';
    end if;
  end if;
  return new;
end $$;
create trigger suspicion_bounds before insert on suspicion for each row execute function suspicion_bounds();

-- The sender's sessions end with the doubt itself: in its transaction, or not at all. The function belongs to the role that nobody signs
-- in as (20261122130401), which gets this one right more.
create function suspicion_ends_sessions() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.session set ended_at = date_trunc('milliseconds', clock_timestamp()) where user_id in (new.signer_id, new.drafter_id) and ended_at is null;
  return null;
end $$;
create trigger suspicion_ends_sessions after insert on suspicion for each row when (new.holds_sender) execute function suspicion_ends_sessions();
do $$
declare holder text := 'lachan_trust';
begin
  begin
    if not pg_has_role('lachan_trust', 'member') then
      execute format('grant lachan_trust to %I', current_user);
    end if;
    grant usage, create on schema public to lachan_trust;
    alter function suspicion_ends_sessions() owner to lachan_trust;
    revoke create on schema public from lachan_trust;
    grant select (user_id, ended_at), update (ended_at) on session to lachan_trust;
  exception when insufficient_privilege or undefined_object then
    raise warning 'suspicion_ends_sessions() keeps its owner: %', sqlerrm;
    holder := current_user;
  end;
  execute format('create policy session_trust_select on session for select to %I using (true)', holder);
  execute format('create policy session_trust_update on session for update to %I using (true) with check (true)', holder);
end $$;
