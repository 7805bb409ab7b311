-- A trial is one word, and the portal is nobody's means to flood a receiver: an address has one trial on its way, an organisation
-- twenty in an hour. It is not repeated (lib/channels/send-deliveries.ts), so trials that failed before are over.
alter table delivery no force row level security; -- binds an owner who is no superuser too
update delivery set state = 'discarded', claimed_until = null, reason = 'Gửi thử chỉ một lần, không gửi lại.' where topic = 'webhook.test' and state in ('waiting', 'sending', 'dead');
alter table delivery force row level security;
create unique index delivery_one_open_test on delivery (endpoint_id) where topic = 'webhook.test' and state in ('waiting', 'sending');
create index delivery_tests on delivery (org_id, at) where topic = 'webhook.test';

create function delivery_test_limit() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Two at once are counted one after the other; the command waits at the same place (lib/channels/endpoints/trial.ts).
  perform pg_advisory_xact_lock(hashtextextended('webhook tests ' || new.org_id, 0));
  if (select count(*) from delivery d where d.org_id = new.org_id and d.topic = 'webhook.test' and d.at > clock_timestamp() - interval '1 hour') >= 20 then
    raise exception 'an organisation tries its addresses twenty times in an hour' using errcode = 'check_violation', constraint = 'delivery_test_limit';
  end if;
  return new;
end $$;
create trigger delivery_test_limit before insert on delivery for each row when (new.topic = 'webhook.test') execute function delivery_test_limit();

-- A receiver has the secret before the last one for a day. A second renewal within it would drop that one, and whoever has not changed over
-- yet would refuse what he is told: the next renewal waits for the day's end.
create or replace function webhook_endpoint_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.id, new.org_id, new.created_by_id, new.created_at) is distinct from (old.id, old.org_id, old.created_by_id, old.created_at)
    or (old.removed_at is not null and new is distinct from old)
    or (app.for_person() and new.removed_at is distinct from old.removed_at and not app.is_now(new.removed_at)) then
    raise exception 'whose address it is does not change' using errcode = 'check_violation', constraint = 'webhook_endpoint_fixed';
  end if;
  if new.secret is distinct from old.secret then
    if app.for_person() and old.previous_until > clock_timestamp() then
      raise exception 'the secret before this one is still in use' using errcode = 'check_violation', constraint = 'webhook_endpoint_one_renewal';
    end if;
    new.previous_secret := old.secret;
    new.previous_until := date_trunc('milliseconds', clock_timestamp()) + interval '24 hours';
  end if;
  return new;
end $$;
