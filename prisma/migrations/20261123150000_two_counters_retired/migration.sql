-- Whether an answer came in time is read from its clock (lib/deadlines/judged-sql.ts); the two counters beside it had no reader left.
delete from figure_delta where measure in ('answer.in_time', 'answer.late');
delete from figure_day where measure in ('answer.in_time', 'answer.late');
delete from figure_sum where measure in ('answer.in_time', 'answer.late');
