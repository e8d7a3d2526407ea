/** What an error says, for a line of the log. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown error');
