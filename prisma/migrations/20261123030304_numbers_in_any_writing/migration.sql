-- Eight digits in a row, however they are written and parted, may be an account, a phone or somebody's papers: full-width and other
-- digits are digits, and what stands between two of them is left out, except letters and a per cent sign. A date parts what it stands in.
-- The same in lib/numbers-in-text.ts.
create function app.bears_numbers(said text) returns boolean language sql immutable parallel safe return
  regexp_replace(regexp_replace(normalize(said, NFKC),
      '(?<![0-9])(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/20[0-9]{2}(?![0-9])', 'd', 'g'),
    '[\u0001-$&-/:-@\[-`{-\u00bf\u00d7\u00f7\u02b0-\u036f\u061c\u2000-\u2bff\u3000-\u303f\ufe00-\ufe6f\ufeff\U0001f000-\U0001faff]', '', 'g')
  ~ '[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9]{8}';
grant execute on function app.bears_numbers(text) to lachan_app, lachan_system;
-- What was said before it was looked at like this stays as it is.
alter table league_reply drop constraint league_reply_no_numbers,
  add constraint league_reply_no_numbers check (not app.bears_numbers(body)) not valid;
