/** An answer's clock `d` by which somebody was judged, and one that was met: the one meaning of "on time". */
export const judgedSql = "d.subject = 'ANSWER' and d.state in ('met', 'missed')";
export const inTimeSql = "d.state = 'met'";
