-- A line of these tables may be a single answer, and one that is taken back says that a case was sealed. So nobody who works for a person
-- reads them: the portal adds them up through the narrow door (lib/figures/pace/read.ts) and shows what a page may tell.
drop policy pace_delta_select on pace_delta;
drop policy pace_sum_select on pace_sum;
revoke select on pace_delta, pace_sum from lachan_app;

-- What of it is added up for the person who asks is still said here: the scopes whose figures he reads, the organisation whose desk he
-- leads, and the provinces whose answers he waits for. Without a context nothing.
create or replace function app.figure_scopes() returns text[] language sql stable parallel safe return
  case when app.reads_figures() then coalesce(app.provinces(), '{}') || array(select 'region-' || p.sbv_region from public.province p where p.sbv_region is not null
      group by p.sbv_region having array_agg(p.code) <@ coalesce(app.provinces(), '{}') order by 1)
    || case when (select count(*) > 0 and bool_and(p.code = any(coalesce(app.provinces(), '{}'))) from public.province p) then array['vn'] else '{}'::text[] end
  else '{}'::text[] end;
create function app.figure_desk() returns uuid language sql stable parallel safe return case when app.leads_desk() then app.org_id() end;
create function app.figure_waits() returns text[] language sql stable parallel safe return case when app.works_cases() then coalesce(app.provinces(), '{}') else '{}'::text[] end;
grant execute on function app.figure_desk(), app.figure_waits() to lachan_app, lachan_system;
