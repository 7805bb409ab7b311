-- "By itself": at once when it is urgent, else in the next collected mail. What somebody chooses who only wants a short message besides.
alter table notice_preference drop constraint notice_preference_email_check;
alter table notice_preference add constraint notice_preference_email_check check (email in ('auto', 'now', 'digest', 'never'));
