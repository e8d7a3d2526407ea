import type { Document } from '../model/document.js';
import type { JsonObject } from '../model/json.js';
import type { Subscription, TriggerName } from '../model/webhook.js';
import { stamp } from '../stamp.js';
import type { PandaDocWorld } from '../state.js';
import { describeDocument } from './describe-event.js';
import { postEvent } from './post-event.js';

/** Tells every subscriber of this event about the document, as it is at this moment. */
export function emitDocumentEvent(
  world: PandaDocWorld,
  type: TriggerName,
  document: Document,
  extra: JsonObject = {},
): void {
  emitEvent(world, type, ({ payload }) => ({ ...describeDocument(world.state, document, payload), ...extra }));
}

/** Tells every subscriber of this event; `data` may depend on what the subscription asks for. */
export function emitEvent(world: PandaDocWorld, type: TriggerName, data: (to: Subscription) => JsonObject): void {
  for (const subscription of world.state.subscriptions) {
    if (subscription.status !== 'ACTIVE' || !subscription.triggers.includes(type)) continue;
    postEvent(world, {
      subscription_uuid: subscription.uuid,
      type,
      event_time: stamp(world),
      // A copy: the document goes on changing, what was told does not.
      event: { event: type, data: structuredClone(data(subscription)) },
    });
  }
}
