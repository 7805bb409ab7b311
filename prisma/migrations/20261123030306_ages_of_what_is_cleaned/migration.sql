-- The nightly clean-up finds what is old by its age, and reads none of what is young (lib/jobs/clean-up.ts).
create index idempotency_key_age on idempotency_key (created_at);
create index draft_age on draft (updated_at);
create index sign_in_attempt_age on sign_in_attempt (at);
