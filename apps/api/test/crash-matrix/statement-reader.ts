import type { Message } from './message-reader.js';

const WRITE = /\b(?:insert\s+into|update|delete\s+from)\s+"?([a-z_]+)/g;
/** What the engine's promise is about; cursors and the like are not. */
const TABLES = new Set(['event', 'run', 'step', 'attempt', 'effect', 'file', 'memory', 'lane']);

/** Follows the statements of one connection and says what each of them commits. */
export class StatementReader {
  private readonly prepared = new Map<string, string>();
  private inTransaction = false;
  private written = new Set<string>();

  /** Which tables are committed by these messages, such as "commit effect, step"; undefined for none. */
  committedBy(messages: Message[]): string | undefined {
    let committed: string | undefined;
    for (const statement of messages.map((message) => this.statementOf(message))) {
      if (statement === undefined) continue;
      for (const table of tablesWritten(statement)) this.written.add(table);
      this.inTransaction = transactionAfter(statement, this.inTransaction);
      if (/^\s*rollback/i.test(statement)) this.written.clear();
      if (!this.inTransaction) committed = this.take() ?? committed;
    }
    return committed;
  }

  private statementOf({ type, body }: Message): string | undefined {
    if (type === 'Q') return textAt(body, 0);
    if (type === 'P') {
      const name = textAt(body, 0);
      this.prepared.set(name, textAt(body, Buffer.byteLength(name) + 1));
    }
    if (type !== 'B') return undefined;
    const portal = textAt(body, 0);
    return this.prepared.get(textAt(body, Buffer.byteLength(portal) + 1));
  }

  private take(): string | undefined {
    const tables = [...this.written].sort();
    this.written = new Set();
    return tables.length > 0 ? `commit ${tables.join(', ')}` : undefined;
  }
}

function tablesWritten(statement: string): string[] {
  const names = [...statement.toLowerCase().matchAll(WRITE)].map(([, table]) => table ?? '');
  return names.filter((name) => TABLES.has(name));
}

function transactionAfter(statement: string, before: boolean): boolean {
  if (/^\s*(start transaction|begin)/i.test(statement)) return true;
  return /^\s*(commit|rollback(?! to))/i.test(statement) ? false : before;
}

function textAt(body: Buffer, from: number): string {
  return body.toString('utf8', from, body.indexOf(0, from));
}
