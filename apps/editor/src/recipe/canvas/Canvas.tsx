import { Background, BackgroundVariant, Controls, ReactFlow, ReactFlowProvider, SelectionMode } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choiceOf, type Choice } from '../edit/choice.js';
import type { Place } from '../model/step-lists.js';
import classes from './canvas.module.css';
import { nearestPlace } from './nearest-place.js';
import { edgeTypes, nodeTypes, type FlowNode } from './node-types.js';
import { toFlowEdges, useFlow, type Shown } from './use-flow.js';
import { useMarquee } from './use-marquee.js';
import { useViewOnto } from './use-view-onto.js';

export interface CanvasProps extends Shown {
  /** Node ids: `trigger` or `step:<id>`. */
  selected: readonly string[];
  onSelect: (nodeId: string, choice: Choice) => void;
  /** Several were chosen by drawing a frame around them. Without it there is no such frame. */
  onSelectAll?: ((nodeIds: string[]) => void) | undefined;
  /** A step was clicked twice. */
  onOpen?: (() => void) | undefined;
  /** Without it nothing can be put in. */
  onInsert?: ((place: Place) => void) | undefined;
  onMove?: ((nodeId: string, to: Place) => void) | undefined;
  /** Asked what can be done with a step; `at` is a place on the page. */
  onMenu?: ((nodeId: string, at: { x: number; y: number }) => void) | undefined;
}

interface Drag {
  id: string;
  at: { x: number; y: number };
}

/** The recipe drawn. Data in, markup out: what is chosen and what happens then belongs to whoever shows it. */
export const Canvas = memo(function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Inside {...props} />
    </ReactFlowProvider>
  );
});

function Inside({ selected, onSelect, onSelectAll, onOpen, onInsert, onMove, onMenu, ...shown }: CanvasProps) {
  const { t } = useTranslation();
  const { graph, nodes } = useFlow(shown);
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const target = drag && nearestPlace(graph, drag.at);
  const edges = useMemo(
    () => toFlowEdges(graph, onInsert, target?.edge, shown.walked),
    [graph, onInsert, target?.edge, shown.walked],
  );
  const labels = useMemo(
    () => ({
      'controls.ariaLabel': t('recipe.canvas.zoom'),
      'controls.zoomIn.ariaLabel': t('recipe.canvas.zoomIn'),
      'controls.zoomOut.ariaLabel': t('recipe.canvas.zoomOut'),
      'controls.fitView.ariaLabel': t('recipe.canvas.fit'),
    }),
    [t],
  );
  const marquee = useMarquee(nodes, {
    onChoose: onSelectAll,
    onClick: (node) => {
      onSelect(node, 'range');
    },
  });
  const chosen = useMemo(() => marquee.touched ?? new Set(selected), [marquee.touched, selected]);
  const placed = useMemo(
    () => nodes.map((node) => withState(node, chosen.has(node.id), drag?.id === node.id ? drag.at : undefined)),
    [nodes, chosen, drag],
  );
  const onInit = useViewOnto(graph, selected.at(-1));
  return (
    <div className={classes.canvas} role="group" aria-label={t('recipe.canvas.label')}>
      <ReactFlow
        nodes={placed}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={onInit}
        onNodeClick={(event, node) => {
          if (node.type === 'step') onSelect(node.id, choiceOf(event));
          else if (node.type === 'way') onSelect(`step:${node.id.slice('way:'.length).split('/')[0] ?? ''}`, 'one');
        }}
        onNodeDoubleClick={() => {
          onOpen?.();
        }}
        onNodeContextMenu={(event, node) => {
          if (node.type !== 'step' || !onMenu) return;
          event.preventDefault();
          onMenu(node.id, { x: event.clientX, y: event.clientY });
        }}
        onNodeDrag={(_event, node) => {
          setDrag({ id: node.id, at: node.position });
        }}
        onNodeDragStop={(_event, node) => {
          const place = nearestPlace(graph, node.position)?.place;
          setDrag(undefined);
          if (place) onMove?.(node.id, place);
        }}
        nodeDragThreshold={4}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable
        disableKeyboardA11y
        deleteKeyCode={null}
        {...marquee.props}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={0.15}
        maxZoom={1.5}
        onlyRenderVisibleElements
        ariaLabelConfig={labels}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1} color="var(--line-strong)" />
        <Controls showInteractive={false} position="bottom-left" />
      </ReactFlow>
    </div>
  );
}

const withState = (node: FlowNode, selected: boolean, at: Drag['at'] | undefined): FlowNode => {
  if (!selected && !at) return node;
  return { ...node, selected, ...(at && { position: at, zIndex: 10 }) };
};
