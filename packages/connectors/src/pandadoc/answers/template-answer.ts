import { z } from 'zod';
import { FieldAnswer, Token } from './document-answer.js';
import { flag, list, text, words } from './loose.js';
import { Pricing } from './pricing-answer.js';

export const TemplateRows = z.looseObject({
  results: list(
    z.looseObject({
      id: z.string(),
      name: words,
      version: words,
      date_modified: text,
      content_date_modified: text,
    }),
  ),
});

export const TemplateDetails = z.looseObject({
  id: z.string(),
  name: words,
  tokens: list(Token),
  fields: list(FieldAnswer),
  pricing: Pricing,
  roles: list(z.looseObject({ name: words })),
});

export const FolderRows = z.looseObject({
  results: list(z.looseObject({ uuid: z.string(), name: words, has_folders: flag })),
});
