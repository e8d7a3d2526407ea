import { Gauge, type Registry } from 'prom-client';
import type { Backlog } from './read-backlog.js';

/** Gauges of what is the same whichever process is asked: take their maximum over the processes, not their sum. */
export function backlogGauges(registry: Registry): (backlog: Backlog) => void {
  const registers = [registry];
  const lanesDue = new Gauge({
    name: 'tandem_lanes_due',
    help: 'Lanes with work that nobody has taken up yet',
    registers,
  });
  const lanesHeld = new Gauge({ name: 'tandem_lanes_held', help: 'Lanes that are being worked', registers });
  const oldest = new Gauge({
    name: 'tandem_oldest_due_lane_seconds',
    help: 'How long the lane that waits longest has been due',
    registers,
  });
  const events = new Gauge({ name: 'tandem_events_open', help: 'Events that are not matched yet', registers });
  const runs = new Gauge({
    name: 'tandem_runs_open',
    help: 'Runs that are queued, running or waiting',
    labelNames: ['recipe', 'status'] as const,
    registers,
  });
  return (backlog) => {
    lanesDue.set(backlog.lanesDue);
    lanesHeld.set(backlog.lanesHeld);
    oldest.set(backlog.oldestDueSeconds);
    events.set(backlog.eventsOpen);
    runs.reset();
    for (const { recipe, status, count } of backlog.runsOpen) runs.set({ recipe, status }, count);
  };
}
