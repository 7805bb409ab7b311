-- The short code on a paper, by which anybody may ask whether it is valid. Given with the request by the database, so that nobody
-- chooses one; no side of a request may write the column (app.request_columns names what may be written). It answers once the
-- request is signed.

-- Ten characters of thirty-two, none taken for another (Crockford: no I, L, O, U): fifty random bits, without the bits of a UUID that are fixed.
create function app.check_code() returns text language sql volatile parallel safe return (
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(u.bytes, i.at) & 31) + 1, 1), '' order by i.at)
  from (select decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as bytes) u, unnest(array[0, 1, 2, 3, 4, 5, 7, 9, 10, 11]) as i (at));
grant execute on function app.check_code() to lachan_app, lachan_system;

-- In steps that do not rewrite the table: first a column, then its default, then the codes of what was asked before.
alter table request add column check_code text;
alter table request alter column check_code set default app.check_code();
alter table request no force row level security; -- binds an owner who is no superuser too
update request set check_code = app.check_code() where check_code is null;
alter table request force row level security;
alter table request add constraint request_check_code check (check_code ~ '^[0-9A-HJKMNP-TV-Z]{10}$') not valid;
create unique index request_check_code on request (check_code);
