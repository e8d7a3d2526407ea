import type { Json, JsonObject } from '@tandem/recipes';
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
  /** Undefined: the value is taken out. */
  onChange: (value: Json | undefined) => void;
  /** For live choices: whose they are, and the inputs they depend on. */
  connector?: string | undefined;
  inputs?: JsonObject;
}
