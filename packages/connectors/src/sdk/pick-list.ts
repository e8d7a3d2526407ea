import type { z } from 'zod';
import type { Said } from './said.js';

export interface PickListItem {
  value: string;
  label: string;
  /** A second line: a type, an e-mail address. */
  hint?: string;
  /** Of a property whose values are one of a list: what they are called. */
  options?: { value: string; label: string }[];
}

/** Live choices for a form. */
export interface PickList<Gateway, Input extends z.ZodType = z.ZodType> {
  key: string;
  title: Said;
  input: Input;
  load(gateway: Gateway, input: z.output<Input>): Promise<PickListItem[]>;
}

export function definePickList<Gateway>() {
  return <Input extends z.ZodType>(pickList: PickList<Gateway, Input>): PickList<Gateway, Input> => pickList;
}
