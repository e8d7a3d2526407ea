import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { callClasses } from '../budget/call-class.js';
import { CallWindows } from '../budget/call-windows.js';
import { Clock } from '../clock/clock.js';
import { Meters } from '../metrics/meters.js';
import { budgetView } from './budget-view.js';
import { Connections } from './connections.js';

/** The budgets as Prometheus sees them; the same whichever process is asked. Labels name connectors, never accounts. */
@Injectable()
export class BudgetGauges {
  private readonly left: Gauge<'connector' | 'operations'>;
  private readonly waiting: Gauge<'connector' | 'class'>;
  private readonly dayLeft: Gauge<'connector'>;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly connections: Connections,
    private readonly windows: CallWindows,
    private readonly clock: Clock,
    { registry }: Meters,
  ) {
    const common = { registers: [registry], collect: () => this.readOnce() };
    this.left = new Gauge({
      ...common,
      name: 'tandem_budget_calls_left',
      help: 'Calls that may still go out in the present interval of the remote',
      labelNames: ['connector', 'operations'] as const,
    });
    this.waiting = new Gauge({
      ...common,
      name: 'tandem_budget_waiting',
      help: 'Calls that wait in place for the budget of their connection',
      labelNames: ['connector', 'class'] as const,
    });
    this.dayLeft = new Gauge({
      ...common,
      name: 'tandem_budget_day_calls_left',
      help: 'Calls that the account has left for today, as the remote said last',
      labelNames: ['connector'] as const,
    });
  }

  /** One reading for the gauges that are asked together. */
  private readOnce(): Promise<void> {
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async read(): Promise<void> {
    for (const gauge of [this.left, this.waiting, this.dayLeft]) gauge.reset();
    for (const { id, connector } of await this.connections.all()) {
      const { windows, day } = budgetView(await this.windows.known(id), this.clock.now());
      for (const { operations, limit, used } of windows) {
        this.left.set({ connector, operations: operations || 'others' }, limit - used);
      }
      for (const callClass of callClasses) {
        const waiting = windows.reduce((sum, window) => sum + window.waiting[callClass], 0);
        this.waiting.set({ connector, class: callClass }, waiting);
      }
      if (day) this.dayLeft.set({ connector }, day.remaining);
    }
  }
}
