import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import PlusIcon from 'lucide-react/icons/plus';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { SIZE, type GraphEdge } from '../graph/graph.js';
import type { Place } from '../model/step-lists.js';
import { bentPath } from './bent-path.js';
import classes from './canvas.module.css';

export type InsertEdgeType = Edge<
  { edge: GraphEdge; onInsert: ((place: Place) => void) | undefined; isTarget: boolean; isWalked: boolean | undefined },
  'line'
>;

/** A line with a `+` where a step can be put in. */
export const InsertEdge = memo(function InsertEdge(props: EdgeProps<InsertEdgeType>) {
  const { t } = useTranslation();
  const { sourceX, sourceY, targetX, targetY, data } = props;
  if (!data) return null;
  const { edge, onInsert, isTarget, isWalked } = data;
  const centerY = edge.bends === 'early' ? sourceY + SIZE.bend : targetY - SIZE.bend;
  const path = bentPath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, centerY);
  const { insert, isDead } = edge;
  return (
    <>
      <BaseEdge path={path} className={lineOf(isDead, isWalked)} />
      {insert && onInsert && (
        <EdgeLabelRenderer>
          <button
            type="button"
            tabIndex={-1}
            className={`nodrag nopan ${classes.plus}`}
            data-target={isTarget || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${insert.at.x}px, ${insert.at.y}px)` }}
            aria-label={t('recipe.canvas.addHere')}
            onClick={() => {
              onInsert(insert.place);
            }}
          >
            <PlusIcon size={13} aria-hidden />
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

function lineOf(isDead: boolean | undefined, isWalked: boolean | undefined): string {
  const look = isDead ? classes.dead : isWalked ? classes.walked : isWalked === false ? classes.untrodden : '';
  return `${classes.line} ${look}`;
}
