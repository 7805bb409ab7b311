-- One police unit asks another for assistance (lib/requests/kinds/coordination.ts). In the unit that is asked its investigators and
-- commanders answer. Every policy that asks for an answering person also asks that the record is addressed to his own organisation,
-- so nothing else opens to them; a unit's own requests stay on its asking side (app.side looks there first).

create or replace function app.answers() returns boolean language sql stable parallel safe return
  coalesce(app.roles() && array['liaison', 'liaison_manager', 'investigator', 'commander'], false);

alter table lifecycle_step no force row level security; -- binds an owner who is no superuser too
update lifecycle_step set roles = '{liaison,liaison_manager,investigator,commander}' where side = 'answers';
alter table lifecycle_step force row level security;
