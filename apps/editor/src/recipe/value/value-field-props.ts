import type { Json, JsonObject } from '@tandem/recipes';
import type { ComponentType, ReactNode } from 'react';
import type { Field } from '../model/schema-field.js';

/** What one value of a step is shown and edited with. */
export interface ValueFieldProps {
  label: string;
  about?: string | undefined;
  isRequired?: boolean;
  field: Field;
  /** Where the value stands in the recipe. */
  pointer: string;
  value: Json | undefined;
  /**
   * Undefined: the value is taken out.
   * @param part names which part of the value was changed, so that each is undone by itself
   */
  onChange: (value: Json | undefined, part?: string) => void;
  /** For live choices: whose they are, and the inputs they depend on. */
  connector?: string | undefined;
  inputs?: JsonObject;
  /** Of a part: what stands before its name, and what else can be done with it. */
  lead?: ReactNode;
  tools?: ReactNode;
}

/** A value with parts, and what each of them is edited with. */
export interface PartsProps extends ValueFieldProps {
  isReadOnly: boolean;
  Part: ComponentType<ValueFieldProps>;
}
