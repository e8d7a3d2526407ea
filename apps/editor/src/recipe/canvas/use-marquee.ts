import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useRef, useState, type MouseEvent } from 'react';
import type { FlowNode } from './node-types.js';

/** Closer together than this, pressing and letting go are a click that shook. */
const SHAKE = 5;

interface MarqueeOf {
  /** Undefined: there is none. */
  onChoose: ((nodeIds: string[]) => void) | undefined;
  /** Shift was held on a node, and the mouse was not moved. */
  onClick: (nodeId: string) => void;
}

/** A frame drawn with the mouse while Shift is held: the steps that it touches are chosen, and shown so at once. */
export function useMarquee(nodes: readonly FlowNode[], { onChoose, onClick }: MarqueeOf) {
  const [touched, setTouched] = useState<ReadonlySet<string> | undefined>(undefined);
  const from = useRef({ x: 0, y: 0, node: undefined as string | undefined });
  return {
    touched,
    props: {
      selectionKeyCode: onChoose ? 'Shift' : null,
      onSelectionStart: ({ clientX, clientY, target }: MouseEvent) => {
        from.current = { x: clientX, y: clientY, node: nodeAt(target) };
        setTouched(new Set());
      },
      onNodesChange: (changes: NodeChange<FlowNode>[]) => {
        if (!touched) return;
        const marked = nodes.map((node) => ({ ...node, selected: touched.has(node.id) }));
        const now = applyNodeChanges(changes.filter(({ type }) => type === 'select'), marked); // prettier-ignore
        setTouched(new Set(now.filter(({ selected }) => selected).map(({ id }) => id)));
      },
      onSelectionEnd: ({ clientX, clientY }: MouseEvent) => {
        const { x, y, node } = from.current;
        setTouched(undefined);
        if (node !== undefined && Math.hypot(clientX - x, clientY - y) < SHAKE) onClick(node);
        else if (touched && touched.size > 0) onChoose?.(nodes.filter(({ id }) => touched.has(id)).map(({ id }) => id));
      },
    },
  };
}

const nodeAt = (target: EventTarget): string | undefined =>
  target instanceof Element
    ? (target.closest<HTMLElement>('.react-flow__node-step')?.dataset.id ?? undefined)
    : undefined;
