/** What an old process that knows nothing of it would trip over, each with the words that give it away. */
const TAKES_AWAY: [RegExp, string][] = [
  [/\bdrop\s+(?!function\b|trigger\b)\w+/, 'drops something that an old process may use'],
  [/\brename\b/, 'renames something that an old process knows by its old name'],
  [/\btruncate\b/, 'empties a table'],
  [/\balter\s+(column\s+)?\w+\s+(set\s+data\s+)?type\b/, 'changes the type of a column'],
  [/\bset\s+not\s+null\b/, 'asks for a value that an old process does not write'],
];
const ADDED_COLUMN = /\badd\s+column\s+(?:if\s+not\s+exists\s+)?[^,;]*?\bnot\s+null\b[^,;]*/g;

/**
 * Why an old process could not go on beside a migration; nothing when it only adds.
 * @param statements the text of an .up.sql file
 */
export function objectionsTo(statements: string): string[] {
  const text = statements
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/'[^']*'/g, "''")
    .toLowerCase();
  const found = TAKES_AWAY.filter(([words]) => words.test(text)).map(([, why]) => why);
  const columns = text.match(ADDED_COLUMN) ?? [];
  if (columns.some((column) => !/\b(default|generated)\b/.test(column)))
    found.push('adds a column that must be filled, without a default for those who do not know it');
  return found;
}
