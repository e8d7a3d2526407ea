import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { pickListQuery } from '../api/pick-list.js';
import { connectionsQuery } from '../connections/queries.js';
import { namesFrom, objectOf, type PropertyName } from './property-names.js';
import { capital } from '../texts/key-names.js';
import { useKeyNames } from '../texts/use-key-names.js';

const HUBSPOT = 'hubspot';
const ALL_OBJECTS = ['deals', 'companies', 'line_items'];

export interface Names {
  property(connector: string, type: string, property: string): PropertyName;
  /** What a stored value is called, such as the label of a stage; undefined: as it is. */
  value(type: string, property: string, value: unknown): string | undefined;
}

/** What the portal calls its properties and stages; their technical names until it has answered, or when it cannot. */
export function useNames(): Names {
  const say = useKeyNames();
  const connections = useQuery(connectionsQuery);
  const isConnected = connections.data?.items.some(
    ({ connector, status }) => connector === HUBSPOT && status === 'connected',
  );
  const enabled = isConnected ?? false;
  const ask = (pickList: string, input: Record<string, string>) => ({
    ...pickListQuery({ connector: HUBSPOT, pickList, input }),
    enabled,
    retry: false,
  });
  const properties = useQueries({
    queries: ALL_OBJECTS.map((object) => ask('properties', { object })),
    combine: (answers) => answers.map(({ data }) => data && namesFrom(data)),
  });
  const pipelines = useQuery(ask('pipelines', {}));
  const stages = useQueries({
    queries: (pipelines.data?.items ?? []).map(({ value }) => ask('stages', { pipeline: value })),
    combine: (answers) => answers.flatMap(({ data }) => data?.items ?? []),
  });

  return useMemo(
    () => ({
      property: (connector, type, property) => {
        const object = objectOf(connector, type);
        const known = object === undefined ? undefined : properties[ALL_OBJECTS.indexOf(object)]?.get(property);
        return known
          ? { ...known, label: say.label(known.label) }
          : { label: capital(say.key(property)), kind: 'text' };
      },
      value: (type, property, value) => {
        if (type !== 'deal') return undefined;
        const list = property === 'dealstage' ? stages : property === 'pipeline' ? (pipelines.data?.items ?? []) : [];
        return list.find((item) => item.value === value)?.label;
      },
    }),
    [say, properties, stages, pipelines.data],
  );
}
