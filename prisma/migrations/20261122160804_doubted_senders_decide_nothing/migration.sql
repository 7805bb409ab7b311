-- While a doubt about an order stands, whoever signed or drafted it neither signs nor submits (20261122130401): nor does he hand in or
-- approve a decision to give money back, or judge an appeal. A stolen account that is found out must not move money by another paper.
create function doubted_decide_nothing() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.for_person() and new.status::text <> old.status::text and new.status::text = any(tg_argv) and app.is_held() then
    raise exception 'whoever is doubted neither submits nor decides' using errcode = 'insufficient_privilege', constraint = 'request_sender_held';
  end if;
  return new;
end $$;
create trigger restitution_decision_held before update on restitution_decision for each row
  execute function doubted_decide_nothing('PENDING_APPROVAL', 'APPROVED');
create trigger appeal_held before update on appeal for each row execute function doubted_decide_nothing('UPHELD', 'REJECTED');
