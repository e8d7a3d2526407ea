import type { Issue, Recipe, Step } from '@tandem/recipes';
import { Position, type NodeHandle } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWayLabel } from '../condition/use-way-label.js';
import { useDescribeStep, useDescribeTrigger } from '../edit/use-describe.js';
import { useGist, useTriggerGist } from '../edit/use-gist.js';
import type { Box, Graph, GraphNode } from '../graph/graph.js';
import { toGraph } from '../graph/to-graph.js';
import type { Connectors } from '../model/connectors.js';
import { ownerOf } from '../model/outline.js';
import type { FlowEdge, FlowNode } from './node-types.js';
import type { StepState } from './RunBadge.js';
import type { StepNodeData } from './StepNode.js';

export interface Shown {
  recipe: Recipe;
  connectors: Connectors;
  issues?: readonly Issue[] | undefined;
  /** By step id. */
  runs?: ReadonlyMap<string, StepState> | undefined;
  /** By step id: how a step differs from another version. */
  changes?: ReadonlyMap<string, StepNodeData['change']> | undefined;
  /** Of a run: the ids of the lines and ways that it has gone along. */
  walked?: ReadonlySet<string> | undefined;
  isReadOnly?: boolean;
}

/** The recipe as React Flow wants it. Made anew when the recipe changes, and not when something is dragged. */
export function useFlow(shown: Shown): { graph: Graph; nodes: FlowNode[] } {
  const { recipe, issues, walked, isReadOnly = false } = shown;
  const graph = useMemo(() => toGraph(recipe), [recipe]);
  const dataOf = useNodeData(shown);
  const nodes = useMemo(() => {
    const problems = problemsByOwner(recipe, issues ?? []);
    return graph.nodes.map((node) => toFlowNode(node, dataOf, problems, { isReadOnly, walked }));
  }, [graph, recipe, issues, dataOf, isReadOnly, walked]);
  return { graph, nodes };
}

/** React Flow would have it read out, and in English. */
const NOT_CALLED_NODE = { 'aria-roledescription': undefined };

type DataOf = ReturnType<typeof useNodeData>;

function useNodeData({ recipe, connectors, runs, changes }: Shown) {
  const { t } = useTranslation();
  const describeStep = useDescribeStep(connectors, recipe.key);
  const describeTrigger = useDescribeTrigger(connectors);
  const gistOf = useGist(connectors);
  const triggerGistOf = useTriggerGist(connectors);
  const wayLabel = useWayLabel(recipe);
  return useMemo(
    () => ({
      step: (step: Step, number: string): Omit<StepNodeData, 'problem'> => {
        const { title, kind, connector } = describeStep(step);
        const gist = gistOf(step);
        const isSkipped = step.skip === true;
        const run = runs?.get(step.id);
        return {
          kind: step.kind,
          number,
          title,
          about: step.kind === 'action' ? [kind, gist].filter(Boolean).join('\u00a0· ') : (gist ?? kind),
          connector,
          isSkipped,
          run,
          change: changes?.get(step.id),
        };
      },
      trigger: (): Omit<StepNodeData, 'problem'> => {
        const { title, connector } = describeTrigger(recipe.trigger);
        const about = triggerGistOf(recipe.trigger);
        return {
          kind: 'trigger',
          number: '',
          title,
          about,
          connector,
          isSkipped: false,
          run: undefined,
          change: undefined,
        };
      },
      way: wayLabel,
      end: t('recipe.canvas.end'),
    }),
    [describeStep, describeTrigger, gistOf, triggerGistOf, wayLabel, recipe.trigger, runs, changes, t],
  );
}

function toFlowNode(
  node: GraphNode,
  dataOf: DataOf,
  problems: Problems,
  { isReadOnly, walked }: { isReadOnly: boolean; walked: Shown['walked'] },
): FlowNode {
  const { x, y, width, height } = node.box;
  const common = {
    id: node.id,
    position: { x, y },
    width,
    height,
    // Known, and not asked of the page: only what is in sight is ever put on it.
    measured: { width, height },
    handles: handlesOf(node.box),
    draggable: false,
    selectable: false,
    focusable: false,
    domAttributes: NOT_CALLED_NODE,
  };
  switch (node.kind) {
    case 'trigger':
      return { ...common, type: 'step', data: { ...dataOf.trigger(), problem: problems.get('trigger') } };
    case 'step': {
      const { step, number } = node.entry;
      const data = { ...dataOf.step(step, number), problem: problems.get(step.id) };
      return { ...common, type: 'step', draggable: !isReadOnly, selectable: true, data };
    }
    case 'way':
      return { ...common, type: 'way', data: { label: dataOf.way(node.list), isTaken: walked?.has(node.id) } };
    case 'frame':
      return { ...common, type: 'frame', zIndex: -1, data: { of: node.of } };
    case 'join':
      return { ...common, type: 'dot', data: { label: undefined } };
    case 'end':
      return { ...common, type: 'dot', data: { label: dataOf.end } };
  }
}

/** Where lines come in, and where they go out. */
const handlesOf = ({ width, height }: Box): NodeHandle[] => [
  { type: 'target', position: Position.Top, x: width / 2, y: 0, width: 0, height: 0 },
  { type: 'source', position: Position.Bottom, x: width / 2, y: height, width: 0, height: 0 },
];

type Problems = ReadonlyMap<string, StepNodeData['problem']>;

/** The gravest problem of each step, and of the trigger. */
function problemsByOwner(recipe: Recipe, issues: readonly Issue[]): Problems {
  const found = new Map<string, StepNodeData['problem']>();
  for (const { pointer, message, severity } of issues) {
    const owner = ownerOf(recipe, pointer);
    const key = typeof owner === 'string' ? owner : owner.step.id;
    if (!found.has(key) || (severity === 'error' && found.get(key)?.severity !== 'error')) {
      found.set(key, { text: message, severity });
    }
  }
  return found;
}

export const toFlowEdges = (
  graph: Graph,
  onInsert: NonNullable<FlowEdge['data']>['onInsert'],
  target: string | undefined,
  walked?: ReadonlySet<string>,
): FlowEdge[] =>
  graph.edges.map((edge) => ({
    id: edge.id,
    source: edge.source,
    target: edge.target,
    type: 'line',
    focusable: false,
    // The steps and ways say where a line leads.
    domAttributes: { 'aria-hidden': true },
    data: { edge, onInsert, isTarget: edge.id === target, isWalked: walked?.has(edge.id) },
    ...(walked?.has(edge.id) && { zIndex: 1 }),
  }));
