-- A counter knows the case that it was counted for, so that it can be told on how many cases an amount rests: those of fewer
-- than five do not leave the police. What was counted before is of "no case" and rests on one together, withheld until the
-- counters are rebuilt (lib/figures/rebuild-command.ts --replace).
alter table figure_delta add column case_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table figure_day add column case_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table figure_day drop constraint figure_day_pkey;
alter table figure_day add constraint figure_day_pkey
  primary key (province_code, day, requester_org_id, addressee_org_id, kind_code, measure, case_id);

-- The cases of ended clocks are read from the index too.
drop index deadline_ended_by_province;
create index deadline_ended_by_province on deadline (province_code, ended_at)
  include (owner_org_id, starts_at, due_at, span_minutes, state, kind_code, case_id, requester_org_id, request_id, sealed_to, restricted, subject)
  where state in ('met', 'missed') and subject = 'ANSWER' and not restricted;
