import { AsyncLocalStorage } from 'node:async_hooks';

/** One storage for all that is carried: on Node 20 each further one makes every `await` of the process dearer. */
const carried = new AsyncLocalStorage<ReadonlyMap<object, unknown>>();

/** What goes along with a piece of work, however deep, without being handed from function to function. */
export class CarriedAlong<Value> {
  /** All that `work` starts finds the value, until work inside it carries another one. */
  with<T>(value: Value, work: () => Promise<T>): Promise<T> {
    return carried.run(new Map(carried.getStore()).set(this, value), work);
  }

  /** Undefined outside of such work. */
  get value(): Value | undefined {
    return carried.getStore()?.get(this) as Value | undefined; // only `with` of this very object sets it
  }
}
