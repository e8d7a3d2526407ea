const SECONDS_IN_WORDS = /(\d{1,6}(?:\.\d+)?)\s*second/i;

/** Milliseconds from now that a Retry-After header asks for: seconds or an HTTP date; undefined when it says nothing. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.round(seconds * 1000));
  return millisecondsUntil(header, now);
}

/** "Expected available in 13 seconds." is 13000: what PandaDoc says where it sends no header. */
export function secondsInWords(detail: string): number | undefined {
  const found = SECONDS_IN_WORDS.exec(detail)?.[1];
  return found === undefined ? undefined : Math.ceil(Number(found) * 1000);
}

/** Never negative; undefined for what is not a time. */
export function millisecondsUntil(time: string, now: Date): number | undefined {
  const at = Date.parse(time);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
