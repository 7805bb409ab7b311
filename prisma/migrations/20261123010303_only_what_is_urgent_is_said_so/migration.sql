-- Urgent words sound on screens, break quiet hours and go out at once. Who leaves one says so of an urgent request, or of what is always
-- urgent for both its sides: an objection, an appeal, money that is given back or called back.
create function app.is_always_urgent(topic text) returns boolean language sql immutable parallel safe return
  topic in ('request.objected', 'request.objection_replied', 'appeal.received', 'restitution.issued', 'restitution.called_back');
grant execute on function app.is_always_urgent(text) to lachan_app, lachan_system;
-- Beside `outbox_insert`, which says whom a row may tell.
create policy outbox_urgent on outbox as restrictive for insert to lachan_app with check (
  not urgent or exists (select 1 from request r where r.id = outbox.request_id and (r.urgency <> 'normal' or app.is_always_urgent(outbox.topic))));
