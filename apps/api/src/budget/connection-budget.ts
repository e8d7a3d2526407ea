import { limitGroupOf, type CallLimit, type RateBudget, type RateLimitSeen } from '@tandem/connectors';
import { callingWork } from './call-class.js';
import { CallGate } from './call-gate.js';
import type { CallWindows } from './call-windows.js';
import type { GateClock } from './gate-clock.js';

export interface BudgetOf {
  connectionId: string;
  /** What its connector says about the remote's limits, by operation. */
  limits: Readonly<Record<string, CallLimit>> | undefined;
  /** Who asks, among all the processes. */
  process: string;
  /** The system's, where none is named. */
  clock?: GateClock;
}

/** The calls that one account may make, shared by all processes that use it. */
export class ConnectionBudget implements RateBudget {
  private readonly gates = new Map<string, CallGate>();

  constructor(
    private readonly windows: CallWindows,
    private readonly of: BudgetOf,
  ) {}

  /** Throws BudgetSpent, and what the database throws where the processes share it. */
  acquire(operation: string): Promise<void> {
    return this.gateOf(operation).pass(callingWork());
  }

  report(operation: string, seen: RateLimitSeen): void {
    this.gateOf(operation).hear(seen);
  }

  private gateOf(operation: string): CallGate {
    const { connectionId, limits, process, clock } = this.of;
    const { group, limit } = limitGroupOf(limits, operation);
    const known = this.gates.get(group);
    if (known) return known;
    const gate = new CallGate(this.windows, { connectionId, group, limit }, process, clock);
    this.gates.set(group, gate);
    return gate;
  }
}
