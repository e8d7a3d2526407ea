/** Collects the conditions of a `where` and their parameters, numbered in order. */
export class Where {
  private readonly conditions: string[] = [];
  readonly parameters: unknown[] = [];

  /** `condition` holds a `?` where the value goes; an undefined value adds nothing. */
  and(condition: string, value: unknown): this {
    if (value === undefined) return this;
    this.parameters.push(value);
    this.conditions.push(condition.replaceAll('?', `$${this.parameters.length}`));
    return this;
  }

  /** Empty, or beginning with `where`. */
  get text(): string {
    return this.conditions.length > 0 ? `where ${this.conditions.join(' and ')}` : '';
  }

  /** Adds a parameter outside of the conditions and gives its name. */
  parameter(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }
}
