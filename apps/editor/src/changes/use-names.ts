import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { pickListQuery } from '../api/pick-list.js';
import { connectionsQuery } from '../connections/queries.js';
import { namesFrom, objectOf, optionLabel, usualKind, type PropertyName } from './property-names.js';
import { capital } from '../texts/key-names.js';
import { useKeyNames } from '../texts/use-key-names.js';

const HUBSPOT = 'hubspot';
const ALL_OBJECTS = ['deals', 'companies', 'line_items'];

export interface Names {
  property(connector: string, type: string, property: string): PropertyName;
  /** What a stored value is called, such as the label of a stage; undefined: as it is. */
  value(target: { connector: string; type: string }, property: string, value: unknown): string | undefined;
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

  return useMemo(() => {
    const known = (connector: string, type: string, property: string): PropertyName | undefined => {
      const object = objectOf(connector, type);
      return object === undefined ? undefined : properties[ALL_OBJECTS.indexOf(object)]?.get(property);
    };
    return {
      property: (connector, type, property) => {
        const name = known(connector, type, property);
        return name
          ? { ...name, label: say.label(name.label), kind: usualKind(type, property) ?? name.kind }
          : { label: capital(say.key(property)), kind: usualKind(type, property) ?? 'text', options: new Map() };
      },
      value: ({ connector, type }, property, value) => {
        const places = property === 'dealstage' ? stages : property === 'pipeline' ? pipelines.data?.items : undefined;
        if (type === 'deal' && places) return places.find((item) => item.value === value)?.label;
        const name = known(connector, type, property);
        return name && optionLabel(name, value);
      },
    };
  }, [say, properties, stages, pipelines.data]);
}
