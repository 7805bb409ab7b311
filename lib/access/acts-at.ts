/**
 * SQL: whether membership `m` is in force at an instant, of a person who is not suspended. `at` is an expression: a parameter with its
 * type, or the clock. The one home of this rule for statements; `app.is_colleague` asks the same of a policy.
 */
export const actsAt = (m: string, at = "clock_timestamp()"): string =>
  `(${m}.valid_from <= ${at} and (${m}.valid_to is null or ${m}.valid_to > ${at})
    and exists (select from person acting where acting.id = ${m}.user_id and acting.suspended_at is null))`;
