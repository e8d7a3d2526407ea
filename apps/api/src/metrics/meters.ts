import { Injectable, Logger } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';

/**
 * What this process has done since it started. Prometheus adds the processes up. Labels are keys of recipes and actions
 * and words of ours: never an id, a name or an address.
 */
@Injectable()
export class Meters {
  readonly registry = new Registry();
  private readonly logger = new Logger('Run');

  private readonly runs = new Counter({
    name: 'tandem_runs_finished_total',
    help: 'Runs that came to their end',
    labelNames: ['recipe', 'outcome'] as const,
    registers: [this.registry],
  });

  private readonly steps = new Counter({
    name: 'tandem_steps_total',
    help: 'Attempts at the actions of recipes; retry: the attempt failed for a passing reason',
    labelNames: ['connector', 'action', 'outcome'] as const,
    registers: [this.registry],
  });

  private readonly events = new Counter({
    name: 'tandem_events_total',
    help: 'Events of the inbox by what became of them',
    labelNames: ['connector', 'status'] as const,
    registers: [this.registry],
  });

  /** Counted, and a line in the log that names the run, where logs are kept as JSON. */
  runFinished(recipe: string, outcome: string): void {
    this.runs.inc({ recipe, outcome });
    this.logger.log(`${recipe}: ${outcome}`);
  }

  stepTried({ connector, action }: { connector: string; action: string }, outcome: StepOutcome): void {
    this.steps.inc({ connector, action, outcome });
  }

  eventClosed(connector: string, status: string): void {
    this.events.inc({ connector, status });
  }
}

export type StepOutcome = 'succeeded' | 'failed' | 'retry';
