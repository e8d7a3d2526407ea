import { CarriedAlong } from '../carried/carried-along.js';

/** What a line of the log is about. Ids only: a log holds nobody's name, address or document. */
export interface LogFields {
  lane?: string;
  event_id?: string;
  run_id?: string;
}

const fields = new CarriedAlong<LogFields>();

/** Everything that is logged inside `work`, however deep, is marked with these fields and those around it. */
export const withLogFields = <T>(more: LogFields, work: () => Promise<T>): Promise<T> =>
  fields.with({ ...fields.value, ...more }, work);

export const logFields = (): LogFields => fields.value ?? {};
