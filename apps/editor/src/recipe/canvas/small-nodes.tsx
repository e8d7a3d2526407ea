import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import classes from './canvas.module.css';

export type WayNodeType = Node<{ label: string; isTaken: boolean | undefined }, 'way'>;

/** The head of one way: "Amount above 10,000", "Otherwise". */
export const WayNode = memo(function WayNode({ data }: NodeProps<WayNodeType>) {
  return (
    <div className={classes.way} data-taken={data.isTaken} title={data.label}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span>{data.label}</span>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
});

export type FrameNodeType = Node<{ of: 'forEach' | 'try' }, 'frame'>;

/** Lies under everything that happens inside a loop or a try. */
export const FrameNode = memo(function FrameNode({ data }: NodeProps<FrameNodeType>) {
  return <div className={classes.frame} data-of={data.of} />;
});

export type DotNodeType = Node<{ label: string | undefined }, 'dot'>;

/** Where ways join again, or the recipe ends. */
export const DotNode = memo(function DotNode({ data }: NodeProps<DotNodeType>) {
  return (
    <div className={classes.dot} data-end={data.label !== undefined || undefined}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      {data.label !== undefined && <span className={classes.endLabel}>{data.label}</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
});
