import { useChoices, type Choices } from '../settings/use-choices.js';

/** The statuses of documents, with the names that people know. */
export function useStatusNames(): { choices: Choices; nameOf: (status: string) => string } {
  const choices = useChoices({ connector: 'pandadoc', pickList: 'statuses' }, {});
  return {
    choices,
    nameOf: (status) => choices.items.find(({ value }) => value === status)?.label ?? status.replace(/^document\./, ''),
  };
}
