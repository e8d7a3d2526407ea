/**
 * Several writes that go to PostgreSQL as one statement: one round trip and one commit. Each becomes a part of a `with`;
 * all of them see the rows as they were before the statement, so none may build on what another one writes.
 */
export class Writes {
  private readonly parts: string[] = [];
  readonly parameters: unknown[] = [];

  /** `statement` numbers its own parameters from $1 on; `name` is how the other parts may call what it returns. */
  add(name: string, statement: string, parameters: unknown[] = []): this {
    const before = this.parameters.length;
    this.parts.push(`${name} as (${statement.replaceAll(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`)})`);
    this.parameters.push(...parameters);
    return this;
  }

  /** The whole, with a select behind it that says what comes back. */
  text(select: string): string {
    return `with ${this.parts.join(', ')} ${select}`;
  }
}
