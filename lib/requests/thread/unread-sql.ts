/**
 * How many messages of others the reader has not seen yet, as a column beside `request r`. Row-level security leaves out what the
 * other side says among itself; who reads is what the transaction was told.
 */
export const unreadSql = `(select count(*) from thread_message m where m.request_id = r.id and m.author_id <> app.user_id()
    and m.sent_at > coalesce((select t.read_to from thread_read t where t.request_id = r.id and t.membership_id = app.membership_id()), '-infinity'))::int as unread`;
