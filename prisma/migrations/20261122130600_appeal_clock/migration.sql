-- An appeal of an account holder has a clock of its own. A value of an enum is usable from the next transaction on.
alter type deadline_subject add value 'APPEAL';
