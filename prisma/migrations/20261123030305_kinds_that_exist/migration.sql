-- Nobody chooses how to be told of what there is not: the kinds of lib/notices/kinds.ts, proven equal by a test. What was chosen of a kind
-- that was given up since stays until it is saved anew. Who is told of a kind its role says, and is asked by the command.
create function app.is_notice_kind(kind text) returns boolean language sql immutable parallel safe return kind in (
  'request.received', 'request.answered', 'request.accepted_or_returned', 'request.question', 'request.clarified',
  'request.withdrawn', 'request.amended', 'request.suspected', 'request.lapsed', 'request.notified', 'signing.waiting',
  'signing.returned', 'proposal.waiting', 'proposal.declined', 'case.assigned', 'request.message', 'request.mention',
  'request.reminded', 'deadline.reminder', 'deadline.breached', 'deadline.escalated', 'deadline.extended', 'deadline.waived',
  'hold.ends', 'promise.due', 'duty.called', 'duty.passed_on', 'duty.handover', 'duty.swap', 'league.replied', 'delivery.dead',
  'job.failed');
grant execute on function app.is_notice_kind(text) to lachan_app, lachan_system;
alter table notice_preference add constraint notice_preference_kind_exists check (app.is_notice_kind(kind)) not valid;
