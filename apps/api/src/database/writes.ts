import { jsonb } from './jsonb.js';
import { plannedOnce } from './prepared.js';

/**
 * One thing that is written in a lane, for any number of lanes at once. Its rows stand as a table of its own name in
 * front of its statements, with `w`, whose they are, and `n`, their place in the order in which they were given.
 */
export interface WritePart<Row extends object> {
  name: string;
  /** Names and types of the columns of a row. */
  columns: Record<keyof Row & string, string>;
  /** By the names under which later ones may call what they return. None sees what another one writes. */
  statements: Record<string, string>;
  /** A select of what the writers want to know of it, with `w`. */
  answer?: string;
}

type AnyPart = Omit<WritePart<object>, 'columns'> & { columns: Record<string, string> };

/** What is to be written with one commit on the strength of one lease. */
export class Writes {
  readonly byPart = new Map<AnyPart, object[]>();

  add<Row extends object>(part: WritePart<Row>, rows: readonly Row[]): this {
    if (rows.length > 0) this.byPart.set(part, [...(this.byPart.get(part) ?? []), ...rows]);
    return this;
  }
}

/** The statement with which many write together: one round trip and one commit for all of them. */
export class JointStatement {
  private readonly texts = new Map<string, string>();
  /** All that was ever written. */
  private readonly known = new Set<AnyPart>();

  /**
   * @param fence a select of `w`, the number of each who may write, made from $1; nothing is written of the others
   * @param answers a select list
   */
  constructor(private readonly of: { fence: string; answers: string }) {}

  /** @param fenced becomes $1, as JSON */
  with(fenced: unknown, writers: readonly Writes[]): { statement: string; parameters: string[] } {
    const rows = rowsByPart(writers);
    for (const part of rows.keys()) this.known.add(part);
    // Several together may mix in so many ways that each would be planned anew: all of them say everything.
    const parts = [...(writers.length > 1 ? this.known : rows.keys())].sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = parts.map(({ name }) => name).join();
    const statement = this.texts.get(names) ?? plannedOnce(this.textOf(parts));
    this.texts.set(names, statement);
    return { statement, parameters: [jsonb(fenced), ...parts.map((part) => jsonb(rows.get(part) ?? []))] };
  }

  private textOf(parts: AnyPart[]): string {
    const tables = parts.flatMap((part, index) =>
      Object.entries({ [part.name]: tableOf(part, `$${index + 2}`), ...part.statements }),
    );
    const withs = [['fence', this.of.fence] as const, ...tables].map(([name, text]) => `${name} as (${text})`);
    const answers = parts.flatMap(({ name, answer }) =>
      answer === undefined ? [] : `array(select to_jsonb(answer) from (${answer}) answer) as ${name}`,
    );
    return `with ${withs.join(', ')} select ${[this.of.answers, ...answers].join(', ')}`;
  }
}

function rowsByPart(writers: readonly Writes[]): Map<AnyPart, object[]> {
  const byPart = new Map<AnyPart, object[]>();
  writers.forEach((writes, w) => {
    for (const [part, rows] of writes.byPart) {
      const all = byPart.get(part) ?? [];
      for (const row of rows) all.push({ ...row, w, n: all.length });
      byPart.set(part, all);
    }
  });
  return byPart;
}

function tableOf({ columns }: AnyPart, parameter: string): string {
  const typed = Object.entries<string>({ w: 'int', n: 'int', ...columns }).map(([name, type]) => `${name} ${type}`);
  return `select r.* from fence join jsonb_to_recordset(${parameter}::jsonb) as r (${typed.join(', ')}) using (w)`;
}
