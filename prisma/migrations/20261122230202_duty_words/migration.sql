-- What the worker tells colleagues about: answers to an exchange and hand-over notes nobody confirmed, of the last day.
create index duty_swap_answered_at on duty_swap (answered_at) where state in ('agreed', 'declined');
create index duty_note_unread on duty_note (written_at) where read_at is null;
