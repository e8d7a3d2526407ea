/** Connection exceptions, a server that is stopping, has crashed or is starting, or that gave this process up for dead. */
const AWAY = /^(08...|57P0[1-3]|25P03)$/;
const CUT_OFF = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);
const WORDS =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect)/;
/** Two transactions waited for each other, and this is the one that PostgreSQL rolled back. */
const DEADLOCK = '40P01';
/** What TypeORM throws in a transaction whose connection broke between two statements. */
const RUNNER_GONE = /^QueryRunner(Provider)?AlreadyReleasedError$/;

/**
 * Whether a statement failed because the database could not be reached, rather than because it refused: then nothing
 * is known about the work that was under way, and whoever takes it up again reads the journal. Remotes that cannot be
 * reached are ConnectorErrors and never look like this.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return AWAY.test(code) || CUT_OFF.has(code) || WORDS.test(error.message) || RUNNER_GONE.test(error.name);
}

/** Whether a statement, which wrote nothing, had to give way to another one. */
export const gaveWay = (error: unknown): boolean => error instanceof Error && codeOf(error) === DEADLOCK;

/** Whether the database broke work off that may simply be taken up again: it was away, or gave way to other work. */
export const isBrokenOff = (error: unknown): boolean => isUnavailable(error) || gaveWay(error);

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');
