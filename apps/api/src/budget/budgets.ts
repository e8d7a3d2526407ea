import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CallLimit } from '@tandem/connectors';
import { CallWindows } from './call-windows.js';
import { ConnectionBudget } from './connection-budget.js';

/** One budget per connection, whoever opens it and however often. */
@Injectable()
export class Budgets {
  private readonly process = randomUUID();
  private readonly known = new Map<string, ConnectionBudget>();

  constructor(private readonly windows: CallWindows) {}

  of(connectionId: string, limits: Readonly<Record<string, CallLimit>> | undefined): ConnectionBudget {
    const known = this.known.get(connectionId);
    if (known) return known;
    const budget = new ConnectionBudget(this.windows, { connectionId, limits, process: this.process });
    this.known.set(connectionId, budget);
    return budget;
  }
}
