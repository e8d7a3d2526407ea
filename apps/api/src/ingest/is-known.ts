/**
 * SQL over the new event `e`, which says what its subject became. What was read off a document has the
 * moment of the document's last change, which may be later than the happening itself, so it does not have the identity
 * of the delivery. The two are one when they say the same and nothing else happened to the subject in between.
 */
export const IS_KNOWN = `exists (
  select 1 from event k
  where k.connection_id = e.connection_id and k.trigger = e.trigger and k.subject_id = e.subject_id and k.state = e.state
    and (e.found_by = 'reading' or k.found_by = 'reading')
    and (e.since is null or k.occurred_at >= e.since - interval '50 milliseconds')
    and not exists (
      select 1 from event f
      where f.connection_id = k.connection_id and f.trigger = k.trigger and f.subject_id = k.subject_id
        and f.state <> k.state
        and f.occurred_at > least(k.occurred_at, e.occurred_at)
        and f.occurred_at < greatest(k.occurred_at, e.occurred_at)))`;
